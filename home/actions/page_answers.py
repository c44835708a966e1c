"""Answers to 'Was this page useful?': giving one, adding a remark, taking a remark away, forgetting old ones."""

from datetime import date
from uuid import UUID

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from home.models.page_answer import KEPT_FOR, PageAnswer
from hub.members.models import Person
from hub.serving.logs import without_personal_data

REMARK_DELETED = "home.remark_deleted"


def answer_page(*, page: Page, useful: bool, sitting: UUID, today: date) -> PageAnswer:
    """Keep whether the page was useful. A second answer in the same sitting takes the place of the first."""
    answer, _ = PageAnswer.objects.update_or_create(
        page=page, sitting=sitting, defaults={"useful": useful}, create_defaults={"useful": useful, "day": today}
    )
    return answer


def add_remark(*, answer: PageAnswer, remark: str) -> None:
    """Keep what somebody was looking for, with e-mail addresses and telephone numbers masked."""
    answer.remark = without_personal_data(remark)
    answer.save(update_fields=["remark"])


@transaction.atomic
def delete_remark(*, answer: PageAnswer, by: Person) -> None:
    """Take a remark away for good, because it may be about somebody. The yes or no it came with still counts."""
    if not PageAnswer.objects.filter(pk=answer.pk).exclude(remark="").update(remark=""):
        return
    # The words themselves must not live on in the history.
    log(answer.page.specific_deferred, REMARK_DELETED, user=by, data={"day": answer.day.isoformat()})


def forget_old_answers(*, today: date) -> int:
    """Delete the answers that are older than two years; return how many."""
    deleted, _ = PageAnswer.objects.filter(day__lt=today - KEPT_FOR).delete()
    return deleted
