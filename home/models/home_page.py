"""The front door."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from home.blocks import DoorBlock, PublicDateBlock, PurposeBlock, TileBlock, one_kind
from home.fields import Blocks
from home.models.base import SitePage
from home.models.news import NewsPage, feed_at
from home.places import places_of

LATEST_NEWS = 4
NEXT_DATES = 4


@dataclass(frozen=True, slots=True)
class NextDate:
    """A public date that is still to come. `soon` marks the first of them."""

    title: str
    starts: date
    time: str
    href: str
    soon: bool


class HomePage(SitePage):
    """The hero, what the hub is for, doors to the main tasks, the latest news, the next public dates."""

    hero_title = models.CharField("big words", max_length=60)
    hero_lead = models.TextField("and in one or two sentences", max_length=220)
    search_label = models.CharField("question above the search box", max_length=60, default="What are you looking for?")
    search_hint = models.CharField("hint under it", max_length=90, blank=True)

    purpose_title = models.CharField("heading", max_length=60, default="What the hub is for")
    purpose = Blocks(one_kind("purpose", PurposeBlock()), blank=True, verbose_name="what the hub is for")
    doors = Blocks(one_kind("door", DoorBlock()), blank=True, verbose_name="doors to the main tasks")
    dates = Blocks(one_kind("date", PublicDateBlock()), blank=True, verbose_name="public dates")

    members_title = models.CharField("heading", max_length=60, blank=True)
    members_text = models.CharField("text", max_length=200, blank=True)

    tiles_title = models.CharField("heading", max_length=60, blank=True)
    tiles = Blocks(one_kind("tile", TileBlock()), blank=True, verbose_name="clusters")
    tiles_page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="page with more about them",
    )

    asks_if_useful = False
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "home.SectionPage",
        "home.ContentPage",
        "home.ClusterProgrammePage",
        "home.NewsIndexPage",
        "home.ContactPage",
        "home.GlossaryPage",
        "home.LegalPage",
    ]
    max_count = 1
    template = "home/home_page.html"

    content_panels: ClassVar[list[object]] = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [FieldPanel(name) for name in ("hero_title", "hero_lead", "search_label", "search_hint")], "Top of the page"
        ),
        MultiFieldPanel([FieldPanel("purpose_title"), FieldPanel("purpose")], "What the hub is for"),
        FieldPanel("doors"),
        FieldPanel("dates"),
        MultiFieldPanel([FieldPanel("members_title"), FieldPanel("members_text")], "Beside the doors, for SENCos"),
        MultiFieldPanel([FieldPanel(name) for name in ("tiles_title", "tiles", "tiles_page")], "Clusters"),
        SitePage.keeping_panel,
    ]

    class Meta:
        verbose_name = "home page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["news"] = list(NewsPage.objects.descendant_of(self).published().with_pictures()[:LATEST_NEWS])
        news_index = places_of(None).of_kind("newsindexpage")
        context["news_index"] = news_index
        context["news_feed"] = feed_at(news_index.url) if news_index else ""
        context["dates"] = self.next_dates(timezone.localdate())
        context["about_clusters"] = places_of(None).of(self.tiles_page_id)
        return context

    def next_dates(self, today: date) -> list[NextDate]:
        """Return the public dates from `today` on, the nearest first."""
        coming = sorted((block.value for block in self.dates if block.value["day"] >= today), key=lambda v: v["day"])
        return [
            NextDate(value["title"], value["day"], value["time"], value.href, soon=position == 0)
            for position, value in enumerate(coming[:NEXT_DATES])
        ]
