"""The cast: the same named people in every test, and the pages they work on.

Priya is a SENCo, Tom writes the public pages, Helen publishes them, Rob runs the site. A guest is nobody.
All of them, their council and their schools are invented.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings
from wagtail.models import Site

from home.models import HomePage, SiteSettings
from hub.members.models import Person
from tests import databases
from tests.factories.people import PersonFactory
from tests.redis_server import RedisServer, find_redis

# How long one example takes says nothing on a machine that is busy with other tests.
hypothesis.settings.register_profile("hub", deadline=None)
hypothesis.settings.load_profile("hub")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give this process a migrated database of its own."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with django_db_blocker.unblock():
        name = databases.make_database_for(worker)
    yield
    with django_db_blocker.unblock():
        databases.remove_database(name)


@pytest.fixture(autouse=True)
def _fresh_surroundings(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Let no test see what another kept in the cache or wrote to a file."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.GUEST_PAGES_VERSION_FILE = tmp_path / "guest-pages.version"
    _empty_all_caches()
    Site.clear_site_root_paths_cache()
    yield
    _empty_all_caches()


def _empty_all_caches() -> None:
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def redis_server(settings: Settings) -> Iterator[RedisServer]:
    """A Redis that is this test's own, as the cache of the site."""
    before = settings.CACHES
    with RedisServer() as server:
        settings.CACHES = server.caches()
        yield server
        server.hang_up()
        settings.CACHES = before


@pytest.fixture
def priya(db: None) -> Person:
    """A SENCo with an account and no part in publishing."""
    return PersonFactory.create(first_name="Priya", last_name="Nair")


@pytest.fixture
def tom(db: None) -> Person:
    """An LA editor: writes pages and sends them to be approved."""
    return PersonFactory.create(first_name="Tom", last_name="Whitlow", groups=["LA editors"])


@pytest.fixture
def helen(db: None) -> Person:
    """An LA publisher: approves and publishes."""
    return PersonFactory.create(first_name="Helen", last_name="Marsh", groups=["LA publishers"])


@pytest.fixture
def rob(db: None) -> Person:
    """The administrator of the site."""
    return PersonFactory.create(first_name="Rob", last_name="Pym", is_superuser=True)


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """A browser in which this person is signed in."""

    def browser_of(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return browser_of


@pytest.fixture
def home(db: None) -> HomePage:
    """The home page that every new site begins with."""
    page: HomePage = HomePage.objects.get()
    return page


@pytest.fixture
def northmere(home: HomePage) -> SiteSettings:
    """The settings of the invented council."""
    settings: SiteSettings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.council = "Northmere Council"
    settings.save()
    return settings


@pytest.fixture
def publishers(db: None) -> Group:
    """Those who may publish."""
    return Group.objects.get(name="LA publishers")


# First, because pytest-xdist reads the groups in a hook of the same name and would otherwise come before.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The journeys of a file share one server and one browser; without a browser they say that they did not run."""
    from tests.browser.conftest import find_browser

    journeys = [item for item in items if "tests/browser/" in item.nodeid]
    if journeys and find_browser() is None:
        if os.environ.get("BROWSER") == "required":
            pytest.exit("BROWSER=required, but this machine has no Chromium or Chrome.", returncode=4)
        for item in journeys:
            item.add_marker(pytest.mark.skip(reason="no Chromium or Chrome on this machine"))
    for item in journeys:
        item.add_marker(pytest.mark.xdist_group(f"browser {item.path.stem}"))
    _keep_together(items)
    on_redis = [item for item in items if "redis_server" in getattr(item, "fixturenames", ())]
    if on_redis and find_redis() is None:
        if os.environ.get("REDIS") == "required":
            pytest.exit("REDIS=required, but this machine has no redis-server.", returncode=4)
        for item in on_redis:
            item.add_marker(pytest.mark.skip(reason="no redis-server on this machine"))


def _keep_together(items: list[pytest.Item]) -> None:
    """Let the tests of a file that look at the loaded demonstration run in one process, which then loads it once."""
    for item in items:
        if "_loaded" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group(f"demonstration {item.path.stem}"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what did not run for want of a program."""
    skipped = terminalreporter.stats.get("skipped", [])
    without_redis = [report for report in skipped if "no redis-server" in str(report.longrepr)]
    if without_redis:
        terminalreporter.write_line(
            f"{len(without_redis)} tests of several machines did NOT run: no redis-server was found.", yellow=True
        )
    unseen = [report for report in skipped if "tests/browser/" in report.nodeid]
    if unseen:
        terminalreporter.write_line(
            f"{len(unseen)} browser journeys did NOT run: no Chromium or Chrome was found. "
            "Install one, or name it in CHROMIUM.",
            yellow=True,
        )
