"""The report 'Broken links': addresses that lead nowhere, and the pages that hold them."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from home.actions.checking import heed_link, ignore_link
from home.checking import check_link
from home.models.checking import CheckedLink, CheckedLinkQuerySet, LinkUse
from hub.members.models import Person

FAILING, IGNORED = "failing", "ignored"


class BrokenLinksFilterSet(WagtailFilterSet):
    """What is broken unless something else is asked for."""

    state = django_filters.ChoiceFilter(
        label="Show",
        choices=[(FAILING, "Failed today, not yet broken"), (IGNORED, "Left alone")],
        empty_label="Broken",
        widget=forms.RadioSelect,
        method="in_state",
    )
    inside = django_filters.BooleanFilter(label="On this site")

    class Meta:
        model = CheckedLink
        fields: ClassVar[list[str]] = []

    def in_state(self, links: CheckedLinkQuerySet, name: str, value: str) -> "QuerySet[CheckedLink]":
        """Return those in this state; `filter_queryset` sees to the ones that are broken."""
        return links.failing() if value == FAILING else links.ignored()

    def filter_queryset(self, queryset: CheckedLinkQuerySet) -> "QuerySet[CheckedLink]":
        asked = self.form.cleaned_data.get("state")
        links: QuerySet[CheckedLink] = super().filter_queryset(queryset if asked else queryset.broken())
        return links


def _asker(request: HttpRequest) -> Person:
    # Wagtail lets nobody in who has not signed in.
    assert isinstance(request.user, Person)
    return request.user


def links_of(person: Person) -> "QuerySet[CheckedLink]":
    """Return the links on pages that the person may change, each with those pages and no others."""
    mine = page_permission_policy.instances_user_has_permission_for(person, "change")
    uses = LinkUse.objects.filter(page__in=mine, page__live=True)
    shown = Prefetch("uses", uses.select_related("page").order_by("page__title"), to_attr="shown_uses")
    return CheckedLink.objects.filter(pk__in=uses.values("link")).prefetch_related(shown)


class BrokenLinksView(ReportView):
    """Addresses that lead nowhere, for those who may change the pages that hold them."""

    model = CheckedLink
    page_title = "Broken links"
    header_icon = "link"
    filterset_class = BrokenLinksFilterSet
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    results_template_name = "home/reports/broken_links_results.html"
    any_permission_required: ClassVar[list[str]] = ["add", "change", "publish"]
    permission_policy = page_permission_policy
    columns: ClassVar[list[Column]] = []
    export_headings: ClassVar[dict[str, str]] = {
        "address": "Address",
        "name": "Page of this site",
        "says": "What happened",
        "first_failed": "Since",
        "checked": "Last checked",
        "pages": "Pages that hold it",
        "ignored_because": "Why it is left alone",
    }
    list_export: ClassVar[list[str]] = list(export_headings)
    export_filename = "broken-links"

    def get_base_queryset(self) -> "QuerySet[CheckedLink]":
        return links_of(_asker(self.request)).order_by("first_failed", "address")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        for link in object_list:
            link.pages = "; ".join(use.page.title for use in link.shown_uses)
        return object_list

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["links_are_checked"] = settings.LINK_CHECKS_ENABLED
        return context


@require_POST
def check_link_now(request: HttpRequest, pk: int) -> HttpResponse:
    """Check one address as soon as a worker is free."""
    link = get_object_or_404(links_of(_asker(request)), pk=pk)
    check_link.enqueue(link.pk)
    messages.success(request, "We are checking the link. Load this page again in a minute to see what we found.")
    return redirect("broken_links")


@require_POST
def heed_link_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an address into the report again."""
    link = get_object_or_404(links_of(_asker(request)), pk=pk)
    heed_link(link=link, by=_asker(request))
    messages.success(request, "The link is in the report again.")
    return redirect("broken_links")


class ReasonForm(forms.Form):
    """Why an address is left alone."""

    because = forms.CharField(
        label="Why is it left alone?",
        max_length=200,
        help_text="Such as 'Works for people, but refuses programs'. Others can read it in the report.",
        error_messages={"required": "Say why the link is left alone."},
    )


class IgnoreLinkView(WagtailAdminTemplateMixin, PermissionCheckedMixin, FormView):  # type: ignore[type-arg]
    """Asks why an address is left out of the report."""

    form_class = ReasonForm
    template_name = "home/reports/ignore_link.html"
    page_title = "Leave a link alone"
    header_icon = "link"
    permission_policy = page_permission_policy
    any_permission_required: ClassVar[list[str]] = ["add", "change", "publish"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.link = get_object_or_404(links_of(_asker(request)), pk=kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("broken_links"), "label": "Broken links"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["link"] = self.link
        return context

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        ignore_link(link=self.link, because=form.cleaned_data["because"], by=_asker(self.request))
        messages.success(self.request, "The link is left alone.")
        return redirect("broken_links")
