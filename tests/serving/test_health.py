"""What a load balancer is told, when all is well and when a part has really failed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker, Settings

from hub.worker.models import WorkerPulse
from hub.worker.pulse import beat
from tests import databases

PARTS = {"database", "cache", "search", "worker", "disk"}


@pytest.fixture
def no_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[str]:
    """A database that cannot be opened; yields what only its owner should know."""
    ours = str(connection.settings_dict["NAME"])
    (tmp_path / "secret-place").mkdir()
    with django_db_blocker.unblock():
        # SQLite cannot open a folder; PostgreSQL has no database of this name.
        folder = tmp_path / "secret-place"
        databases._connect_to(str(folder) if connection.vendor == "sqlite" else folder.name)
        yield "secret-place"
        databases._connect_to(ours)


@pytest.fixture
def no_cache(settings: Settings, tmp_path: Path) -> Iterator[str]:
    """A cache that cannot be written to; yields what only its owner should know."""
    ours = settings.CACHES
    (tmp_path / "secret-place").write_text("not a folder")
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": tmp_path / "secret-place" / "cache",
        }
    }
    yield "secret-place"
    settings.CACHES = ours


def test_all_is_well_while_a_worker_beats(db: None, client: Client) -> None:
    beat("worker-one")
    answer = client.get("/health/")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert set(answer.json()["parts"]) == PARTS
    for part in answer.json()["parts"].values():
        assert part["state"] == "ok"
        assert part["milliseconds"] >= 0


def test_it_is_asked_anew_each_time(db: None, client: Client) -> None:
    assert "no-store" in client.get("/health/")["Cache-Control"]
    before = client.get("/health/").json()["status"]
    beat("worker-one")
    assert (before, client.get("/health/").json()["status"]) == ("degraded", "ok")


@pytest.mark.parametrize(("seconds", "state"), [(None, "is not running"), (50, "ok"), (70, "has stopped")])
def test_a_silent_worker_is_told_but_does_not_close_the_site(
    db: None, client: Client, seconds: int | None, state: str
) -> None:
    if seconds is not None:
        beat("worker-one")
        WorkerPulse.objects.update(seen=timezone.now() - timedelta(seconds=seconds))
    answer = client.get("/health/")
    assert answer.status_code == 200
    assert answer.json()["parts"]["worker"]["state"] == state
    assert answer.json()["status"] == ("ok" if state == "ok" else "degraded")


def test_without_a_database_the_site_is_down_and_says_so(no_database: str, client: Client) -> None:
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["status"] == "down"
    states = {name: part["state"] for name, part in answer.json()["parts"].items()}
    assert states["database"] == "does not answer"
    assert states["cache"] == states["disk"] == "ok"


def test_without_a_cache_the_site_is_down_and_says_so(db: None, no_cache: str, client: Client) -> None:
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["parts"]["cache"]["state"] == "does not answer"
    assert answer.json()["parts"]["database"]["state"] == "ok"


def test_a_cache_that_forgets_at_once_is_told(db: None, settings: Settings, client: Client) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["parts"]["cache"]["state"] == "does not give back what it was given"


@pytest.mark.parametrize("broken", ["no_database", "no_cache"])
def test_the_answer_names_parts_and_nothing_else(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker, client: Client, broken: str
) -> None:
    secret = request.getfixturevalue(broken)
    with django_db_blocker.unblock():
        body = client.get("/health/").content.decode()
        connection.close()
    for word in (secret, "sqlite", "postgres", "Error", "Traceback", "/"):
        assert word not in body


def test_it_is_only_read(db: None, client: Client) -> None:
    assert client.head("/health/").status_code == 200
    assert client.post("/health/").status_code == 405
