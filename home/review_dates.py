"""When pages are to be read again, whatever type they have.

Every type of page is a table of its own. The types are asked for from Django, so one that is added later is among
them without a word here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, DateField, F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.models.base import SitePage

SOON: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Keeping:
    """A page that somebody keeps true: which it is, who keeps it, and when it is to be read again."""

    pk: int
    title: str
    kind: str
    team: str
    owner: str
    review_by: date | None
    updated: date | None
    today: date

    @property
    def days_overdue(self) -> int | None:
        """How many days ago the page was to be read; negative while the day is still to come."""
        return (self.today - self.review_by).days if self.review_by else None

    @property
    def is_overdue(self) -> bool:
        """Whether the day has gone by."""
        return bool(self.review_by and self.review_by < self.today)

    @property
    def state(self) -> str:
        """How it stands, in words."""
        late = self.days_overdue
        if late is None:
            return "No date"
        if late > 0:
            return f"{late} {_days(late)} overdue"
        if late == 0:
            return "Due today"
        return f"Due in {-late} {_days(late)}"


def page_types() -> list[type[SitePage]]:
    """Return all types of page of the site that have a table with the two fields of their own."""
    return [model for model in apps.get_models() if issubclass(model, SitePage) and _has_own_dates(model)]


def with_keeping(pages: PageQuerySet) -> PageQuerySet:
    """Give every page `review_day` and `team`, whatever its type, in the same query."""
    annotated: PageQuerySet = pages.annotate(
        review_day=Coalesce(*_of_every_type("review_by"), Value(None), output_field=DateField()),
        team=Coalesce(*_of_every_type("looked_after_by"), Value(""), output_field=CharField()),
    )
    return annotated


def due_for_review(pages: PageQuerySet, *, until: date) -> PageQuerySet:
    """Return the live ones of the pages that are to be read again by `until`, the longest overdue first."""
    due: PageQuerySet = with_keeping(pages).live().filter(review_day__lte=until).order_by("review_day", "title")
    return due


def keeping_of(pages: PageQuerySet, *, today: date) -> list[Keeping]:
    """Return pages that came from `with_keeping` or `due_for_review` as rows of a table, in their order."""
    rows = list(pages.select_related("owner"))
    kinds = names_of_kinds({page.content_type_id for page in rows})
    return [
        Keeping(
            pk=page.pk,
            title=page.title,
            kind=kinds.get(page.content_type_id, ""),
            team=page.team,
            owner=str(page.owner or ""),
            review_by=page.review_day,
            updated=timezone.localdate(page.last_published_at) if page.last_published_at else None,
            today=today,
        )
        for page in rows
    ]


def names_of_kinds(keys: Iterable[int]) -> dict[int, str]:
    """Return what the types of page with these keys are called, with a capital."""
    found = ContentType.objects.get_for_id
    return {key: str(get_content_type_label(found(key))) for key in keys}


def _of_every_type(field: str) -> list[Combinable]:
    return [F(f"{_way_to(model)}__{field}") for model in page_types()]


def _way_to(model: type[SitePage]) -> str:
    link = model._meta.get_ancestor_link(Page)  # noqa: SLF001
    if link is None:
        raise TypeError(f"{model.__name__} is not a page.")
    return str(link.related_query_name())


def _has_own_dates(model: type[SitePage]) -> bool:
    # A type made from another type keeps its dates in that one's table.
    return any(field.name == "review_by" for field in model._meta.local_fields)  # noqa: SLF001


def _days(number: int) -> str:
    return "day" if abs(number) == 1 else "days"
