"""When guests are given a kept page, and what is never kept."""

import datetime
import gzip

import pytest
import time_machine
from django.conf import settings as site_settings
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from home.models import HomePage
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory


@pytest.fixture
def other_pages(settings: Settings) -> None:
    """Add the pages that differ each time they are rendered."""
    settings.ROOT_URLCONF = "tests.serving.urls"


def words(answer: HttpResponseBase) -> bytes:
    """Return what the answer says, or where it leads."""
    return b"".join(answer) + answer.get("Location", "").encode()


def test_a_page_that_one_guest_has_seen_costs_the_next_no_query(
    home: HomePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ContentPageFactory(parent=home, title="Speech and language", slug="speech")
    first = Client().get("/speech/")
    with django_assert_num_queries(0):
        second = Client().get("/speech/")
    assert first.status_code == second.status_code == 200
    assert "Speech and language" in second.content.decode()
    assert first.content == second.content
    assert {name: value for name, value in first.items() if name != "X-Request-ID"} == {
        name: value for name, value in second.items() if name != "X-Request-ID"
    }


@pytest.mark.usefixtures("other_pages", "db")
@pytest.mark.parametrize("address", ["/plain/", "/plain/?page=2"])
def test_kept(client: Client, address: str) -> None:
    assert words(client.get(address)) == words(client.get(address))


@pytest.mark.usefixtures("other_pages", "db")
@pytest.mark.parametrize(
    "address",
    [
        "/with-cookie/",
        "/with-nonce/",
        "/with-message/",
        "/somebodys/",
        "/streamed/",
        "/missing/",
        "/elsewhere/",
        "/changed-meanwhile/",
        "/json/",
        "/plain/?q=words",
        "/plain/?page=words",
        "/plain/?page=12345",
        "/plain/?page=2&page=3",
        "/plain/?page=2&q=words",
        "/plain/?utm_source=letter",
    ],
)
def test_never_kept(address: str) -> None:
    assert words(Client().get(address)) != words(Client().get(address))


@pytest.mark.usefixtures("other_pages", "db")
@pytest.mark.parametrize("name", ["csrftoken", "anything", "messages", site_settings.SESSION_COOKIE_NAME])
def test_nothing_is_kept_that_was_made_for_somebody_with_a_cookie(name: str) -> None:
    before = Client()
    before.cookies[name] = "x" * 32
    made_for_a_cookie = before.get("/plain/").content
    assert Client().get("/plain/").content != made_for_a_cookie


@pytest.mark.usefixtures("other_pages", "db")
@pytest.mark.parametrize(("name", "given"), [("csrftoken", True), ("session", False), ("messages", False)])
def test_a_kept_page_is_given_to_people_with_cookies_but_not_to_those_with_a_session(name: str, given: bool) -> None:
    kept = Client().get("/plain/").content
    browser = Client()
    browser.cookies[name] = "x" * 32
    assert (browser.get("/plain/").content == kept) is given


@pytest.mark.usefixtures("other_pages", "db")
@pytest.mark.parametrize("header", ["Authorization", "HX-Request"])
def test_a_kept_page_is_not_given_to_who_asks_in_a_special_way(client: Client, header: str) -> None:
    kept = client.get("/plain/").content
    assert client.get("/plain/", headers={header: "true"}).content != kept


@pytest.mark.usefixtures("other_pages", "db")
def test_only_reading_is_answered_from_the_cache(client: Client) -> None:
    kept = client.get("/plain/").content
    assert client.post("/plain/").content != kept


def test_who_is_signed_in_sees_the_page_as_theirs(home: HomePage, priya: Person) -> None:
    guest, browser = Client(), Client()
    browser.force_login(priya)
    assert "Sign in" in guest.get("/").content.decode()
    assert "Priya Nair" in browser.get("/").content.decode()
    assert "Priya" not in guest.get("/").content.decode()


@pytest.mark.usefixtures("other_pages", "db")
def test_different_hosts_have_different_pages(client: Client) -> None:
    one = client.get("/plain/", headers={"Host": "testserver"}).content
    other = client.get("/plain/", headers={"Host": "localhost"}).content
    assert one != other
    assert client.get("/plain/", headers={"Host": "testserver"}).content == one


@pytest.mark.usefixtures("other_pages", "db")
def test_pages_for_http_and_for_https_are_different_pages(client: Client) -> None:
    assert client.get("/plain/").content != client.get("/plain/", secure=True).content


@pytest.mark.usefixtures("other_pages", "db")
def test_a_site_can_do_without_kept_pages(client: Client, settings: Settings) -> None:
    settings.GUEST_PAGES_SECONDS = 0
    assert client.get("/plain/").content != client.get("/plain/").content


@pytest.mark.usefixtures("other_pages", "db")
@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        # In summer the day in London changes at eleven at night, universal time.
        ("2026-07-01T22:59:00", "2026-07-01T23:01:00", False),
        ("2026-07-01T23:59:00", "2026-07-02T00:01:00", True),
        ("2026-12-01T23:59:00", "2026-12-02T00:01:00", False),
        # Nothing is kept for longer than ten minutes.
        ("2026-12-01T12:00:00", "2026-12-01T12:09:00", True),
        ("2026-12-01T12:00:00", "2026-12-01T12:11:00", False),
    ],
)
def test_pages_are_rendered_anew_when_the_day_changes_in_london_and_after_ten_minutes(
    client: Client, first: str, second: str, same: bool
) -> None:
    pages = []
    for moment in (first, second):
        with time_machine.travel(datetime.datetime.fromisoformat(moment).replace(tzinfo=datetime.UTC), tick=False):
            pages.append(client.get("/plain/").content)
    assert (pages[0] == pages[1]) is same


