"""A council's server refuses to start until everything it needs is there, and says all that is missing at once."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

COMPLETE = {
    "SECRET_KEY": "an-example-of-sufficient-length-0123456789-abcdefghijklmnop",
    "ALLOWED_HOSTS": "hub.example.org",
    "SITE_URL": "https://hub.example.org",
    "EMAIL_URL": "smtp+tls://hub:secret@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "hub@example.org",
}


def check(folder: Path, environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    """Run `manage.py check` as a server would, with nothing around it but this environment."""
    return subprocess.run(
        [sys.executable, "-W", "error", "manage.py", "check", *options],
        cwd=settings.PROJECT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "hub.settings.production",
            "VAR_DIR": str(folder),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def complete(folder: Path) -> dict[str, str]:
    """Return everything that a server needs."""
    return {**COMPLETE, "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3"}


def test_with_nothing_set_it_names_everything_that_is_missing_at_once(tmp_path: Path) -> None:
    answer = check(tmp_path, {})
    assert answer.returncode != 0
    for name in [*COMPLETE, "DATABASE_URL"]:
        assert f"{name} is not set: " in answer.stderr


def test_what_is_empty_is_missing_and_what_is_there_is_not_named(tmp_path: Path) -> None:
    answer = check(tmp_path, {**complete(tmp_path), "ALLOWED_HOSTS": ""})
    assert answer.returncode != 0
    assert answer.stderr.count("is not set") == 1
    assert "ALLOWED_HOSTS is not set: the host names people type" in answer.stderr


@pytest.mark.parametrize("key", ["short", "x" * 60, "abcd" * 20])
def test_a_key_that_could_be_guessed_is_refused(tmp_path: Path, key: str) -> None:
    answer = check(tmp_path, {**complete(tmp_path), "SECRET_KEY": key})
    assert answer.returncode != 0
    assert "SECRET_KEY is too easy to guess" in answer.stderr
    assert f"\n  {key}" not in answer.stderr


def test_an_address_without_encryption_is_refused(tmp_path: Path) -> None:
    answer = check(tmp_path, {**complete(tmp_path), "SITE_URL": "http://hub.example.org"})
    assert answer.returncode != 0
    assert "SITE_URL must begin with https://" in answer.stderr


def test_with_everything_set_django_finds_nothing_to_warn_of(tmp_path: Path) -> None:
    answer = check(tmp_path, complete(tmp_path), "--deploy", "--fail-level", "DEBUG")
    assert answer.returncode == 0, answer.stderr
    assert re.fullmatch(r"System check identified no issues \(\d+ silenced\)\.", answer.stdout.strip())
    assert answer.stderr == ""
