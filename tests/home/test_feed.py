"""The news as an Atom feed, and by year."""

import datetime
import time
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as search_settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from home.feeds import NewsFeed, as_xml
from home.models import HomePage, NewsIndexPage, NewsPage, SiteSettings
from hub.members.models import Person
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "/news/feed.atom"


@pytest.fixture
def news(home: HomePage) -> NewsIndexPage:
    """The list of news."""
    page: NewsIndexPage = NewsIndexPageFactory.create(parent=home, slug="news", lead="What is new & good.")
    return page


def a_piece(news: NewsIndexPage, title: str, date: str = "2026-11-25", **said: object) -> NewsPage:
    """Make a published piece of news."""
    piece: NewsPage = NewsPageFactory.create(parent=news, title=title, date=datetime.date.fromisoformat(date), **said)
    return piece


def the_feed(browser: Client | None = None) -> ElementTree.Element:
    """Return the feed as a reader gets it."""
    raise_version()
    answer = (browser or Client()).get(FEED)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314 - our own


def text(element: ElementTree.Element, name: str) -> str:
    """Return what a part of an element says."""
    found = element.find(f"{ATOM}{name}")
    assert found is not None, name
    return found.text or ""


def titles(feed: ElementTree.Element) -> list[str]:
    """Return the titles of the entries."""
    return [text(entry, "title") for entry in feed.findall(f"{ATOM}entry")]


def test_the_feed_says_all_that_a_feed_must(news: NewsIndexPage, northmere: SiteSettings) -> None:
    piece = a_piece(news, "Drop-ins move", summary="To the library & back.", slug="drop-ins")
    piece.save_revision().publish()
    feed = the_feed()
    assert text(feed, "title") == "News \N{EN DASH} SENCo Hub, Northmere Council"
    assert text(feed, "subtitle") == "What is new & good."
    assert text(feed, "id") == f"urn:uuid:{news.translation_key}"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": "http://testserver/news/", "self": "http://testserver/news/feed.atom"}
    author = feed.find(f"{ATOM}author")
    assert author is not None
    assert text(author, "name") == "Northmere Council"
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert text(entry, "title") == "Drop-ins move"
    assert unescape(text(entry, "summary")) == "To the library & back."
    assert text(entry, "id") == f"urn:uuid:{piece.translation_key}"
    assert text(entry, "published") == "2026-11-25T00:00:00+00:00"
    updated = datetime.datetime.fromisoformat(text(entry, "updated"))
    assert updated == datetime.datetime.fromisoformat(text(feed, "updated"))
    piece.refresh_from_db()
    assert updated == max(piece.last_published_at, datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC)).replace(
        microsecond=0
    )
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "http://testserver/news/drop-ins/"


def test_the_twenty_latest_stand_in_the_feed_newest_first(news: NewsIndexPage) -> None:
    for number in range(1, 23):
        a_piece(news, f"Item {number}", f"2026-10-{number:02}")
    assert titles(the_feed()) == [f"Item {number}" for number in range(22, 2, -1)]


