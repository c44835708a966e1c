"""Whoever keeps an old address is led to the new one, unless the page is not for them."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from home.models import ContentPage, HomePage
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory
from tests.home.conftest import Commit


@pytest.fixture
def section(home: HomePage) -> ContentPage:
    """A published page with a page under it, which guests have visited."""
    section: ContentPage = ContentPageFactory.create(parent=home, title="Speech", slug="speech")
    ContentPageFactory.create(parent=section, title="Talking", slug="talking")
    assert Client().get("/speech/talking/").status_code == 200
    return section


def led(address: str, browser: Client | None = None) -> tuple[int, str]:
    """Return what is answered at the address, and where it leads."""
    answer = (browser or Client()).get(address)
    return answer.status_code, answer.get("Location", "")


def rename(page: ContentPage, slug: str, commit: Commit) -> None:
    """Publish the page under a new last part of its address."""
    page.refresh_from_db()
    page.slug = slug
    with commit():
        page.save_revision().publish()


def move(page: ContentPage, under: ContentPage, commit: Commit) -> None:
    """Move the page, with what is under it."""
    page.refresh_from_db()
    under.refresh_from_db()
    with commit():
        page.move(under, pos="last-child")


def test_a_new_name_leads_from_the_old_address_of_the_page_and_of_those_under_it(
    section: ContentPage, commit: Commit
) -> None:
    rename(section, "language", commit)
    assert led("/speech/") == (301, "/language/")
    assert led("/speech/talking/") == (301, "/language/talking/")
    assert led("/language/talking/")[0] == 200


def test_a_page_that_moves_leads_from_its_old_address_and_from_those_under_it(
    home: HomePage, section: ContentPage, commit: Commit
) -> None:
    other = ContentPageFactory.create(parent=home, slug="help")
    move(section, other, commit)
    assert led("/speech/") == (301, "/help/speech/")
    assert led("/speech/talking/") == (301, "/help/speech/talking/")


def test_two_moves_are_one_hop_and_there_is_no_circle(home: HomePage, section: ContentPage, commit: Commit) -> None:
    rename(section, "language", commit)
    other = ContentPageFactory.create(parent=home, slug="help")
    move(section, other, commit)
    assert led("/speech/talking/") == (301, "/help/language/talking/")
    assert led("/language/talking/") == (301, "/help/language/talking/")
    rename(section, "speech", commit)
    move(section, ContentPage.objects.get(pk=other.pk).get_parent(), commit)
    assert led("/speech/talking/")[0] == 200
    assert led("/language/talking/") == (301, "/speech/talking/")


@pytest.mark.parametrize(
    ("query", "kept"), [("", ""), ("?page=2", "?page=2"), ("?b=1&a=caf%C3%A9", "?b=1&a=caf%C3%A9")]
)
def test_what_stood_after_the_question_mark_is_kept(
    section: ContentPage, commit: Commit, query: str, kept: str
) -> None:
    rename(section, "language", commit)
    assert led(f"/speech/{query}") == (301, f"/language/{kept}")


def test_a_new_page_at_the_old_address_is_what_is_found_there(
    home: HomePage, section: ContentPage, commit: Commit
) -> None:
    rename(section, "language", commit)
    assert led("/speech/")[0] == 301
    with commit():
        ContentPageFactory.create(parent=home, slug="speech")
    assert led("/speech/") == (200, "")


def test_the_old_address_of_a_private_page_tells_guests_nothing(
    signed_in: Callable[[Person], Client], priya: Person, section: ContentPage, commit: Commit
) -> None:
    rename(section, "language", commit)
    with commit():
        PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert led("/speech/") == (404, "")
    assert led("/speech/talking/") == (404, "")
    assert led("/speech/", signed_in(priya)) == (301, "/language/")


def test_the_old_address_of_a_page_that_was_taken_back_leads_nowhere(section: ContentPage, commit: Commit) -> None:
    rename(section, "language", commit)
    with commit():
        section.unpublish()
    assert led("/speech/") == (404, "")
