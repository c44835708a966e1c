"""The report 'Page usefulness': what readers answered, as bars, as a table and as a file, from the same rows."""

from datetime import date, timedelta
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import ListView, TemplateView
from wagtail.admin import messages
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, get_page_content_types
from wagtail.query import PageQuerySet

from home.actions.page_answers import delete_remark
from home.editors import MAY_WORK_ON, page_in_hand, pages_in_hand
from home.models.page_answer import PageAnswer
from home.usefulness import Counted, PageUsefulness, answers_by_month, usefulness_of

# Of the pages with most 'no', so many are drawn; the table has them all.
MOST_BARS = 20
PERIODS = {"30": "The last 30 days", "90": "The last 90 days", "all": "All two years that are kept"}
_USUAL_DAYS = 365


def _sections(request: HttpRequest) -> PageQuerySet:
    return pages_in_hand(request.user).filter(depth=3, numchild__gt=0).order_by("path")  # type: ignore[arg-type]


class UsefulnessFilters(WagtailFilterSet):
    """Which answers, about which pages."""

    period = django_filters.ChoiceFilter(
        label="When", choices=list(PERIODS.items()), empty_label="The last 12 months", widget=forms.RadioSelect
    )
    section = django_filters.ModelChoiceFilter(
        label="Part of the site", queryset=_sections, empty_label="The whole site"
    )
    kind = ContentTypeFilter(
        label="Type of page",
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
        empty_label="All types",
    )

    class Meta:
        model = Page
        fields: ClassVar[list[str]] = []


class UsefulnessView(ReportView):
    """How many found each page useful and how many did not."""

    page_title = "Page usefulness"
    header_icon = "tick-inverse"
    model = Page
    filterset_class = UsefulnessFilters
    index_url_name = "page_usefulness"
    index_results_url_name = "page_usefulness_results"
    results_template_name = "home/reports/usefulness_results.html"
    any_permission_required = MAY_WORK_ON
    export_filename = "page-usefulness"
    list_export: ClassVar[list[str]] = ["title", "kind", "yes", "no", "share", "remarks", "last"]
    export_headings: ClassVar[dict[str, str]] = {
        "title": "Page",
        "kind": "Type",
        "yes": "Yes",
        "no": "No",
        "share": "Useful to (%)",
        "remarks": "Remarks",
        "last": "Last answer",
    }

    def get_filtered_queryset(self) -> list[PageUsefulness]:
        """Return the rows. A list and not a query, so that bars, table and file cannot differ."""
        return usefulness_of(self._pages, since=self._since)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the bars."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        bars = [row for row in self.object_list if row.no][:MOST_BARS]
        months = answers_by_month(self._pages, since=self._since)
        return context | {
            "bars": bars,
            "longest_bar": _longest(bars),
            "months": months,
            "longest_month": _longest(months),
            "total": Counted(yes=sum(row.yes for row in self.object_list), no=sum(row.no for row in self.object_list)),
        }

    @cached_property
    def _chosen(self) -> dict[str, Any]:
        filters = self.filters
        return dict(filters.form.cleaned_data) if filters and filters.is_valid() else {}

    @cached_property
    def _pages(self) -> PageQuerySet:
        pages = pages_in_hand(self.request.user)
        if section := self._chosen.get("section"):
            pages = pages.descendant_of(section, inclusive=True)
        if kind := self._chosen.get("kind"):
            pages = pages.filter(content_type=kind)
        return pages

    @cached_property
    def _since(self) -> date | None:
        period = self._chosen.get("period")
        if period == "all":
            return None
        days = int(period) if period else _USUAL_DAYS
        return timezone.localdate() - timedelta(days=days)


class RemarksView(WagtailAdminTemplateMixin, ListView[PageAnswer]):
    """What readers of one page were looking for."""

    page_title = "Remarks"
    header_icon = "comment"
    template_name = "home/reports/remarks.html"
    paginate_by = 50
    page_kwarg = "p"

    @cached_property
    def _page(self) -> Page:
        return _page_or_404(self.request, self.kwargs["page_id"])

    def get_page_subtitle(self) -> str:
        """Name the page."""
        return str(self._page.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back to the report."""
        return _crumbs(self._page, last="Remarks")

    def get_queryset(self) -> QuerySet[PageAnswer]:
        """Return the answers with a remark, the latest first."""
        return PageAnswer.objects.filter(page=self._page).exclude(remark="").order_by("-day", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page, and whether its remarks may be deleted."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        may_delete = self._page.permissions_for_user(self.request.user).can_publish()
        return context | {"asked_about": self._page, "may_delete": may_delete}


class DeleteRemarkView(WagtailAdminTemplateMixin, TemplateView):
    """Asks whether a remark is to be deleted, and deletes it. For those who may publish the page."""

    page_title = "Delete a remark"
    header_icon = "bin"
    template_name = "home/reports/delete_remark.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the remark. Raises Http404 for a page that is not in hand, PermissionDenied without publishing."""
        page = _page_or_404(request, kwargs["page_id"])
        if not page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        self.answer = get_object_or_404(PageAnswer.objects.exclude(remark=""), pk=kwargs["answer_id"], page=page)
        self.answer.page = page
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back to the remarks."""
        return _crumbs(self.answer.page, last="Delete a remark")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the remark and the way back."""
        return super().get_context_data(**kwargs) | {"answer": self.answer, "back": self._back}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete the remark."""
        delete_remark(answer=self.answer, by=request.user)  # type: ignore[arg-type]
        messages.success(request, "The remark is deleted. The answer it came with still counts.")
        return redirect(self._back)

    @property
    def _back(self) -> str:
        return reverse("page_remarks", args=[self.answer.page_id])


def _longest(rows: list[Any]) -> int:
    return max((row.total for row in rows), default=0)


def _page_or_404(request: HttpRequest, pk: int) -> Page:
    page = page_in_hand(request.user, pk)  # type: ignore[arg-type]
    if page is None:
        raise Http404
    return page


def _crumbs(page: Page, *, last: str) -> list[dict[str, Any]]:
    return [
        {"url": reverse("wagtailadmin_home"), "label": "Home"},
        {"url": reverse("page_usefulness"), "label": UsefulnessView.page_title},
        {"url": reverse("page_remarks", args=[page.pk]), "label": page.title},
        {"url": "", "label": last},
    ]
