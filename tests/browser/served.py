"""The demonstration, loaded into a folder of its own and served by granian with a worker beside it."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests import databases

# The day on which the demonstration was made, so that pictures and texts are the same from run to run.
TODAY = "2026-11-24"
GRANIAN = ("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--log-level", "warning")
THREADS = ("--workers", "1", "--blocking-threads", "4")
_PATIENCE_SECONDS = 60


@contextmanager
def demonstration(folder: Path) -> Iterator[str]:
    """Serve a fresh demonstration and give its address; stop everything in the end."""
    port = _free_port()
    address = f"http://localhost:{port}"
    environment = os.environ | {
        "VAR_DIR": str(folder),
        "STATIC_ROOT": str(_collected_files()),
        "DJANGO_SETTINGS_MODULE": "hub.settings.demo",
        "DATABASE_URL": _database(folder),
        "SITE_URL": address,
    }
    environment.pop("PYTEST_CURRENT_TEST", None)
    _run("demo", "--today", TODAY, "--verbosity", "0", environment=environment)
    server = subprocess.Popen(
        [sys.executable, *GRANIAN, *THREADS, "--port", str(port), "hub.wsgi:application"],
        env=environment,
    )
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "worker", "--interval", "0.3", "--verbosity", "0"], env=environment
    )
    try:
        _wait_for(f"{address}/health/")
        yield address
    finally:
        for process in (worker, server):
            process.terminate()
        for process in (worker, server):
            process.wait(timeout=20)


def _database(folder: Path) -> str:
    if connection.vendor == "sqlite":
        shutil.copyfile(databases.sqlite_template(), folder / "hub.sqlite3")
        return f"sqlite:///{folder / 'hub.sqlite3'}"
    name = databases.another_postgres(f"browser_{uuid.uuid4().hex[:8]}")
    return f"postgres://postgres@/{name}?host={connection.settings_dict['OPTIONS']['host']}"


def _collected_files() -> Path:
    """Collect the static files once for as long as their sources stay the same."""
    digest = hashlib.blake2b(Path("requirements.txt").read_bytes(), digest_size=8)
    for path in sorted((settings.PROJECT / "hub" / "static").rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    folder = databases.FOLDER / f"static-{digest.hexdigest()}"
    with databases.one_at_a_time():
        if not folder.exists():
            for outdated in databases.FOLDER.glob("static-*"):
                shutil.rmtree(outdated)
            unfinished = folder.with_suffix(".unfinished")
            environment = os.environ | {"STATIC_ROOT": str(unfinished), "DJANGO_SETTINGS_MODULE": "hub.settings.demo"}
            _run("collectstatic", "--no-input", "--clear", "--verbosity", "0", environment=environment)
            unfinished.rename(folder)
    return folder


def _run(*command: str, environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "manage.py", *command], env=environment, check=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if b'"status": "ok"' in answer.read():
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.2)
    raise TimeoutError(f"{address} did not say that all is well.")
