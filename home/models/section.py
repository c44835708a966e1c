"""A part of the site: what it is about, and the pages in it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from home.blocks import BodyBlocks, SideBlocks
from home.fields import Blocks
from home.models.base import SitePage
from home.models.programme import ClusterProgrammePage
from home.sections import Listed, leads_of, pages_under

PAGES_AT_ONCE = 50
_CLUSTER = "clusterprogrammepage"


@dataclass(frozen=True, slots=True)
class Row:
    """A page of the section: its title and address, what it is about, and the badge of a cluster."""

    title: str
    url: str
    text: str
    shape: str = ""
    hue: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that stand together under a heading, or under none."""

    title: str
    rows: list[Row]


class SectionPage(SitePage):
    """A lead, the pages of the section in the editors' order, and whatever else is worth saying."""

    class Arrangement(models.TextChoices):
        DOORS = "doors", "Doors side by side"
        ROWS = "rows", "Rows one below the other, for many pages"
        BADGES = "badges", "Clusters with their badges, by phase"

    lead = models.TextField("in one or two sentences", max_length=250, blank=True)
    body = Blocks(BodyBlocks(), blank=True, verbose_name="above the list")
    list_title = models.CharField("heading of the list", max_length=60, default="In this section")
    arrangement = models.CharField(max_length=10, choices=Arrangement, default=Arrangement.DOORS)
    more = Blocks(BodyBlocks(), blank=True, verbose_name="below the list")
    side = Blocks(SideBlocks(), blank=True, verbose_name="beside the text")

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.SectionPage", "home.ContentPage"]
    template = "home/section_page.html"

    content_panels: ClassVar[list[object]] = [
        *SitePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("list_title"), FieldPanel("arrangement")],
            "The list of pages",
            help_text="All published pages under this one are listed, in the order that they have in the page tree.",
        ),
        FieldPanel("more"),
        FieldPanel("side"),
        SitePage.keeping_panel,
    ]
    search_fields: ClassVar[list[object]] = [
        *SitePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body", boost=1),
        index.SearchField("more", boost=1),
    ]

    class Meta:
        verbose_name = "section"
        verbose_name_plural = "sections"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = Paginator(pages_under(self, request), PAGES_AT_ONCE).get_page(request.GET.get("page"))
        context["pages"] = pages
        context["groups"] = _groups(list(pages.object_list), by_phase=self.arrangement == self.Arrangement.BADGES)
        return context


def _groups(listed: list[Listed], *, by_phase: bool) -> list[Group]:
    leads = leads_of([page for page in listed if not (by_phase and page.kind == _CLUSTER)])
    clusters = _clusters(listed) if by_phase else {}
    rows = [
        _badged(page, clusters[page.pk]) if page.pk in clusters else Row(page.title, page.url, leads.get(page.pk, ""))
        for page in listed
    ]
    return [Group(title, list(together)) for title, together in groupby(rows, key=lambda row: row.group)]


def _clusters(listed: list[Listed]) -> dict[int, ClusterProgrammePage]:
    keys = [page.pk for page in listed if page.kind == _CLUSTER]
    found: dict[int, ClusterProgrammePage] = ClusterProgrammePage.objects.in_bulk(keys) if keys else {}
    return found


def _badged(page: Listed, cluster: ClusterProgrammePage) -> Row:
    group = f"{cluster.phases_in_words} clusters" if cluster.is_one_cluster and cluster.phases else ""
    return Row(page.title, page.url, cluster.size, cluster.shape or "link", cluster.hue, group)
