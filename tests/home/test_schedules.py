"""Pages come and go at the hour that was set, everywhere at once."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from home.models import ContentPage, HomePage
from hub.members.models import Person
from hub.worker.tasks import publish_scheduled
from tests.factories.pages import ContentPageFactory
from tests.home.approving import decide, letters_to, send_in
from tests.home.conftest import Commit

ADDRESS = "/autumn-half-term/"
TITLE = "Autumn half-term"


@pytest.fixture
def page(home: HomePage) -> ContentPage:
    """A draft that belongs in the menu."""
    page: ContentPage = ContentPageFactory.create(
        parent=home, title=TITLE, slug="autumn-half-term", show_in_menus=True, live=False
    )
    return page


def by_the_clock(moment: datetime, commit: Commit) -> None:
    """Do the chore of the minute, at this moment."""
    with time_machine.travel(moment, tick=False), commit():
        publish_scheduled.func()


def seen() -> tuple[int, bool, bool]:
    """Return what a guest is answered at the page's address, and whether the menu and the site map name the page."""
    menu = Client().get("/").content.decode()
    return (
        Client().get(ADDRESS).status_code,
        f"{TITLE}</a>" in menu,
        ADDRESS in Client().get("/sitemap.xml").content.decode(),
    )


THERE, AWAY = (200, True, True), (404, False, False)


def test_a_page_appears_when_its_time_has_come_and_goes_when_it_is_over(page: ContentPage, commit: Commit) -> None:
    now = timezone.now()
    page.go_live_at, page.expire_at = now + timedelta(hours=1), now + timedelta(hours=3)
    page.save_revision().publish()
    assert seen() == AWAY

    by_the_clock(now + timedelta(minutes=59), commit)
    assert seen() == AWAY
    by_the_clock(now + timedelta(minutes=61), commit)
    assert seen() == THERE
    # Asked for twice, so that what is kept for guests is what goes.
    assert seen() == THERE
    by_the_clock(now + timedelta(minutes=181), commit)
    assert seen() == AWAY


def test_a_page_that_was_approved_for_later_is_published_then(
    signed_in: Callable[[Person], Client], tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    later = timezone.now() + timedelta(days=2)
    page.save_revision()
    with commit():
        at = timezone.localtime(later).strftime("%Y-%m-%d %H:%M")
        send_in(signed_in(tom), page, go_live_at=at, show_in_menus="on")
    with commit():
        decide(signed_in(helen), page, "approve")
    assert seen() == AWAY
    assert "It will be published on" in letters_to(tom.email)[0].body
    assert len(mail.outbox) == 2

    by_the_clock(later - timedelta(minutes=2), commit)
    assert seen() == AWAY
    by_the_clock(later + timedelta(minutes=2), commit)
    assert seen() == THERE


def test_a_change_to_a_page_waits_for_its_hour_while_guests_read_the_page_as_it_was(
    page: ContentPage, commit: Commit
) -> None:
    now = timezone.now()
    with commit():
        page.save_revision().publish()
    page.refresh_from_db()
    page.title, page.go_live_at = "Spring half-term", now + timedelta(hours=1)
    page.save_revision().publish()
    assert TITLE in Client().get(ADDRESS).content.decode()
    by_the_clock(now + timedelta(hours=2), commit)
    assert "Spring half-term" in Client().get(ADDRESS).content.decode()