def test_drafts_and_private_news_are_in_no_feed_whoever_asks(
    news: NewsIndexPage, signed_in: Callable[[Person], Client], priya: Person
) -> None:
    a_piece(news, "Public")
    a_piece(news, "Draft", live=False)
    private = a_piece(news, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert titles(the_feed()) == titles(the_feed(signed_in(priya))) == ["Public"]


def test_there_is_no_feed_of_a_private_list_or_of_what_is_no_list(
    news: NewsIndexPage, home: HomePage, signed_in: Callable[[Person], Client], priya: Person
) -> None:
    ContentPageFactory.create(parent=home, slug="guidance")
    PageViewRestriction.objects.create(page=news, restriction_type=PageViewRestriction.LOGIN)
    raise_version()
    assert Client().get(FEED).status_code == Client().get("/guidance/feed.atom").status_code == 404
    html = signed_in(priya).get("/news/").content.decode()
    assert "feed.atom" not in html


def test_a_feed_without_news_is_the_same_at_any_time(news: NewsIndexPage) -> None:
    first = Client().get(FEED)
    raise_version()
    time.sleep(1.1)
    assert Client().get(FEED)["ETag"] == first["ETag"]


def test_a_reader_that_has_the_feed_is_told_that_it_still_holds(
    news: NewsIndexPage, signed_in: Callable[[Person], Client], priya: Person
) -> None:
    a_piece(news, "Public")
    raise_version()
    for browser in (Client(), signed_in(priya)):
        etag = browser.get(FEED)["ETag"]
        assert browser.get(FEED, headers={"If-None-Match": etag}).status_code == 304
    assert Client().get(FEED, headers={"Accept-Encoding": "gzip"})["Content-Encoding"] == "gzip"


def test_the_next_reader_costs_no_query(news: NewsIndexPage, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    a_piece(news, "Public")
    Client().get(FEED)
    with django_assert_num_queries(0):
        assert Client().get(FEED).status_code == 200


def test_pages_of_news_and_the_front_door_say_where_the_feed_is(news: NewsIndexPage) -> None:
    a_piece(news, "Public", slug="item")
    raise_version()
    for address in ("/", "/news/", "/news/item/"):
        html = Client().get(address).content.decode()
        assert 'rel="alternate" type="application/atom+xml"' in html
        assert f'href="{FEED}"' in html


def test_without_news_the_front_door_speaks_of_no_feed(home: HomePage) -> None:
    assert "atom" not in Client().get("/").content.decode()


@search_settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.text())
def test_any_words_make_a_feed_that_can_be_read(title: str, summary: str) -> None:
    feed = NewsFeed(title=as_xml(title), link="http://testserver/", description="")
    feed.begun = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    read = ElementTree.fromstring(feed.writeString("utf-8"))  # noqa: S314 - our own
    # XML makes one kind of line end of all.
    assert text(read, "title") == as_xml(title).replace("\r\n", "\n").replace("\r", "\n")
    assert set(as_xml(summary)) <= set(summary)


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "a & b", "]]>", 'a "b"', "\x0b\ufffe", "&lt;b&gt;"])
def test_signs_of_markup_are_words_in_a_feed(news: NewsIndexPage, words: str) -> None:
    NewsPage.objects.filter(pk=a_piece(news, "Item").pk).update(summary=words)
    entry = the_feed().find(f"{ATOM}entry")
    assert entry is not None
    assert unescape(text(entry, "summary")) == as_xml(words)


def test_news_of_a_year_have_an_address_of_their_own(news: NewsIndexPage) -> None:
    a_piece(news, "Older", "2025-12-31")
    a_piece(news, "Newer", "2026-01-01")
    raise_version()
    html = Client().get("/news/2025/").content.decode()
    assert "Older" in html
    assert "Newer" not in html
    assert "<title>News of 2025 \N{EN DASH} SENCo Hub, Our council</title>" in " ".join(html.split())
    assert '<link rel="canonical" href="http://testserver/news/2025/">' in html
    assert '<li><a href="/news/">News</a></li>' in html
    assert '<a href="/news/2025/" aria-current="page">2025</a>' in html
    assert '<a href="/news/2026/">2026</a>' in html


def test_a_year_without_news_is_not_there(news: NewsIndexPage) -> None:
    a_piece(news, "Draft", "2024-05-01", live=False)
    a_piece(news, "Item", "2025-12-31")
    raise_version()
    assert [Client().get(f"/news/{year}/").status_code for year in (2024, 2025, 2026)] == [404, 200, 404]


def test_one_year_of_news_needs_no_list_of_years(news: NewsIndexPage) -> None:
    a_piece(news, "Item")
    raise_version()
    assert "News by year" not in Client().get("/news/").content.decode()


def test_a_private_list_has_its_years_for_those_who_may_see_it(
    news: NewsIndexPage, signed_in: Callable[[Person], Client], priya: Person
) -> None:
    PageViewRestriction.objects.create(page=news, restriction_type=PageViewRestriction.LOGIN)
    raise_version()
    assert Client().get("/news/2026/").status_code == 302
    assert signed_in(priya).get("/news/1999/").status_code == 404


def test_no_piece_of_news_takes_the_address_of_a_year(news: NewsIndexPage) -> None:
    piece = NewsPageFactory.build(slug="2026")
    with pytest.raises(ValidationError, match="Four digits"):
        piece.clean()
