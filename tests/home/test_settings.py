"""The council's settings: its notice comes and goes on time, its logo, who may change them."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks
from wagtail.models import Site
from wagtail_factories import ImageFactory

from home.models import HomePage, SiteSettings
from home.notices import Notice
from home.pictures.making import make_sizes
from hub.members.models import Person
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory
from tests.look.markup import read

NOON = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
SECOND = datetime.timedelta(seconds=1)
SOME_TIME = st.integers(-500_000, 500_000).map(lambda minutes: NOON + minutes * MINUTE)
MOMENTS = st.none() | SOME_TIME


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """A clock that stands at noon until it is moved."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def put_up(words: SiteSettings, **said: Any) -> None:
    """Put up a notice."""
    for name, value in {"notice": "<p>The <b>helpline</b> is closed.</p>", **said}.items():
        setattr(words, name, value)
    words.full_clean()
    words.save()
    raise_version()


def notice_at(address: str = "/") -> bool:
    """Whether a guest sees the notice there."""
    return "<b>helpline</b> is closed" in Client().get(address).content.decode()


def test_a_notice_without_times_is_shown_at_once_on_every_page(home: HomePage, northmere: SiteSettings) -> None:
    ContentPageFactory.create(parent=home, slug="guidance")
    assert not notice_at()
    put_up(northmere)
    assert all(notice_at(address) for address in ("/", "/guidance/", "/search/", "/account/sign-in/", "/no/page/"))


def test_a_notice_appears_and_goes_on_time_although_pages_are_kept(
    northmere: SiteSettings, clock: time_machine.Traveller
) -> None:
    put_up(northmere, notice_from=NOON + 5 * MINUTE, notice_until=NOON + 8 * MINUTE)
    seen = []
    for after in (0 * MINUTE, 4 * MINUTE, 5 * MINUTE - SECOND, 5 * MINUTE, 8 * MINUTE - SECOND, 8 * MINUTE, 9 * MINUTE):
        clock.move_to(NOON + after, tick=False)
        seen.append(notice_at())
    assert seen == [False, False, False, True, True, False, False]


def test_a_page_made_just_before_a_change_is_not_kept_beyond_it(
    northmere: SiteSettings, clock: time_machine.Traveller
) -> None:
    put_up(northmere, notice_from=NOON + SECOND / 2)
    assert not notice_at()
    clock.move_to(NOON + SECOND, tick=False)
    assert notice_at()


def test_pages_are_kept_as_ever_while_no_change_is_near(
    northmere: SiteSettings, clock: time_machine.Traveller, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    put_up(northmere, notice_until=NOON + 60 * MINUTE)
    assert notice_at()
    clock.move_to(NOON + 9 * MINUTE, tick=False)
    with django_assert_num_queries(0):
        assert notice_at()


def test_a_notice_that_is_changed_is_changed_for_guests_at_once(
    northmere: SiteSettings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    put_up(northmere)
    assert notice_at()
    northmere.notice = ""
    with django_capture_on_commit_callbacks(execute=True):
        northmere.save()
    assert not notice_at()


@given(MOMENTS, MOMENTS, SOME_TIME)
def test_between_two_changes_a_notice_stays_as_it_is(
    begins: datetime.datetime | None, ends: datetime.datetime | None, now: datetime.datetime
) -> None:
    notice = Notice("", important=False, begins=begins, ends=ends)
    change = notice.next_change(now)
    if change is None:
        assert notice.is_shown(now) is notice.is_shown(now + datetime.timedelta(days=800))
    else:
        assert change > now
        assert notice.is_shown(now) is notice.is_shown(change - datetime.timedelta(microseconds=1))


def test_a_notice_says_how_important_it_is_in_words_too(northmere: SiteSettings) -> None:
    put_up(northmere, notice_level="important")
    page = read(Client().get("/").content.decode())
    assert page.one("section", class_="site-notice-important").attributes["aria-label"] == "Important notice"


def test_a_notice_leads_to_a_page_only_while_it_is_public(home: HomePage, northmere: SiteSettings) -> None:
    page = ContentPageFactory.create(parent=home, slug="closing")
    put_up(northmere, notice=f'<p><a linktype="page" id="{page.pk}">When we close</a></p>')
    assert '<a href="/closing/">When we close</a>' in Client().get("/").content.decode()
    page.unpublish()
    raise_version()
    html = Client().get("/").content.decode()
    assert "When we close" in html
    assert "/closing/" not in html


def test_a_notice_ends_after_it_begins(northmere: SiteSettings) -> None:
    with pytest.raises(ValidationError, match="must end after it begins"):
        put_up(northmere, notice_from=NOON, notice_until=NOON)


def test_the_logo_stands_in_place_of_the_mark_and_says_nothing(northmere: SiteSettings) -> None:
    northmere.logo = ImageFactory.create()
    northmere.save()
    make_sizes(northmere.logo, "logo")
    raise_version()
    page = read(Client().get("/").content.decode())
    brand = page.one(class_="brand")
    logo = brand.one("img")
    assert logo.attributes["alt"] == ""
    assert int(str(logo.attributes["width"])) <= 88
    assert int(str(logo.attributes["height"])) <= 80
    assert not brand.all("svg")
    assert Client().get(str(logo.attributes["src"])).getvalue()


def test_the_mark_is_back_when_the_logo_is_deleted(
    northmere: SiteSettings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    logo = ImageFactory.create()
    northmere.logo = logo
    northmere.save()
    make_sizes(logo, "logo")
    raise_version()
    assert "<img" in Client().get("/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        logo.delete()
    assert "<img" not in Client().get("/").content.decode()


def test_a_drawing_that_could_hold_scripts_is_no_logo(northmere: SiteSettings) -> None:
    logo = ImageFactory.create()
    logo.file.name = "original_images/logo.svg"
    northmere.logo = logo
    with pytest.raises(ValidationError, match="An SVG cannot be used"):
        northmere.full_clean()


def form(browser: Client) -> str:
    """Return the form of the settings."""
    site = Site.objects.get()
    answer = browser.get(f"/admin/settings/home/sitesettings/{site.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(("accent", "warned"), [("#8c2f1b", True), ("#0b5961", False), ("", False)])
def test_a_publisher_is_warned_of_an_accent_near_red_but_may_have_it(
    northmere: SiteSettings, signed_in: Callable[[Person], Client], helen: Person, accent: str, warned: bool
) -> None:
    northmere.accent = accent
    northmere.full_clean()
    northmere.save()
    assert ("is near red" in form(signed_in(helen))) is warned


@pytest.mark.parametrize(
    ("begins", "ends", "sentence"),
    [
        (None, None, "Everybody sees this now."),
        (None, NOON + MINUTE, "Everybody sees this now, until Wednesday 25 November 2026, 12.01pm."),
        (NOON + MINUTE, None, "Nobody sees this yet: it begins on Wednesday 25 November 2026, 12.01pm."),
        (None, NOON, "Nobody sees this any more: it ended on Wednesday 25 November 2026, 12 noon."),
    ],
)
def test_the_form_says_when_the_notice_is_seen(
    northmere: SiteSettings,
    signed_in: Callable[[Person], Client],
    helen: Person,
    clock: time_machine.Traveller,
    begins: datetime.datetime | None,
    ends: datetime.datetime | None,
    sentence: str,
) -> None:
    browser = signed_in(helen)
    assert "sees this" not in form(browser)
    put_up(northmere, notice_from=begins, notice_until=ends)
    assert sentence in form(browser)
