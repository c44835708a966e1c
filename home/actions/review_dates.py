"""Saying that a page still holds, so that it is read again in a year."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from home.models.base import SitePage
from hub.members.models import Person

REVIEW_RENEWED = "home.review_renewed"


def a_year_after(day: date) -> date:
    """Return the same day of the next year; the 28th where there is no 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


@transaction.atomic
def renew_review(*, page: SitePage, by: Person, today: date) -> date:
    """Set the review-by date of a page to a year from `today`, and return it.

    The page as guests see it, its latest draft and a version that is to be published later all take the new date,
    and nothing else of them changes: a draft stays a draft.
    """
    due = a_year_after(today)
    kind = type(page)
    locked = kind.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if locked.review_by == due:
        return due
    before = locked.review_by
    kind.objects.filter(pk=page.pk).update(review_by=due)
    for revision in _versions_to_come(locked):
        revision.content["review_by"] = due.isoformat()
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    log(
        locked,
        REVIEW_RENEWED,
        user=by,
        data={"before": before.isoformat() if before else "", "after": due.isoformat()},
    )
    page.review_by = due
    return due


def _versions_to_come(page: Page) -> list[Revision]:
    # Otherwise publishing one of them would bring the old date back.
    wanted = Q(pk__in=[page.latest_revision_id, page.live_revision_id]) | Q(approved_go_live_at__isnull=False)
    return list(page.revisions.filter(wanted))