@pytest.mark.usefixtures("other_pages", "db")
class TestHowAKeptPageTravels:
    """Compressed, or not at all if the browser has it."""

    def test_a_browser_that_has_the_page_is_told_that_it_still_holds(self, client: Client) -> None:
        etag = client.get("/plain/")["ETag"]
        again = client.get("/plain/", headers={"If-None-Match": etag})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)

    def test_a_browser_that_has_an_older_page_is_given_the_new_one(self, client: Client) -> None:
        client.get("/plain/")
        again = client.get("/plain/", headers={"If-None-Match": 'W/"0123456789abcdef"'})
        assert again.status_code == 200
        assert again.content

    @pytest.mark.parametrize("visits", [1, 2])
    def test_a_browser_that_can_unpack_gets_it_packed(self, client: Client, visits: int) -> None:
        for _ in range(visits):
            packed = client.get("/plain/", headers={"Accept-Encoding": "gzip, deflate, br"})
        assert packed["Content-Encoding"] == "gzip"
        assert packed["Content-Length"] == str(len(packed.content))
        assert len(packed.content) < 400
        assert gzip.decompress(packed.content) == client.get("/plain/").content

    def test_a_browser_that_cannot_unpack_gets_it_as_it_is(self, client: Client) -> None:
        unpacked = client.get("/plain/")
        assert "Content-Encoding" not in unpacked
        assert unpacked["Content-Length"] == str(len(unpacked.content))

    def test_asking_only_for_the_head_gives_the_head_of_the_kept_page(self, client: Client) -> None:
        page = client.get("/plain/")
        head = client.head("/plain/")
        assert head.content == b""
        assert (head["ETag"], head["Content-Length"]) == (page["ETag"], page["Content-Length"])

    def test_asking_only_for_the_head_keeps_nothing(self, client: Client) -> None:
        client.head("/plain/")
        assert len(client.get("/plain/").content) > 32

    def test_nobody_between_us_and_the_browser_may_keep_it(self, client: Client) -> None:
        answer = client.get("/plain/")
        assert answer["Cache-Control"] == "private, no-cache"
        assert {name.strip() for name in answer["Vary"].split(",")} >= {"Cookie", "Accept-Encoding"}
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "script-src" in answer["Content-Security-Policy"]
