"""Who is told what while a page is approved: publishers that it waits, its author what became of it.

Wagtail writes to the person who asked for the approval first, even when somebody else sent the page in again, writes
twice to administrators, and does so before the change is complete. So its receivers give way to those below.
"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.dispatch import Signal
from django.urls import reverse
from django_tasks import task
from wagtail.models import Comment, GroupApprovalTask, Page, PageLogEntry, PageSubscription, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected
from wagtail.users.models import UserProfile

from home.letters import hub_address, send_letter
from hub.members.models import Person

WAITING, SENT_BACK, APPROVED = "waiting", "sent_back", "approved"
# What a person can switch off in the account of the back office.
_PREFERENCES = {
    WAITING: "submitted_notifications",
    SENT_BACK: "rejected_notifications",
    APPROVED: "approved_notifications",
}
_MOST_COMMENTS = 5


def submitter_of(step: TaskState) -> Person | None:
    """Return who sent the page in last before this step of the approval was decided."""
    entries = PageLogEntry.objects.filter(
        page_id=step.workflow_state.object_id, action__in=("wagtail.workflow.start", "wagtail.workflow.resume")
    ).exclude(user=None)
    if step.finished_at:
        entries = entries.filter(timestamp__lte=step.finished_at)
    last = entries.order_by("-timestamp", "-pk").select_related("user").first()
    submitter: Person | None = last.user if last else step.workflow_state.requested_by
    return submitter


def readers_of(step: TaskState) -> set[Person]:
    """Return who may decide: the groups of this step; administrators where those groups are empty."""
    work = step.task.specific
    if not isinstance(work, GroupApprovalTask):
        return set()
    people: QuerySet[Person] = Person.objects.filter(is_active=True)
    return set(people.filter(groups__in=work.groups.all())) or set(people.filter(is_superuser=True))


def authors_of(step: TaskState) -> set[Person]:
    """Return who asked for the approval: first, and last where the page was sent in again."""
    people = {step.workflow_state.requested_by, submitter_of(step)}
    return {person for person in people if person and person.is_active}


def _will_hear(person: Person, kind: str) -> bool:
    return bool(person.email) and bool(getattr(UserProfile.get_for_user(person), _PREFERENCES[kind]))


@task()
def tell_those_concerned(kind: str, step: int) -> None:
    """Put one letter for each person on its way, so that one that fails is tried again by itself."""
    found = TaskState.objects.select_related("workflow_state", "task").filter(pk=step).first()
    if found is None:
        return
    people = readers_of(found) if kind == WAITING else authors_of(found)
    people.discard(submitter_of(found) if kind == WAITING else found.finished_by)
    for person in sorted(people, key=lambda one: one.pk):
        if _will_hear(person, kind):
            write_to.enqueue(kind, step, person.pk)


@task()
def write_to(kind: str, step: int, person: int) -> None:
    """Write to one person. Nothing is written when the page or the person is gone, or nothing waits any more."""
    found = (
        TaskState.objects.select_related("workflow_state", "task", "revision", "finished_by").filter(pk=step).first()
    )
    reader = Person.objects.filter(pk=person, is_active=True).first()
    page = found and Page.objects.filter(pk=found.workflow_state.object_id).first()
    if not found or not reader or not page:
        return
    if kind == WAITING and found.status != TaskState.STATUS_IN_PROGRESS:
        return
    send_letter(f"approval/{kind}", to=reader, context=_words(found, page))


def _words(step: TaskState, page: Page) -> dict[str, object]:
    author = submitter_of(step)
    draft = step.revision.as_object() if step.revision else page
    remarks = Comment.objects.filter(page=page, user=author, resolved_at=None).order_by("pk")
    return {
        "title": draft.title,
        "author": author,
        "decided_by": step.finished_by,
        "comment": str(step.comment).strip(),
        "remarks": [str(remark.text) for remark in remarks[:_MOST_COMMENTS]] if author else [],
        "is_live": page.live and not (step.revision and step.revision.approved_go_live_at),
        "goes_live": step.revision.approved_go_live_at if step.revision else None,
        "page_url": page.full_url or "",
        "edit_url": hub_address() + reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }


def _tell_on_commit(kind: str, step: int) -> None:
    transaction.on_commit(lambda: tell_those_concerned.enqueue(kind, step))


def _page_was_sent_in(instance: TaskState, user: Person | None, **kwargs: Any) -> None:
    page = instance.workflow_state.content_object
    if user and isinstance(page, Page):
        # Who edits a page is not told of comments on it unless she or he asks; who sends it in needs to know.
        PageSubscription.objects.update_or_create(page=page, user=user, defaults={"comment_notifications": True})
    _tell_on_commit(WAITING, instance.pk)


def _page_was_sent_back(instance: WorkflowState, **kwargs: Any) -> None:
    _tell_on_commit(SENT_BACK, instance.current_task_state_id)


def _page_was_approved(instance: WorkflowState, **kwargs: Any) -> None:
    if instance.current_task_state_id:
        _tell_on_commit(APPROVED, instance.current_task_state_id)


# Wagtail's own receivers, by the names under which it connects them.
_IN_PLACE_OF_WAGTAILS: tuple[tuple[Signal, Any, type, str], ...] = (
    (task_submitted, _page_was_sent_in, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_rejected, _page_was_sent_back, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, _page_was_approved, WorkflowState, "workflow_state_approved_email_notification"),
)


def take_the_place_of_wagtails_letters() -> None:
    """Connect our receivers under the names of Wagtail's, which then has none, whichever of the two comes first."""
    for signal, receiver, sender, name in _IN_PLACE_OF_WAGTAILS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(receiver, sender=sender, dispatch_uid=name)
