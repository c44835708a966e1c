"""The report 'Pages to improve': published pages with findings, the worst first."""

from typing import ClassVar

import django_filters
from django.db.models import QuerySet
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from home.checks.findings import Subject
from home.models.checking import PageCheck


def _teams() -> list[tuple[str, str]]:
    teams = PageCheck.objects.exclude(team="").order_by("team").values_list("team", flat=True).distinct()
    return [(team, team) for team in teams]


class PagesToImproveFilterSet(WagtailFilterSet):
    """By subject and by the team that looks after the page."""

    subject = django_filters.ChoiceFilter(label="About", choices=Subject.choices, method="with_subject")
    team = django_filters.ChoiceFilter(label="Looked after by", choices=_teams)

    class Meta:
        model = PageCheck
        fields: ClassVar[list[str]] = []

    def with_subject(self, checks: "QuerySet[PageCheck]", name: str, value: str) -> "QuerySet[PageCheck]":
        """Return those with findings about the subject."""
        return checks.filter(**{f"{value}__gt": 0})


class PagesToImproveView(ReportView):
    """Pages with findings, for those who may change them."""

    model = PageCheck
    page_title = "Pages to improve"
    header_icon = "glasses"
    filterset_class = PagesToImproveFilterSet
    index_url_name = "pages_to_improve"
    index_results_url_name = "pages_to_improve_results"
    results_template_name = "home/reports/pages_to_improve_results.html"
    any_permission_required: ClassVar[list[str]] = ["add", "change", "publish"]
    permission_policy = page_permission_policy
    columns: ClassVar[list[Column]] = [
        TitleColumn(
            "page__title",
            label="Page",
            accessor="page.title",
            url_name="wagtailadmin_pages:edit",
            id_accessor="page_id",
            width="35%",
        ),
        NumberColumn("must", label="Mend first"),
        NumberColumn("better", label="Could be better"),
        Column("summary", label="What it is about"),
        Column("team", label="Looked after by"),
        DateColumn("checked", label="Checked"),
    ]
    export_headings: ClassVar[dict[str, str]] = {
        "page.title": "Page",
        "page.url_path": "Address",
        "must": "Mend first",
        "better": "Could be better",
        **dict(Subject.choices),
        "team": "Looked after by",
        "checked": "Checked",
    }
    list_export: ClassVar[list[str]] = list(export_headings)
    export_filename = "pages-to-improve"

    def get_base_queryset(self) -> "QuerySet[PageCheck]":
        mine = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        checks = PageCheck.objects.filter(page__in=mine, page__live=True).exclude(must=0, better=0)
        return checks.select_related("page").order_by("-must", "-better", "page__title")
