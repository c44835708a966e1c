"""The demonstration, loaded once for all tests of a file: each test sees it as it was, whatever the others did."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker, Settings

from tests.demo.picture_of_the_site import Description, describe

TODAY = date(2026, 11, 25)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The demonstration as it was loaded: where its pictures are, what the site said, how much work it was."""

    media: Path
    description: Description
    seconds: float


@pytest.fixture(scope="module")
def _loaded(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demonstration]:
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        begun = time.process_time()
        call_command("demo", today=TODAY, verbosity=0)
        seconds = time.process_time() - begun
        yield Demonstration(media, describe(), seconds)
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(_loaded: Demonstration, settings: Settings, db: None) -> Demonstration:
    """The loaded demonstration. What a test changes in it is undone."""
    settings.MEDIA_ROOT = _loaded.media
    return _loaded
