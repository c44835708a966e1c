"""A page of guidance."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from home.blocks import BodyBlocks, SideBlocks
from home.fields import Blocks
from home.headings import contents_of
from home.models.base import SitePage


class ContentPage(SitePage):
    """Guidance in plain words, with the pages around it beside it."""

    lead = models.TextField("in one or two sentences", max_length=250, blank=True)
    body = Blocks(BodyBlocks(), blank=True)
    side = Blocks(SideBlocks(), blank=True, verbose_name="beside the text")

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.SectionPage", "home.ContentPage"]
    subpage_types: ClassVar[list[str]] = [
        "home.ContentPage",
        "home.SectionPage",
        "home.ClusterProgrammePage",
        "home.NewsIndexPage",
        "home.ContactPage",
        "home.GlossaryPage",
        "home.LegalPage",
    ]
    template = "home/content_page.html"

    content_panels: ClassVar[list[object]] = [
        *SitePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        FieldPanel("side"),
        SitePage.keeping_panel,
    ]
    search_fields: ClassVar[list[object]] = [
        *SitePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body", boost=1),
    ]

    class Meta:
        verbose_name = "page of guidance"
        verbose_name_plural = "pages of guidance"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["contents"] = contents_of(self.body)
        return context
