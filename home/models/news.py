"""News: the list and the item."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.blocks import BodyBlocks
from home.fields import Blocks
from home.models.base import SitePage
from home.places import places_of

NEWS_PER_PAGE = 12
# The last part of the address of a year's news.
YEAR = re.compile(r"[12]\d{3}")


def feed_at(address: str) -> str:
    """Return where the feed of the list of news at `address` is; nothing if the list is not for everybody."""
    place = places_of(None).at(address)
    return f"{place.url}feed.atom" if place else ""


class NewsQuerySet(PageQuerySet):
    """News as guests may read it."""

    def published(self) -> "NewsQuerySet":
        """Return what anybody may read, newest first."""
        news: NewsQuerySet = self.live()
        if places_of(None).restrictions:
            news = news.public()
        newest_first: NewsQuerySet = news.order_by("-date", "-first_published_at", "-pk")
        return newest_first

    def in_years(self) -> dict[int, int]:
        """Return how many there are in each year, the latest year first."""
        numbers = self.order_by().values_list("date__year").annotate(number=models.Count("pk"))
        return dict(numbers.order_by("-date__year"))

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
        news = NewsPage.objects.child_of(self).published()
        numbers, year = news.in_years(), kwargs.get("year")
        if year:
            if year not in numbers:
                raise Http404
            news = news.filter(date__year=year)
            request.shown_address = f"{self.address}{year}/"  # type: ignore[attr-defined]
        context = super().get_context(request, *args, **kwargs)
        pages = Paginator(news, NEWS_PER_PAGE)
        # The numbers of the years have counted them already.
        pages.count = numbers[year] if year else sum(numbers.values())
        context["news"] = pages.get_page(request.GET.get("page"))
        context["year"] = year
        context["years"] = [(other, f"{self.address}{other}/") for other in numbers] if len(numbers) > 1 else []
        return context

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page at this address below the list; a year is the list itself with the news of that year."""
        if len(path_components) == 1 and self.live and YEAR.fullmatch(path_components[0]):
            return RouteResult(self, kwargs={"year": int(path_components[0])})
        found: RouteResult = super().route(request, path_components)
        return found

    @property
    def feed_address(self) -> str:
        """Where feed readers find these news; nothing while the list is not for everybody."""
        return feed_at(self.address)


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

    def clean(self) -> None:
        super().clean()
        if YEAR.fullmatch(self.slug or ""):
            raise ValidationError({"slug": "Four digits are the address of the news of a year. Add a word to them."})

    @property
    def feed_address(self) -> str:
        """Where feed readers find this piece and its neighbours."""
        return feed_at(self.address.removesuffix(f"{self.slug}/"))

    class Meta:
        verbose_name = "piece of news"
        verbose_name_plural = "news"
        indexes: ClassVar[list[models.Index]] = [
            # The list of news and the latest on the home page.
            models.Index(fields=["-date"], name="news_newest_first"),
        ]
