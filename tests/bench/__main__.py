"""`python -m tests.bench`: the speed of a guest's page from the cache, beside pages that do nothing."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.load import requests_per_second, served, size_of

ROUNDS = 5
SECONDS = 2.0
HOME = "/"
CONSTANT = "/bench/constant/"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="hubbench") as folder:
        var = Path(folder)
        prepare(var)
        with served(var) as port:
            size = str(size_of(port, HOME))
        with (
            served(var, BENCH_BYTES=size) as site,
            served(var, BENCH_BYTES=size, BENCH_WITHOUT_MIDDLEWARE="1") as bare,
        ):
            places = {"cached": (site, HOME), "behind": (site, CONSTANT), "bare": (bare, CONSTANT)}
            measured: dict[str, list[float]] = {name: [] for name in places}
            # In turn, so that whatever else the machine does falls on all of them alike.
            for _ in range(ROUNDS):
                for name, (port, address) in places.items():
                    measured[name].append(requests_per_second(port, address, SECONDS))
    report({name: statistics.median(values) for name, values in measured.items()}, int(size))


def prepare(var: Path) -> None:
    """Make a demonstration to measure, in a folder of its own."""
    environment = os.environ | {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}
    for command in (["migrate"], ["demo"], ["collectstatic", "--no-input"]):
        print(f"Preparing: {command[0]}", flush=True)  # noqa: T201
        subprocess.run([sys.executable, "manage.py", *command, "--verbosity", "0"], env=environment, check=True)


def report(rates: dict[str, float], size: int) -> None:
    """Print what was measured, and the two ratios that matter."""
    lines = [
        f"Answers a second, {size:,} bytes each, one worker, one thread:",
        f"  a guest's home page, from the cache           {rates['cached']:9,.0f}",
        f"  a constant text behind the same middleware    {rates['behind']:9,.0f}",
        f"  a constant text behind no middleware          {rates['bare']:9,.0f}",
        f"cached page / constant behind the middleware: {rates['cached'] / rates['behind']:.2f} (at least 1.00)",
        f"cached page / constant behind none:           {rates['cached'] / rates['bare']:.2f} (at least 0.60)",
    ]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
