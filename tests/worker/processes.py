"""A migrated database of its own, and real processes of the site that work on it.

Processes see only what was committed, and a test's own database is never committed to.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from tests import databases

PATIENCE = 60.0


@contextmanager
def database_of_its_own(folder: Path) -> Iterator[str]:
    """Connect this process to a fresh migrated database; yield its address for DATABASE_URL."""
    before = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        name = str(folder / "site.sqlite3")
        shutil.copyfile(databases.sqlite_template(), name)
        address = f"sqlite:///{name}"
    else:
        name = f"own_{os.getpid()}_{time.monotonic_ns()}"
        databases._copy_postgres(databases._postgres_template(), name)
        address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    databases._connect_to(name)
    try:
        yield address
    finally:
        connection.close()
        if connection.vendor != "sqlite":
            _drop_postgres(name)
        databases._connect_to(before)


def _drop_postgres(name: str) -> None:
    databases._connect_to("postgres")
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


class OwnSite:
    """The site in other processes, on a database and a folder that no other test has."""

    def __init__(self, address: str, folder: Path) -> None:
        self.folder = folder
        self._environment = os.environ | {
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "hub.settings.test",
            "VAR_DIR": str(folder),
        }
        self._started: list[subprocess.Popen[str]] = []

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start `manage.py` with these arguments and do not wait for it."""
        process = subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.PROJECT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._started.append(process)
        return process

    def run(self, *arguments: str) -> str:
        """Run `manage.py` with these arguments to its good end; return what it said."""
        process = self.start(*arguments)
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0, said
        return said

    def end(self) -> None:
        """Leave no process behind."""
        for process in self._started:
            if process.poll() is None:
                process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()


def wait_until(true: Callable[[], object], what: str, *, worker: "subprocess.Popen[str]") -> None:
    """Wait until `true` says so; fail with `what` was waited for if the worker ends or patience does."""
    give_up = time.monotonic() + PATIENCE
    while not true():
        assert worker.poll() is None, f"The worker ended before {what}: {worker.communicate()[0]}"
        assert time.monotonic() < give_up, f"Waited {PATIENCE:.0f} seconds in vain until {what}."
        time.sleep(0.05)
