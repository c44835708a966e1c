"""What somebody who works on the pages sees first: what waits, what came back, what is unfinished, what needs care.

Each panel shows a few rows and says so when there is nothing; what it asks of the database does not grow with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState, WorkflowState

from home.editors import pages_in_hand
from home.review_dates import SOON, due_for_review, keeping_of
from home.usefulness import usefulness_of
from hub.members.models import Person

MOST_ROWS: Final = 10
FEW_ROWS: Final = 5
NOT_HELPFUL_FOR: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Row:
    """One page in a panel: its title, where it leads, what stands beside it, and what somebody said of it."""

    title: str
    url: str
    facts: tuple[str, ...]
    words: str = ""


class PagesPanel(Component):
    """A list of pages that are in this person's hands."""

    template_name = "home/dashboard/panel.html"
    name = ""
    order = 0
    heading = ""
    columns: tuple[str, ...] = ()
    empty = ""
    report = ""
    report_text = ""

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return what the template shows."""
        person = (parent_context or {})["request"].user
        return {
            "panel": self,
            "rows": self.rows(person),
            "report_url": reverse(self.report) if self.report else "",
        }

    def rows(self, person: Person) -> list[Row]:
        """Return what this person is shown."""
        raise NotImplementedError


class WaitingForMe(PagesPanel):
    """What others have sent, and this person may approve."""

    name = "waiting_for_me"
    order = 100
    heading = "Waiting for me"
    columns = ("Sent by", "Sent on")
    empty = "Nothing waits for you to approve it."

    def rows(self, person: Person) -> list[Row]:
        """Return the tasks that this person may decide, the oldest first."""
        states = (
            TaskState.objects.reviewable_by(person)
            .filter(revision__base_content_type=_page_type())
            .select_related("revision", "workflow_state__requested_by")
            .order_by("started_at", "pk")[:MOST_ROWS]
        )
        return [
            Row(
                state.revision.object_str,
                _edit(state.revision.object_id),
                (str(state.workflow_state.requested_by or ""), _day(state.started_at)),
            )
            for state in states
        ]


class SentBackToMe(PagesPanel):
    """What this person sent to be approved, and somebody asked to change."""

    name = "sent_back_to_me"
    order = 110
    heading = "Sent back to me"
    columns = ("Sent back by", "Sent back on")
    empty = "Nothing was sent back to you."

    def rows(self, person: Person) -> list[Row]:
        """Return this person's submissions that need changes, the latest first, with what was said of them."""
        states = list(
            WorkflowState.objects.filter(
                requested_by=person, status=WorkflowState.STATUS_NEEDS_CHANGES, base_content_type=_page_type()
            )
            .select_related("current_task_state__finished_by")
            .order_by("-current_task_state__finished_at", "-pk")[:MOST_ROWS]
        )
        titles = dict(
            pages_in_hand(person)
            .filter(pk__in=[int(state.object_id) for state in states])
            .values_list("pk", "draft_title")
        )
        return [
            Row(titles[int(state.object_id)], _edit(state.object_id), _sent_back(task), task.comment if task else "")
            for state in states
            if int(state.object_id) in titles
            for task in [state.current_task_state]
        ]


class MyDrafts(PagesPanel):
    """What this person was the last to write, and guests do not see yet."""

    name = "my_drafts"
    order = 120
    heading = "My drafts"
    columns = ("How it stands", "Last saved")
    empty = "You have no drafts. All that you wrote is published."

    def rows(self, person: Person) -> list[Row]:
        """Return the pages with unpublished changes whose latest version is this person's, the latest first."""
        sent = WorkflowState.objects.filter(
            base_content_type=_page_type(),
            object_id=Cast(OuterRef("pk"), CharField()),
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
        drafts = (
            pages_in_hand(person)
            .filter(has_unpublished_changes=True, latest_revision__user=person)
            .annotate(sent=Exists(sent))
            .annotate_approved_schedule()
            .order_by("-latest_revision_created_at", "-pk")[:MOST_ROWS]
        )
        return [
            Row(page.draft_title, _edit(page.pk), (_standing(page), _day(page.latest_revision_created_at)))
            for page in drafts
        ]


class DueForReview(PagesPanel):
    """The pages that are to be read again soonest."""

    name = "due_for_review"
    order = 130
    heading = "Due for review"
    columns = ("Team", "How it stands")
    empty = "No page is to be read again in the next 30 days."
    report = "due_for_review"
    report_text = "All pages due for review"

    def rows(self, person: Person) -> list[Row]:
        """Return the pages overdue or due in the next 30 days, the longest overdue first."""
        today = timezone.localdate()
        due = due_for_review(pages_in_hand(person), until=today + SOON)[:FEW_ROWS]
        return [Row(page.title, _edit(page.pk), (page.team, page.state)) for page in keeping_of(due, today=today)]


class DidNotHelp(PagesPanel):
    """The pages about which most readers said that they were not useful."""

    name = "did_not_help"
    order = 140
    heading = "Pages that did not help"
    columns = ("Said no in the last 90 days", "Said yes")
    empty = "In the last 90 days nobody said that a page was not useful."
    report = "page_usefulness"
    report_text = "What readers said of all pages"

    def rows(self, person: Person) -> list[Row]:
        """Return the pages with most 'no' in the last 90 days; their remarks are one press away."""
        since = timezone.localdate() - NOT_HELPFUL_FOR
        counted = usefulness_of(pages_in_hand(person), since=since, least_no=1)[:FEW_ROWS]
        return [
            Row(page.title, reverse("page_remarks", args=[page.pk]), (f"{page.no} no", f"{page.yes} yes"))
            for page in counted
        ]


def panels() -> list[PagesPanel]:
    """Return the panels in their order."""
    return [WaitingForMe(), SentBackToMe(), MyDrafts(), DueForReview(), DidNotHelp()]


def _page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def _edit(pk: int | str) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pk])


def _day(moment: date | datetime | None) -> str:
    if moment is None:
        return ""
    day = timezone.localdate(moment) if isinstance(moment, datetime) else moment
    return f"{day.day} {day:%B %Y}"


def _sent_back(task: TaskState | None) -> tuple[str, ...]:
    return (str(task.finished_by or ""), _day(task.finished_at)) if task else ("", "")


def _standing(page: Page) -> str:
    if page.sent:
        return "Sent to be approved"
    if page.approved_schedule:
        return "Will be published later"
    return "Changes not published" if page.live else "Never published"
