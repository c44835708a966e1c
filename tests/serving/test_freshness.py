"""What guests see changes the moment an editor's change is committed, and not before."""

import datetime
from collections.abc import Callable

import pytest
import time_machine
from django.core.management import call_command
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site
from wagtail_factories import DocumentFactory, ImageFactory

from home.models import ContentPage, HomePage, SiteSettings
from hub.members.models import Person
from hub.serving.freshness import raise_version, version
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.home.editing import form_for

ADDRESS = "/speech/"


@pytest.fixture
def page(home: HomePage) -> ContentPage:
    """A published page that guests have visited."""
    page: ContentPage = ContentPageFactory(parent=home, title="Speech and language", slug="speech", show_in_menus=True)
    publish(page)
    page.refresh_from_db()
    assert Client().get(ADDRESS).status_code == 200
    return page


def publish(page: Page) -> None:
    """Publish the page as it is now."""
    page.save_revision().publish()


def status() -> int:
    """Return what a guest is answered at the page's address."""
    return Client().get(ADDRESS).status_code


def seen() -> str:
    """Return what a guest sees at the page's address."""
    return Client().get(ADDRESS).content.decode()


def test_a_change_is_seen_when_it_is_published(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page.title = "Talking and listening"
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    assert "Talking and listening" in seen()


def test_a_page_that_is_unpublished_is_gone(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert status() == 404


def test_a_page_that_is_deleted_is_gone_from_its_address_and_from_the_menus(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    assert "Speech and language" in Client().get("/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        page.delete()
    assert status() == 404
    assert "Speech and language" not in Client().get("/").content.decode()


def test_a_page_that_is_moved_is_found_at_its_new_address_to_which_the_old_one_leads(
    home: HomePage, page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    other = ContentPageFactory(parent=home, slug="other")
    with django_capture_on_commit_callbacks(execute=True):
        page.move(other, pos="last-child")
    assert Client().get("/other/speech/").status_code == 200
    answer = Client().get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (301, "/other/speech/")


def test_a_new_slug_is_the_new_address_to_which_the_old_one_leads(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page.slug = "talking"
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    assert Client().get("/talking/").status_code == 200
    answer = Client().get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (301, "/talking/")


def test_pages_that_change_places_change_places_in_the_menu(
    home: HomePage, page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        other = ContentPageFactory(parent=home, title="Autism", show_in_menus=True)
    menu = seen()
    assert menu.index("Speech and language</a>") < menu.index("Autism</a>")
    with django_capture_on_commit_callbacks(execute=True):
        other.move(page, pos="left")
    menu = seen()
    assert menu.index("Autism</a>") < menu.index("Speech and language</a>")


def test_a_page_that_becomes_private_is_kept_from_guests_at_once(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    answer = Client().get(ADDRESS)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/sign-in/")
    assert "Speech and language" not in Client().get("/").content.decode()


def test_a_page_that_is_private_no_more_is_seen_at_once(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    raise_version()
    assert status() == 302
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert status() == 200


def test_the_councils_words_change_on_every_page_when_they_are_saved(
    page: ContentPage,
    northmere: SiteSettings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    northmere.council = "Southmere Council"
    with django_capture_on_commit_callbacks(execute=True):
        northmere.save()
    assert "Southmere Council" in seen()


def test_new_news_are_on_the_home_page_and_in_the_list_at_once(
    home: HomePage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    news = NewsIndexPageFactory(parent=home, slug="news")
    for address in ("/", "/news/"):
        Client().get(address)
    with django_capture_on_commit_callbacks(execute=True):
        NewsPageFactory(parent=news, title="A new specialist teacher")
    for address in ("/", "/news/"):
        assert "A new specialist teacher" in Client().get(address).content.decode()


@pytest.mark.parametrize(("minutes", "title"), [(4, "Speech and language"), (6, "Talking and listening")])
def test_a_change_that_waits_for_its_time_is_seen_when_it_has_come(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks, minutes: int, title: str
) -> None:
    page.title = "Talking and listening"
    page.go_live_at = timezone.now() + datetime.timedelta(minutes=5)
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    assert "Speech and language" in seen()
    with (
        time_machine.travel(timezone.now() + datetime.timedelta(minutes=minutes)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        call_command("publish_scheduled", verbosity=0)
    assert title in seen()


def test_a_page_whose_time_is_over_is_gone(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page.expire_at = timezone.now() + datetime.timedelta(minutes=5)
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    assert status() == 200
    with (
        time_machine.travel(timezone.now() + datetime.timedelta(hours=1)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        call_command("publish_scheduled", verbosity=0)
    assert status() == 404


def a_picture() -> None:
    """Add a picture, as when it is given a better description."""
    ImageFactory()


def a_document() -> None:
    """Add a document."""
    DocumentFactory()


def a_redirect() -> None:
    """Lead an address elsewhere."""
    Redirect.objects.create(old_path="/old", redirect_link="/speech/")


def a_site() -> None:
    """Change the site's host name."""
    Site.objects.get().save()


@pytest.mark.parametrize("change", [a_picture, a_document, a_redirect, a_site])
def test_everything_else_that_guests_can_see_raises_the_version(
    db: None,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    change: Callable[[], None],
) -> None:
    before = version()
    with django_capture_on_commit_callbacks(execute=True):
        change()
    assert version() != before


def test_nothing_that_was_kept_outlives_a_migration(db: None) -> None:
    before = version(), Site.get_site_root_paths()
    Site.objects.update(hostname="hub.example.org")
    call_command("migrate", verbosity=0)
    assert version() != before[0]
    assert Site.get_site_root_paths() != before[1]


def test_a_change_that_is_not_committed_changes_nothing(
    page: ContentPage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    before = version()
    with django_capture_on_commit_callbacks(execute=False):
        publish(page)
    assert version() == before


def test_two_changes_at_the_same_moment_are_two_versions() -> None:
    with time_machine.travel(timezone.now(), tick=False):
        versions = [version()]
        for _ in range(50):
            raise_version()
            versions.append(version())
    assert len(set(versions)) == 51


def test_a_draft_keeps_what_guests_see_in_the_cache(
    page: ContentPage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    page.title = "Not yet"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision()
    with django_assert_num_queries(0):
        assert "Speech and language" in seen()


def test_a_draft_saved_in_the_editor_keeps_what_guests_see_in_the_cache(
    page: ContentPage,
    signed_in: Callable[[Person], Client],
    tom: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(tom).post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]), form_for(page, title="Not yet")
        )
    assert answer.status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Not yet"
    with django_assert_num_queries(0):
        assert "Speech and language" in seen()


@pytest.mark.parametrize("kept_before", [True, False])
def test_a_preview_is_neither_kept_nor_answered_from_what_is_kept(
    page: ContentPage, signed_in: Callable[[Person], Client], tom: Person, kept_before: bool
) -> None:
    if not kept_before:
        raise_version()
    browser = signed_in(tom)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert browser.post(preview, form_for(page, title="Not yet")).json()["is_valid"] is True
    assert "Not yet" in browser.get(preview).content.decode()
    assert "Not yet" not in seen()
    assert "Speech and language" in seen()


def test_a_preview_without_a_browser_behind_it_is_not_kept_either(page: ContentPage) -> None:
    raise_version()
    page.title = "Not yet"
    answer = page.make_preview_request(original_request=HttpRequest())
    answer.render()
    assert "Not yet" in answer.content.decode()
    assert "Not yet" not in seen()
