"""These promises are about SQLite; on another database there is nothing to collect here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker

from tests.worker.processes import database_of_its_own

collect_ignore_glob = [] if settings.DATABASES["default"]["ENGINE"] == "hub.sqlite" else ["test_*.py"]


@pytest.fixture
def own_file(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[Path]:
    """A database file to which this process is connected and really commits."""
    with django_db_blocker.unblock(), database_of_its_own(tmp_path) as address:
        yield Path(address.removeprefix("sqlite:///"))
