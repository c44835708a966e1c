"""What readers' answers say about pages, counted: for the report and the dashboard, from one place."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncMonth
from wagtail.query import PageQuerySet

from home.models.page_answer import PageAnswer
from home.review_dates import names_of_kinds

_YES, _NO = Q(useful=True), Q(useful=False)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many said yes and how many no."""

    yes: int
    no: int

    @property
    def total(self) -> int:
        """How many answered."""
        return self.yes + self.no

    @property
    def share(self) -> int:
        """How many of a hundred said yes; 0 when nobody answered."""
        return round(100 * self.yes / self.total) if self.total else 0


@dataclass(frozen=True, slots=True)
class PageUsefulness(Counted):
    """The answers about one page."""

    pk: int
    title: str
    kind: str
    remarks: int
    last: date


@dataclass(frozen=True, slots=True)
class MonthOfAnswers(Counted):
    """The answers of one month, named by its first day."""

    month: date


def usefulness_of(pages: PageQuerySet, *, since: date | None, least_no: int = 0) -> list[PageUsefulness]:
    """Return the pages about which somebody answered since a day (or ever), those with most 'no' first."""
    counted = (
        _answers_about(pages, since)
        .values("page_id", "page__title", "page__content_type_id")
        .annotate(yes=Count("pk", filter=_YES), no=Count("pk", filter=_NO))
        .annotate(remarks=Count("pk", filter=~Q(remark="")), last=Max("day"))
        .filter(no__gte=least_no)
        .order_by("-no", "yes", "page__title")
    )
    rows = list(counted)
    kinds = names_of_kinds({row["page__content_type_id"] for row in rows})
    return [
        PageUsefulness(
            yes=row["yes"],
            no=row["no"],
            pk=row["page_id"],
            title=row["page__title"],
            kind=kinds[row["page__content_type_id"]],
            remarks=row["remarks"],
            last=row["last"],
        )
        for row in rows
    ]


def answers_by_month(pages: PageQuerySet, *, since: date | None) -> list[MonthOfAnswers]:
    """Return the answers about the pages month by month, from the first month with an answer to the last."""
    rows = (
        _answers_about(pages, since)
        .annotate(month=TruncMonth("day"))
        .values("month")
        .annotate(yes=Count("pk", filter=_YES), no=Count("pk", filter=_NO))
        .order_by("month")
    )
    found = [MonthOfAnswers(yes=row["yes"], no=row["no"], month=row["month"]) for row in rows]
    whole = found[:1]
    for before, after in pairwise(found):
        whole += [*_months_between(before.month, after.month), after]
    return whole


def _answers_about(pages: PageQuerySet, since: date | None) -> QuerySet[PageAnswer]:
    answers = PageAnswer.objects.filter(page__in=pages.order_by().values("pk"))
    return answers.filter(day__gte=since) if since else answers


def _months_between(first: date, last: date) -> list[MonthOfAnswers]:
    # A month in which nobody answered is a month all the same.
    months = []
    month = _next(first)
    while month < last:
        months.append(MonthOfAnswers(yes=0, no=0, month=month))
        month = _next(month)
    return months


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
