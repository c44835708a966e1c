"""The report 'Due for review': which pages are to be read again, and the button that says that one still holds."""

from datetime import date
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.actions.review_dates import a_year_after, renew_review
from home.editors import MAY_WORK_ON, page_in_hand, pages_in_hand
from home.models.base import SitePage
from home.review_dates import SOON, Keeping, keeping_of, with_keeping

STATES = {"overdue": "Overdue", "soon": "Due in the next 30 days", "dated": "With a date", "undated": "Without a date"}


def _teams(request: HttpRequest | None) -> list[tuple[str, str]]:
    pages = with_keeping(pages_in_hand(request.user)) if request else with_keeping(Page.objects.none())  # type: ignore[arg-type]
    teams = pages.live().exclude(team="").order_by("team").values_list("team", flat=True).distinct()
    return [(team, team) for team in teams]


class ReviewFilters(WagtailFilterSet):
    """Which pages, by who keeps them and how they stand."""

    state = django_filters.ChoiceFilter(
        label="How it stands",
        choices=list(STATES.items()),
        empty_label="Overdue or due in the next 30 days",
        widget=forms.RadioSelect,
    )
    team = django_filters.ChoiceFilter(label="Team", choices=list, empty_label="All teams")

    class Meta:
        model = Page
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["team"].extra["choices"] = _teams(self.request)


class DueForReviewView(ReportView):
    """The live pages that somebody has to read again, the longest overdue first."""

    page_title = "Due for review"
    header_icon = "calendar-check"
    model = Page
    filterset_class = ReviewFilters
    index_url_name = "due_for_review"
    index_results_url_name = "due_for_review_results"
    results_template_name = "home/reports/due_for_review_results.html"
    any_permission_required = MAY_WORK_ON
    export_filename = "due-for-review"
    list_export: ClassVar[list[str]] = [
        "title", "kind", "team", "owner", "review_by", "days_overdue", "state", "updated",
    ]  # fmt: skip
    export_headings: ClassVar[dict[str, str]] = {
        "title": "Page",
        "kind": "Type",
        "team": "Team",
        "owner": "Owner",
        "review_by": "Review by",
        "days_overdue": "Days overdue",
        "state": "How it stands",
        "updated": "Last updated",
    }

    def get_filtered_queryset(self) -> list[Keeping]:
        """Return the rows of table and file."""
        filters = self.filters
        chosen = filters.form.cleaned_data if filters and filters.is_valid() else {}
        pages = with_keeping(pages_in_hand(self.request.user)).live()
        if chosen.get("team"):
            pages = pages.filter(team=chosen["team"])
        pages = self._standing(pages, chosen.get("state") or "")
        return keeping_of(pages.order_by("review_day", "title"), today=self._today)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add when a page will be due again."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return context | {"again": a_year_after(self._today)}

    @cached_property
    def _today(self) -> date:
        return timezone.localdate()

    def _standing(self, pages: PageQuerySet, state: str) -> PageQuerySet:
        today, soon = self._today, self._today + SOON
        ways: dict[str, dict[str, object]] = {
            "overdue": {"review_day__lt": today},
            "soon": {"review_day__gte": today, "review_day__lte": soon},
            "dated": {"review_day__isnull": False},
            "undated": {"review_day__isnull": True, "depth__gt": 1},
        }
        found: PageQuerySet = pages.filter(**ways.get(state, {"review_day__lte": soon}))
        return found


class RenewReviewView(WagtailAdminTemplateMixin, TemplateView):
    """Asks whether a page still holds, and sets its date a year on."""

    page_title = "Still right?"
    header_icon = "calendar-check"
    template_name = "home/reports/renew_review.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the page. Raises Http404 for one that is not in hand, PermissionDenied for one that is locked."""
        page = page_in_hand(request.user, kwargs["page_id"])  # type: ignore[arg-type]
        if not isinstance(page, SitePage) or not page.live:
            raise Http404
        self.page = page
        allowed = page.permissions_for_user(request.user)
        if not allowed.can_edit() or allowed.page_locked():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back to the report."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse("due_for_review"), "label": DueForReviewView.page_title},
            {"url": "", "label": self.page.title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page and the day on which it will be due again."""
        shown = {"kept": self.page, "again": a_year_after(timezone.localdate())}
        return super().get_context_data(**kwargs) | shown

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Set the date a year on."""
        due = renew_review(page=self.page, by=request.user, today=timezone.localdate())  # type: ignore[arg-type]
        messages.success(request, f"“{self.page.title}” is to be read again by {due.day} {due:%B %Y}.")
        return redirect("due_for_review")
