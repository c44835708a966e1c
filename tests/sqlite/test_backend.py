"""How a connection to the file is set up, and how the queue in front of the write lock behaves."""

import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

HOLD = """
import fcntl, sys, time
file = open(sys.argv[1], "a")
fcntl.flock(file, fcntl.LOCK_EX)
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(own_file: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the first place in the queue and does not go on."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, f"{own_file}.queue"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def _in_a_thread(mode: str, done: threading.Event) -> threading.Thread:
    def write() -> None:
        connection.ensure_connection()
        connection.transaction_mode = mode  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                done.set()
        finally:
            connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    return thread


def _pragma(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "wal"), ("busy_timeout", 20_000), ("synchronous", 1), ("foreign_keys", 1)]
)
def test_every_connection_is_set_up_for_many_readers_and_patient_writers(
    own_file: Path, name: str, value: object
) -> None:
    assert _pragma(name) == value


def test_a_transaction_has_the_write_lock_from_its_beginning(own_file: Path) -> None:
    other = sqlite3.connect(own_file, timeout=0, isolation_level=None)
    with transaction.atomic():
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT count(*) FROM members_person").fetchone() == (0,)
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_the_place_in_the_queue_is_free_again_as_soon_as_the_transaction_has_begun(own_file: Path) -> None:
    with transaction.atomic(), Path(f"{own_file}.queue").open("a") as place:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_the_queue_is_the_owners_alone(own_file: Path) -> None:
    with transaction.atomic():
        assert Path(f"{own_file}.queue").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("mode", ["IMMEDIATE", "EXCLUSIVE"])
def test_who_begins_a_transaction_waits_for_the_place_and_gets_it_when_its_holder_is_killed(
    holder: subprocess.Popen[str], mode: str
) -> None:
    done = threading.Event()
    thread = _in_a_thread(mode, done)
    assert not done.wait(0.3), "began without taking a place in the queue"
    os.kill(holder.pid, signal.SIGKILL)
    begun = time.monotonic()
    assert done.wait(5)
    assert time.monotonic() - begun < 1
    thread.join(5)


def test_reading_waits_for_nobody(holder: subprocess.Popen[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM members_person")
        assert cursor.fetchone() == (0,)


def test_a_transaction_that_cannot_begin_leaves_its_place_to_the_next(own_file: Path) -> None:
    other = sqlite3.connect(own_file, timeout=0, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(Exception, match="locked"), transaction.atomic():
        pytest.fail("began though another has the lock")
    other.execute("COMMIT")
    other.close()
    with transaction.atomic():
        assert not connection.needs_rollback
