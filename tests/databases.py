"""One migrated database per run, copied for every process that tests.

Migrating takes seconds, copying takes a moment. On SQLite the migrated file is kept in `var/tests/` from run to
run, under a name made from all that went into it; on PostgreSQL each run has a server of its own.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

FOLDER = settings.VAR / "tests"
_APPS = ("hub", "home", "forum", "calendar", "resources", "search")


def make_database_for(worker: str) -> str:
    """Make a migrated database for this worker, connect to it and return its name."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with one_at_a_time():
        if connection.vendor == "sqlite":
            name = str(FOLDER / f"{os.getpid()}-{worker}.sqlite3")
            shutil.copyfile(sqlite_template(), name)
        else:
            name = f"test_{worker}"
            _copy_postgres(_postgres_template(), name)
    _connect_to(name)
    return name


def remove_database(name: str) -> None:
    """Forget the database; a PostgreSQL goes with its server."""
    connection.close()
    if connection.vendor == "sqlite":
        for leftover in Path(name).parent.glob(f"{Path(name).name}*"):
            leftover.unlink()


def sqlite_template() -> Path:
    """Return a file with a migrated SQLite database, making it if the migrations have changed."""
    path = FOLDER / f"template-{_key()}.sqlite3"
    if path.exists():
        return path
    for outdated in FOLDER.glob("template-*"):
        outdated.unlink()
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    _connect_to(str(unfinished))
    call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return unfinished.rename(path)


def another_postgres(name: str) -> str:
    """Make a further migrated database on the PostgreSQL of this run and return its name."""
    ours = connection.settings_dict["NAME"]
    with one_at_a_time():
        _copy_postgres(_postgres_template(), name)
    _connect_to(ours)
    return name


def _postgres_template() -> str:
    name = f"template_{_key()}"
    _connect_to("postgres")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone():
            return name
        cursor.execute(f'CREATE DATABASE "{name}"')
    _connect_to(name)
    call_command("migrate", verbosity=0, interactive=False)
    return name


def _copy_postgres(template: str, name: str) -> None:
    _connect_to("postgres")
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _connect_to(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def _key() -> str:
    digest = hashlib.blake2b(digest_size=8)
    inputs = [settings.PROJECT / "requirements-dev.txt"]
    for app in _APPS:
        inputs += (settings.PROJECT / app).rglob("migrations/*.py")
    for path in sorted(inputs):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let only one of the processes that test do what follows."""
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
