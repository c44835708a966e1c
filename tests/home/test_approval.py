"""Whoever sends a page in hears what became of it, and publishers hear that it waits."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, PageSubscription, WorkflowPage
from wagtail.users.models import UserProfile

from home.approval import write_to
from home.models import ContentPage, HomePage
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory
from tests.factories.people import PersonFactory
from tests.home.approving import decide, html_of, letters_to, send_in
from tests.home.conftest import Commit
from tests.home.editing import comment, form_for

type_of_browser = Callable[[Person], Client]


@pytest.fixture
def page(home: HomePage) -> ContentPage:
    """A published page of guidance."""
    page: ContentPage = ContentPageFactory.create(parent=home, title="Speech & language", slug="speech")
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_every_page_is_approved_by_the_publishers(home: HomePage, publishers: Group) -> None:
    root = Page.objects.get(depth=1)
    workflow = WorkflowPage.objects.get(page=root).workflow
    (step,) = (task.specific for task in workflow.tasks)
    assert isinstance(step, GroupApprovalTask)
    assert list(step.groups.all()) == [publishers]
    assert home.get_workflow() == workflow


def test_publishers_hear_that_a_page_waits_from_whom_and_with_which_words(
    signed_in: type_of_browser, tom: Person, helen: Person, rob: Person, page: ContentPage, commit: Commit
) -> None:
    with commit():
        send_in(
            signed_in(tom),
            page,
            **comment("The times are from the service & agreed"),
        )
    (letter,) = mail.outbox
    assert letter.to == [helen.email], "whoever runs the site is not a publisher"
    assert letter.subject == "Waiting for approval: Speech & language"
    assert "Tom Whitlow has sent in the page" in letter.body
    assert "The times are from the service & agreed" in letter.body
    assert f"http://localhost:8000/admin/pages/{page.pk}/edit/" in letter.body
    assert "Speech &amp; language" in html_of(letters_to(helen.email)[0])


def test_a_page_sent_back_tells_its_author_who_says_what(
    signed_in: type_of_browser, tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    with commit():
        send_in(signed_in(tom), page)
    with commit():
        decide(signed_in(helen), page, "reject", "Please give the new number & hours.")
    (letter,) = letters_to(tom.email)
    assert letter.subject == "Sent back to you: Speech & language"
    assert "Helen Marsh has read the page" in letter.body
    assert "Please give the new number & hours." in letter.body
    assert f"/admin/pages/{page.pk}/edit/" in letter.body
    assert "Please give the new number &amp; hours." in html_of(letter)


def test_each_time_it_is_sent_back_the_author_hears(
    signed_in: type_of_browser, tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    comments = ["First of all, shorter.", "Now add the date.", "And the place."]
    for words in comments:
        with commit():
            send_in(signed_in(tom), page)
        with commit():
            decide(signed_in(helen), page, "reject", words)
    letters = letters_to(tom.email)
    assert len(letters) == 3
    assert all(words in letter.body for letter, words in zip(letters, comments, strict=True))
    assert len(letters_to(helen.email)) == 3


def test_whoever_sent_it_in_again_hears_as_well_as_who_began(
    signed_in: type_of_browser, tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    ann = PersonFactory.create(first_name="Ann", last_name="Lowe", groups=["LA editors"])
    with commit():
        send_in(signed_in(tom), page)
    with commit():
        decide(signed_in(helen), page, "reject", "Shorter, please.")
    with commit():
        send_in(signed_in(ann), page)
    mail.outbox.clear()
    with commit():
        decide(signed_in(helen), page, "reject", "Better, but there is no date.")
    assert len(letters_to(ann.email)) == len(letters_to(tom.email)) == 1
    assert "no date" in letters_to(ann.email)[0].body


def test_an_author_hears_of_the_approval_and_where_the_page_is(
    signed_in: type_of_browser, tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    with commit():
        send_in(signed_in(tom), page, title="Talking and listening")
    with commit():
        decide(signed_in(helen), page, "approve", "Well put.")
    (letter,) = letters_to(tom.email)
    assert letter.subject == "Approved: Talking and listening"
    assert "Helen Marsh has approved the page" in letter.body
    assert "Well put." in letter.body
    assert "/speech/" in letter.body


def test_nobody_is_told_what_they_did_themselves(
    signed_in: type_of_browser, helen: Person, page: ContentPage, commit: Commit
) -> None:
    with commit():
        send_in(signed_in(helen), page)
    with commit():
        decide(signed_in(helen), page, "approve")
    assert mail.outbox == []


def test_a_publisher_who_is_in_two_groups_hears_once(
    signed_in: type_of_browser, tom: Person, page: ContentPage, commit: Commit
) -> None:
    both = PersonFactory.create(groups=["LA editors", "LA publishers"])
    with commit():
        send_in(signed_in(tom), page)
    assert len(letters_to(both.email)) == 1


def test_where_nobody_publishes_those_who_run_the_site_hear(
    signed_in: type_of_browser, tom: Person, rob: Person, page: ContentPage, commit: Commit
) -> None:
    with commit():
        send_in(signed_in(tom), page)
    assert [letter.to for letter in mail.outbox] == [[rob.email]]


def test_nobody_is_written_to_who_does_not_want_it_or_has_left(
    signed_in: type_of_browser, tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    gone = PersonFactory.create(groups=["LA publishers"], is_active=False)
    profile = UserProfile.get_for_user(helen)
    profile.submitted_notifications = False
    profile.save()
    with commit():
        send_in(signed_in(tom), page)
    assert letters_to(gone.email) == letters_to(helen.email) == []


def test_a_letter_about_what_is_settled_or_gone_is_not_sent(
    signed_in: type_of_browser, tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    with commit():
        send_in(signed_in(tom), page)
    step = page.current_workflow_task_state
    with commit():
        decide(signed_in(helen), page, "approve")
    mail.outbox.clear()
    write_to.func("waiting", step.pk, helen.pk)
    write_to.func("approved", step.pk + 1000, tom.pk)
    assert mail.outbox == []


def test_the_editor_shows_the_author_what_the_publisher_said(
    signed_in: type_of_browser, tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    with commit():
        send_in(signed_in(tom), page)
        decide(signed_in(helen), page, "reject", "Please give the new number.")
    form = signed_in(tom).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Please give the new number." in form


def test_comments_in_the_page_reach_who_sent_it_in_in_our_words(
    signed_in: type_of_browser, tom: Person, helen: Person, page: ContentPage, commit: Commit
) -> None:
    with commit():
        send_in(signed_in(tom), page)
    assert PageSubscription.objects.get(page=page, user=tom).comment_notifications
    mail.outbox.clear()
    answer = signed_in(helen).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        form_for(
            page,
            **comment("Is this number still right?"),
        ),
    )
    assert answer.status_code == 302
    (letter,) = letters_to(tom.email)
    assert letter.subject == "Comments on Speech & language, from Helen Marsh"
    assert "Is this number still right?" in letter.body
    assert letter.body.startswith("Hello Tom\n")
    assert "Is this number still right?" in html_of(letter)
