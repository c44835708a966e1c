"""What somebody who works on pages sees first: what waits, what came back, what is unfinished, what needs care."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import GroupPagePermission, TaskState, Workflow

from home.models import ContentPage, HomePage
from hub.members.models import Person
from tests.factories.answers import PageAnswerFactory
from tests.factories.pages import ContentPageFactory
from tests.look.markup import read

DASHBOARD = "/admin/"
PANELS = ("Waiting for me", "Sent back to me", "My drafts", "Due for review", "Pages that did not help")
EMPTY = (
    "Nothing waits for you to approve it.",
    "Nothing was sent back to you.",
    "You have no drafts. All that you wrote is published.",
    "No page is to be read again in the next 30 days.",
    "In the last 90 days nobody said that a page was not useful.",
)
Browser = Callable[[Person], Client]


def panel(browser: Client, name: str) -> list[list[str]]:
    """Return what a panel shows, row by row."""
    text = browser.get(DASHBOARD).content.decode()
    inside = text.partition(f'id="{name}-content"')[2].partition("</section>")[0].partition("<tbody>")[2]
    return [[cell.text for cell in row.all("td")] for row in read(inside.partition("</tbody>")[0]).all("tr")]


def write(home: HomePage, person: Person, title: str, *, live: bool = True) -> ContentPage:
    """Make a page with a draft of this person's."""
    page: ContentPage = ContentPageFactory.create(parent=home, title=f"{title} before", live=live)
    page.title = title
    page.save_revision(user=person)
    page.refresh_from_db()
    return page


def send(page: ContentPage, person: Person) -> TaskState:
    """Send the draft to be approved."""
    workflow = Workflow.objects.get()
    return workflow.start(page, person).current_task_state


@pytest.mark.parametrize("who", ["tom", "helen", "rob"])
def test_a_new_day_says_in_sentences_that_nothing_waits(
    request: pytest.FixtureRequest, signed_in: Browser, home: HomePage, who: str
) -> None:
    shown = signed_in(request.getfixturevalue(who)).get(DASHBOARD).content.decode()
    headings = re.findall(r"data-panel-heading-text>([^<]+)<", shown)
    assert tuple(headings) == PANELS
    assert [sentence for sentence in EMPTY if sentence not in shown] == []


def test_what_an_editor_sends_waits_for_a_publisher_and_not_for_the_editor(
    signed_in: Browser, tom: Person, helen: Person, home: HomePage
) -> None:
    send(write(home, tom, "Hearing"), tom)
    today = f"{timezone.localdate():%-d %B %Y}"
    assert panel(signed_in(helen), "waiting_for_me") == [["Hearing", "Tom Whitlow", today]]
    assert panel(signed_in(tom), "waiting_for_me") == []
    assert panel(signed_in(tom), "my_drafts") == [["Hearing", "Sent to be approved", today]]


def test_what_was_sent_back_comes_with_what_was_said(
    signed_in: Browser, tom: Person, helen: Person, home: HomePage
) -> None:
    page = write(home, tom, "Hearing")
    task = send(page, tom)
    task.task.specific.on_action(task, helen, "reject", comment="Say who may ask.")
    today = f"{timezone.localdate():%-d %B %Y}"
    assert panel(signed_in(tom), "sent_back_to_me") == [["Hearing “Say who may ask.”", "Helen Marsh", today]]
    assert panel(signed_in(helen), "sent_back_to_me") == []
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in signed_in(tom).get(DASHBOARD).content.decode()


def test_drafts_are_one_s_own_and_say_how_they_stand(
    signed_in: Browser, tom: Person, helen: Person, home: HomePage
) -> None:
    write(home, tom, "New", live=False)
    write(home, tom, "Changed")
    write(home, helen, "Of another")
    write(home, tom, "Done").get_latest_revision().publish()
    assert [row[:2] for row in panel(signed_in(tom), "my_drafts")] == [
        ["Changed", "Changes not published"],
        ["New", "Never published"],
    ]


def test_a_draft_that_is_to_be_published_later_says_so(signed_in: Browser, helen: Person, home: HomePage) -> None:
    page = write(home, helen, "Later", live=False)
    page.title, page.go_live_at = "Later", timezone.now() + timedelta(days=3)
    page.save_revision(user=helen).publish()
    assert panel(signed_in(helen), "my_drafts")[0][:2] == ["Later", "Will be published later"]


def test_the_five_pages_that_are_due_soonest_lead_to_the_report(
    signed_in: Browser, tom: Person, home: HomePage
) -> None:
    today = timezone.localdate()
    for days in range(6):
        ContentPageFactory.create(
            parent=home, title=f"Due {days}", review_by=today + timedelta(days=days - 2), looked_after_by="SEN team"
        )
    browser = signed_in(tom)
    assert panel(browser, "due_for_review") == [
        ["Due 0", "SEN team", "2 days overdue"],
        ["Due 1", "SEN team", "1 day overdue"],
        ["Due 2", "SEN team", "Due today"],
        ["Due 3", "SEN team", "Due in 1 day"],
        ["Due 4", "SEN team", "Due in 2 days"],
    ]
    assert f'href="{reverse("due_for_review")}"' in browser.get(DASHBOARD).content.decode()


def test_the_pages_that_did_not_help_lead_to_what_people_looked_for(
    signed_in: Browser, tom: Person, home: HomePage
) -> None:
    today = timezone.localdate()
    pages = ContentPageFactory.create_batch(7, parent=home)
    for number, page in enumerate(pages):
        PageAnswerFactory.create_batch(number, page=page, day=today)
        PageAnswerFactory.create(page=page, day=today, useful=True)
    PageAnswerFactory.create_batch(9, page=pages[0], day=today - timedelta(days=91))
    browser = signed_in(tom)
    shown = panel(browser, "did_not_help")
    assert shown == [[page.title, f"{number} no", "1 yes"] for number, page in [*enumerate(pages)][:1:-1]]
    assert reverse("page_remarks", args=[pages[6].pk]) in browser.get(DASHBOARD).content.decode()


def test_nothing_is_said_of_pages_that_are_not_in_hand(
    signed_in: Browser, tom: Person, helen: Person, home: HomePage
) -> None:
    mine = ContentPageFactory.create(parent=home)
    GroupPagePermission.objects.filter(group=Group.objects.get(name="LA editors")).update(page=mine)
    page = write(home, tom, "Out of hand")
    page.review_by = timezone.localdate()
    page.save()
    PageAnswerFactory.create(page=page, day=timezone.localdate())
    task = send(page, tom)
    task.task.specific.on_action(task, helen, "reject", comment="No")
    assert "Out of hand" not in signed_in(tom).get(DASHBOARD).content.decode()


@pytest.mark.parametrize("rows", [1, 20])
def test_the_dashboard_costs_the_same_however_much_waits(
    signed_in: Browser,
    tom: Person,
    helen: Person,
    home: HomePage,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    rows: int,
) -> None:
    today = timezone.localdate()
    for number in range(rows):
        sent = write(home, tom, f"Sent {number}")
        sent.review_by = today
        sent.save()
        send(sent, tom)
        back = write(home, helen, f"Back {number}")
        task = send(back, helen)
        task.task.specific.on_action(task, helen, "reject", comment="No")
        PageAnswerFactory.create(page=sent, day=today)
    browser = signed_in(helen)
    browser.get(DASHBOARD)
    with django_assert_max_num_queries(32):
        shown = browser.get(DASHBOARD)
    assert len(panel(browser, "waiting_for_me")) == min(rows, 10)
    assert len(panel(browser, "sent_back_to_me")) == min(rows, 10)
    assert shown.status_code == 200
