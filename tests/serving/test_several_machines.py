"""Several machines with one Redis: they agree on what guests see, and do without it when it fails."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from home.models import ContentPage, HomePage
from hub.members.models import Person
from hub.serving import caches, freshness
from hub.serving.caches import kept_pages
from hub.serving.freshness import raise_version, version
from hub.serving.release import release
from hub.worker.pulse import beat
from tests.factories.pages import ContentPageFactory
from tests.factories.people import PASSWORD
from tests.redis_server import RedisServer
from tests.serving.conftest import LogLines

ADDRESS = "/speech/"


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Let no test know of another's outage."""
    caches._outages.clear()
    freshness._untold.clear()


@pytest.fixture
def page(home: HomePage) -> ContentPage:
    """A published page."""
    page: ContentPage = ContentPageFactory(parent=home, title="Speech and language", slug="speech")
    return page


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask a server that did not answer again at once."""
    monkeypatch.setattr(caches, "PAUSE_SECONDS", 0.0)


def on_another_machine(server: RedisServer, folder: Path, code: str) -> str:
    """Run the code in another process that shares nothing with this one but Redis; return what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=site_settings.PROJECT,
        env=os.environ
        | {"CACHE_URL": server.address, "VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "hub.settings.demo"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


def _number(version: str) -> str:
    # What follows the release, for whoever works on the site while the tests run changes the release.
    return version.rpartition("-")[2]


def seen() -> str:
    """Return what a guest sees at the page's address."""
    answer = Client().get(ADDRESS)
    assert answer.status_code == 200
    return answer.content.decode()


class TestTogether:
    """While Redis answers."""

    def test_a_change_on_one_machine_is_a_new_version_on_the_other(
        self, redis_server: RedisServer, tmp_path: Path
    ) -> None:
        before = _number(version())
        theirs = on_another_machine(
            redis_server,
            tmp_path,
            "from hub.serving.freshness import raise_version, version\n"
            "print(version()); raise_version(); print(version())",
        ).split()
        assert _number(theirs[0]) == before
        assert _number(theirs[1]) == _number(version()) != before

    def test_what_one_machine_has_kept_the_other_is_given(
        self, redis_server: RedisServer, home: HomePage, tmp_path: Path
    ) -> None:
        on_another_machine(
            redis_server, tmp_path, "from hub.serving.caches import kept_pages; kept_pages.set('place', 'Northmere')"
        )
        assert kept_pages.get("place") == "Northmere"

    def test_a_page_that_one_guest_has_seen_costs_the_next_no_query(
        self, redis_server: RedisServer, page: ContentPage, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        first = seen()
        with django_assert_num_queries(0):
            assert seen() == first

    @pytest.mark.usefixtures("redis_server")
    def test_a_change_is_seen_when_it_is_published(
        self, page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        assert "Speech and language" in seen()
        page.title = "Talking and listening"
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        assert "Talking and listening" in seen()

    @pytest.mark.usefixtures("redis_server")
    def test_a_version_that_was_forgotten_does_not_come_again(self) -> None:
        versions = set()
        for _ in range(3):
            versions.add(version())
            assert version() in versions
            raise_version()
            versions.add(version())
            kept_pages.delete(freshness._SHARED_KEY)
        assert len(versions) == 6


class TestReleases:
    """Machines with different releases behind one Redis."""

    def of(self, folder: Path, settings: Settings) -> str:
        settings.PROJECT = folder
        return release.__wrapped__()

    def test_the_same_files_are_the_same_release_and_any_change_is_another(
        self, tmp_path: Path, settings: Settings
    ) -> None:
        one, other = tmp_path / "one", tmp_path / "other"
        (one / "templates").mkdir(parents=True)
        (one / "requirements.txt").write_text("django==5.2.19\n")
        (one / "templates" / "404.html").write_text("Not here")
        shutil.copytree(one, other)
        assert self.of(one, settings) == self.of(other, settings)
        (other / "templates" / "404.html").write_text("Gone")
        assert self.of(one, settings) != self.of(other, settings)

    def test_pages_are_kept_for_machines_with_the_same_release(self, redis_server: RedisServer) -> None:
        assert version().startswith(release())


class TestWithoutRedis:
    """While Redis does not answer."""

    def test_guests_are_shown_every_page_as_it_is_now(self, redis_server: RedisServer, page: ContentPage) -> None:
        assert "Speech and language" in seen()
        redis_server.stop()
        page.title = "Talking and listening"
        page.save_revision().publish()
        assert "Talking and listening" in seen()
        assert Client().get("/").status_code == 200
        assert Client().get("/no-such-page/").status_code == 404

    def test_a_server_that_hangs_is_waited_for_once_and_not_at_every_question(
        self, redis_server: RedisServer, page: ContentPage
    ) -> None:
        seen()
        redis_server.hang()
        begun = time.monotonic()
        for _ in range(3):
            assert "Speech and language" in seen()
        assert time.monotonic() - begun < caches.PAUSE_SECONDS
        redis_server.go_on()

    @pytest.mark.usefixtures("no_pause")
    def test_the_log_says_so_once_a_minute_and_not_at_every_request(
        self, redis_server: RedisServer, page: ContentPage, log: LogLines, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        redis_server.stop()
        for _ in range(5):
            seen()
        (line,) = [line for line in log() if line["level"] == "WARNING"]
        assert line["message"] == "the shared cache does not answer"
        assert str(redis_server.socket) not in str(line)
        monkeypatch.setattr(time, "monotonic", lambda now=time.monotonic: now() + caches.WARN_EVERY_SECONDS)
        seen()
        assert len([line for line in log() if line["level"] == "WARNING"]) == 2

    @pytest.mark.usefixtures("no_pause")
    def test_a_change_made_meanwhile_is_seen_when_it_answers_again_with_the_page_from_before(
        self,
        redis_server: RedisServer,
        page: ContentPage,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ) -> None:
        assert "Speech and language" in seen()
        # Full of what it may not throw away, so that it answers questions and takes nothing more.
        tell = kept_pages._cache.get_client(write=True).config_set  # type: ignore[attr-defined]
        tell("maxmemory-policy", "noeviction")
        tell("maxmemory", "1")
        page.title = "Talking and listening"
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        tell("maxmemory", "0")
        assert "Talking and listening" in seen()

    @pytest.mark.usefixtures("no_pause")
    def test_pages_are_kept_again_as_soon_as_it_is_back(
        self, redis_server: RedisServer, page: ContentPage, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        redis_server.stop()
        seen()
        redis_server.start()
        seen()
        with django_assert_num_queries(0):
            seen()

    @pytest.mark.usefixtures("no_pause")
    def test_health_names_the_cache_and_leaves_the_site_open(
        self, redis_server: RedisServer, db: None, client: Client
    ) -> None:
        beat("worker-one")
        assert client.get("/health/").json()["status"] == "ok"
        redis_server.stop()
        answer = client.get("/health/")
        assert answer.status_code == 200
        assert answer.json()["status"] == "degraded"
        assert answer.json()["parts"]["cache"]["state"] == "does not answer"
        redis_server.start()
        assert client.get("/health/").json()["status"] == "ok"

    def test_people_sign_in_and_wrong_tries_are_counted_all_the_same(
        self, redis_server: RedisServer, home: HomePage, priya: Person, client: Client
    ) -> None:
        redis_server.stop()
        right = {"login": priya.email, "password": PASSWORD}
        assert Client().post("/account/sign-in/", right).status_code == 302
        for _ in range(10):
            assert client.post("/account/sign-in/", right | {"password": "not this"}).status_code == 200
        answer = client.post("/account/sign-in/", right)
        assert answer.status_code == 200
        assert "Too many tries" in answer.content.decode()

    def test_everything_that_a_cache_can_do_it_does_without_redis(self, redis_server: RedisServer) -> None:
        redis_server.stop()
        assert cache.add("one", 1) is True
        assert cache.add("one", 2) is False
        assert cache.touch("one", 60) is True
        assert cache.has_key("one")
        assert cache.incr("one") == 2
        assert cache.set_many({"two": 2, "three": 3}) == []
        assert cache.get_many(["one", "two", "four"]) == {"one": 2, "two": 2}
        cache.delete_many(["two"])
        assert cache.delete("one") is True
        assert cache.get("two", "nothing") == "nothing"
        cache.clear()
        assert cache.get("three") is None
