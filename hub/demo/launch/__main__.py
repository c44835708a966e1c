"""The way in, written so that a Python too old for the rest can still read it and say so."""

import os
import shutil
import subprocess
import sys
from typing import Optional

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")

TOO_OLD = """
SENCo Hub needs Python 3.11 or newer; {python} is Python {version}, and no newer one is on the path.
Install a newer Python, then name it, for example:  make demo PYTHON=python3.12
"""


def newer_python() -> Optional[str]:  # noqa: UP045 - the short form cannot be read by the Pythons this is for
    """Return the path of a new enough Python, or None. Each is tried: a name on the path need not work."""
    for name in NEWER:
        path = shutil.which(name)
        question = "import sys; sys.exit(sys.version_info < {})".format(OLDEST)  # noqa: UP032
        if path and subprocess.call([path, "-c", question], stderr=subprocess.DEVNULL) == 0:
            return path
    return None


def main() -> int:
    """Run one command with a new enough Python and return its exit code."""
    if sys.version_info < OLDEST:
        path = newer_python()
        if path is None:
            version = ".".join(str(part) for part in sys.version_info[:3])
            sys.stderr.write(TOO_OLD.format(python=sys.executable, version=version))
            return 1
        os.execv(path, [path, "-m", "hub.demo.launch", *sys.argv[1:]])  # noqa: S606
    # Not at the top: the rest is written for new Pythons only.
    from hub.demo.launch.commands import run  # noqa: PLC0415

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
