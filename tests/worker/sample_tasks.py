"""Tasks for real workers in the tests to do. They leave their traces in files."""

import os
import time
from pathlib import Path

from django_tasks import task


@task()
def write_down(place: str, word: str) -> str:
    """Add a line to the file at `place`."""
    with Path(place).open("a") as file:
        file.write(f"{word}\n")
    return word


@task()
def begin_and_wait(place: str) -> None:
    """Say who does the task, and do not finish it until the file `place`.finish is there."""
    with Path(place).open("a") as file:
        file.write(f"{os.getpid()}\n")
    while not Path(f"{place}.finish").exists():
        time.sleep(0.02)


@task()
def fail() -> None:
    """Fail as code fails."""
    raise LookupError("nothing there")
