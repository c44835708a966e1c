"""A site of its own for tests that start real workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoDbBlocker

from tests.worker.processes import OwnSite, database_of_its_own


@pytest.fixture
def own_site(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[OwnSite]:
    """A database to which this process commits, and processes of the site that see it."""
    with django_db_blocker.unblock(), database_of_its_own(tmp_path) as address:
        site = OwnSite(address, tmp_path)
        # What migrating left to be done is not what these tests are about.
        DBTaskResult.objects.all().delete()
        yield site
        site.end()
