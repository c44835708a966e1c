"""`python -m tests.bench`: the speed of a guest's page from the cache, beside pages that do nothing."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.load import requests_per_second, seconds_for, served, size_of

ROUNDS = 5
SECONDS = 2.0
HOME = "/"
CONSTANT = "/bench/constant/"
# Warms the server, without showing a picture.
ANOTHER = "/search/"
LATER_VISITS = 15


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
        first, later = first_and_later(var)
    report({name: statistics.median(values) for name, values in measured.items()}, int(size))
    report_visits(first, later)


def prepare(var: Path) -> None:
    """Make a demonstration to measure, in a folder of its own."""
    for command in (["migrate"], ["demo"], ["collectstatic", "--no-input"]):
        print(f"Preparing: {command[0]}", flush=True)  # noqa: T201
        manage(var, *command)


def manage(var: Path, *command: str) -> None:
    """Run a command on the demonstration in `var`."""
    environment = os.environ | {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}
    subprocess.run([sys.executable, "manage.py", *command, "--verbosity", "0"], env=environment, check=True)


def first_and_later(var: Path) -> tuple[float, float]:
    """Return the seconds for the home page while no size of its pictures is made, and for later visits, all uncached.

    Between the two the sizes are made, as a worker would.
    """
    forget = "from wagtail.images.models import Rendition; Rendition.objects.all().delete()"
    manage(var, "shell", "--no-imports", "-c", forget)
    with served(var, GUEST_PAGES_SECONDS="0") as port:
        seconds_for(port, ANOTHER)
        first = seconds_for(port, HOME)
        manage(var, "make_picture_sizes")
        later = statistics.median(seconds_for(port, HOME) for _ in range(LATER_VISITS))
    return first, later


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


def report_visits(first: float, later: float) -> None:
    """Print what the first visit to the home page costs, beside those that follow."""
    lines = [
        "A guest's home page, made anew:",
        f"  while its pictures are still to be made       {first * 1000:9,.1f} ms",
        f"  later                                         {later * 1000:9,.1f} ms",
        f"first visit / later visits:                   {first / later:.2f} (below 10)",
    ]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
