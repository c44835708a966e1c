"""Editors write, publishers publish."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState, WorkflowState

from home.models import (
    ContactPage,
    ContentPage,
    GlossaryPage,
    HomePage,
    LegalPage,
    NewsIndexPage,
    NewsPage,
)
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory
from tests.home.editing import form_for


@pytest.fixture
def page(home: HomePage) -> ContentPage:
    """A published page of guidance."""
    page: ContentPage = ContentPageFactory.create(parent=home, title="Speech and language", slug="speech")
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def save(browser: Client, page: ContentPage, **changes: str) -> None:
    """Send the editor's form."""
    answer = browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_for(page, **changes))
    assert answer.status_code == 302, answer.context["form"].errors


def published_title(page: ContentPage) -> str:
    """Return the title that guests see."""
    return str(ContentPage.objects.get(pk=page.pk).title)


def test_an_editor_saves_drafts_and_cannot_publish(
    signed_in: Callable[[Person], Client], tom: Person, page: ContentPage
) -> None:
    save(signed_in(tom), page, title="Not yet", **{"action-publish": "action-publish"})
    assert published_title(page) == "Speech and language"
    page.refresh_from_db()
    assert page.draft_title == "Not yet"
    assert page.has_unpublished_changes


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_an_editor_cannot_take_a_published_page_away(
    signed_in: Callable[[Person], Client], tom: Person, page: ContentPage, action: str
) -> None:
    signed_in(tom).post(reverse(f"wagtailadmin_pages:{action}", args=[page.pk]))
    assert ContentPage.objects.get(pk=page.pk).live


def test_a_publisher_publishes(signed_in: Callable[[Person], Client], helen: Person, page: ContentPage) -> None:
    save(signed_in(helen), page, title="Talking and listening", **{"action-publish": "action-publish"})
    assert published_title(page) == "Talking and listening"


def test_a_publisher_takes_a_page_back(signed_in: Callable[[Person], Client], helen: Person, page: ContentPage) -> None:
    signed_in(helen).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert not ContentPage.objects.get(pk=page.pk).live


def test_what_an_editor_sends_to_be_approved_is_published_when_a_publisher_approves_it(
    signed_in: Callable[[Person], Client], tom: Person, helen: Person, page: ContentPage
) -> None:
    save(signed_in(tom), page, title="Talking and listening", **{"action-submit": "action-submit"})
    assert published_title(page) == "Speech and language"
    task = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])

    signed_in(tom).post(approve)
    assert published_title(page) == "Speech and language", "an editor approved of his own work"

    signed_in(helen).post(approve)
    assert published_title(page) == "Talking and listening"
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


@pytest.mark.parametrize(("who", "status"), [("priya", 302), ("tom", 302), ("helen", 302), ("rob", 200)])
def test_only_who_runs_the_site_manages_accounts(
    request: pytest.FixtureRequest, signed_in: Callable[[Person], Client], home: HomePage, who: str, status: int
) -> None:
    browser = signed_in(request.getfixturevalue(who))
    assert browser.get(reverse("wagtailusers_users:index")).status_code == status


@pytest.mark.parametrize(
    ("parent", "child", "allowed"),
    [
        (HomePage, ContentPage, True),
        (HomePage, NewsIndexPage, True),
        (HomePage, NewsPage, False),
        (HomePage, HomePage, False),
        (ContentPage, ContentPage, True),
        (ContentPage, NewsPage, False),
        (NewsIndexPage, NewsPage, True),
        (NewsIndexPage, ContentPage, False),
        (NewsPage, ContentPage, False),
        (Page, ContentPage, False),
        (HomePage, ContactPage, True),
        (ContentPage, LegalPage, True),
        (HomePage, GlossaryPage, True),
        (NewsIndexPage, ContactPage, False),
        (ContactPage, ContentPage, False),
        (LegalPage, LegalPage, False),
        (GlossaryPage, ContentPage, False),
    ],
)
def test_pages_stand_only_where_they_belong(parent: type[Page], child: type[Page], allowed: bool) -> None:
    assert (child in parent.allowed_subpage_models()) is allowed


def test_there_is_one_home_page(home: HomePage) -> None:
    assert not HomePage.can_create_at(home.get_parent())


def test_a_page_needs_a_title(home: HomePage) -> None:
    with pytest.raises(ValidationError, match="title"):
        ContentPage(slug="nothing").full_clean(exclude=["path", "depth"])


@pytest.mark.parametrize("kind", [HomePage, ContentPage, NewsIndexPage, NewsPage, ContactPage, GlossaryPage, LegalPage])
def test_every_type_of_page_has_a_form_that_opens(
    signed_in: Callable[[Person], Client], helen: Person, home: HomePage, kind: type[Page]
) -> None:
    browser = signed_in(helen)
    if kind is HomePage:
        answer = browser.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    else:
        parent = home if kind is not NewsPage else home.add_child(instance=NewsIndexPage(title="News", slug="news"))
        answer = browser.get(reverse("wagtailadmin_pages:add", args=["home", kind._meta.model_name, parent.pk]))
    assert answer.status_code == 200
    assert "Sorry" not in answer.content.decode()
