"""News: the list and the item."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from home.blocks import BodyBlocks
from home.fields import Blocks
from home.models.base import SitePage
from home.places import places_of

NEWS_PER_PAGE = 12


class NewsQuerySet(PageQuerySet):
    """News as guests may read it."""

    def published(self) -> "NewsQuerySet":
        """Return what anybody may read, newest first."""
        news: NewsQuerySet = self.live()
        if places_of(None).restrictions:
            news = news.public()
        newest_first: NewsQuerySet = news.order_by("-date", "-first_published_at", "-pk")
        return newest_first

    def with_pictures(self) -> "NewsQuerySet":
        """Return the same with the pictures at hand, in the sizes that were made before."""
        pictured: NewsQuerySet = self.select_related("picture").prefetch_related("picture__renditions")
        return pictured


NewsManager = PageManager.from_queryset(NewsQuerySet)


class NewsIndexPage(SitePage):
    """All news, newest first."""

    lead = models.TextField("in one or two sentences", max_length=250, blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.NewsPage"]
    template = "home/news_index_page.html"

    content_panels: ClassVar[list[object]] = [
        *SitePage.content_panels,
        FieldPanel("lead"),
        SitePage.keeping_panel,
    ]

    class Meta:
        verbose_name = "list of news"
        verbose_name_plural = "lists of news"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        news = NewsPage.objects.child_of(self).published()
        context["news"] = Paginator(news, NEWS_PER_PAGE).get_page(request.GET.get("page"))
        return context


class NewsPage(SitePage):
    """One piece of news."""

    date = models.DateField(default=timezone.localdate)
    summary = models.TextField("in one sentence", max_length=250)
    picture = models.ForeignKey(
        get_image_model_string(), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    body = Blocks(BodyBlocks(), blank=True)

    objects = NewsManager()

    parent_page_types: ClassVar[list[str]] = ["home.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/news_page.html"

    content_panels: ClassVar[list[object]] = [
        *SitePage.content_panels,
        FieldPanel("date"),
        FieldPanel("summary"),
        FieldPanel("picture"),
        FieldPanel("body"),
        SitePage.keeping_panel,
    ]
    search_fields: ClassVar[list[object]] = [
        *SitePage.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("body", boost=1),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = "piece of news"
        verbose_name_plural = "news"
        indexes: ClassVar[list[models.Index]] = [
            # The list of news and the latest on the home page.
            models.Index(fields=["-date"], name="news_newest_first"),
        ]
