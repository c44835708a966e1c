"""What a page costs a guest who is the first to ask for it, and that it does not grow with what is on it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site
from wagtail.rich_text import RichText
from wagtail_factories import ImageFactory

from home.models import ContentPage, HomePage, NewsIndexPage
from home.site_map import site_map
from hub.serving.freshness import raise_version
from tests.factories.pages import (
    ClusterProgrammePageFactory,
    ContentPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    SectionPageFactory,
)

# Four with the map of the site at hand; two more draw it.
MOST_WITH_THE_MAP = 4
MOST = 6


@pytest.fixture
def news(home: HomePage) -> NewsIndexPage:
    """The list of news."""
    page: NewsIndexPage = NewsIndexPageFactory.create(parent=home, slug="news", show_in_menus=True)
    return page


def links(home: HomePage, number: int) -> list[ContentPage]:
    """Make so many pages to link to."""
    pages: list[ContentPage] = ContentPageFactory.create_batch(number, parent=home, show_in_menus=True)
    return pages


def a_home_page(home: Any, news: NewsIndexPage, rows: int) -> str:
    """Fill the home page and return its address."""
    NewsPageFactory.create_batch(rows, parent=news, picture=ImageFactory.create())
    pages = links(home, rows)
    home.doors = [("door", {"title": "Go", "page": page.pk}) for page in pages]
    home.tiles = [("tile", {"name": "Dunmere", "shape": "circle", "hue": "teal", "page": page.pk}) for page in pages]
    home.save()
    return "/"


def a_page_of_guidance(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a page with a picture and links to others, and return its address."""
    text = "".join(f'<h2>Part</h2><p><a linktype="page" id="{page.pk}">more</a></p>' for page in links(home, rows))
    body: list[tuple[str, Any]] = [("text", RichText(text))]
    body += [("picture", {"picture": ImageFactory.create(), "caption": "What it shows"})]
    body += [("button", {"text": "Send the form", "page": page.pk}) for page in links(home, rows)]
    ContentPageFactory.create(parent=home, slug="guidance", body=body)
    return "/guidance/"


def a_list_of_news(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make news and return the address of their list."""
    NewsPageFactory.create_batch(rows, parent=news, picture=ImageFactory.create())
    return "/news/"


def a_piece_of_news(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a piece of news with a picture and return its address."""
    NewsPageFactory.create_batch(rows, parent=news)
    NewsPageFactory.create(parent=news, slug="item", picture=ImageFactory.create())
    return "/news/item/"


def the_news_of_a_year(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make news of two years and return the address of one of them."""
    NewsPageFactory.create_batch(rows, parent=news, date=date(2026, 11, 25))
    NewsPageFactory.create(parent=news, date=date(2025, 11, 25))
    return "/news/2026/"


def a_feed(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make news and return the address of their feed."""
    NewsPageFactory.create_batch(rows, parent=news)
    return "/news/feed.atom"


def a_section(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a section with pages of several types and return its address."""
    section = SectionPageFactory.create(parent=home, slug="section")
    for factory in (ContentPageFactory, SectionPageFactory, ClusterProgrammePageFactory):
        factory.create_batch(rows, parent=section, lead="What it is about")
    return "/section/"


def a_section_of_clusters(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a section of clusters with their badges and return its address."""
    section = SectionPageFactory.create(parent=home, slug="section", arrangement="badges")
    ContentPageFactory.create(parent=section)
    ClusterProgrammePageFactory.create_batch(rows, parent=section, shape="circle", hue="teal", phases=PHASES)
    return "/section/"


def a_cluster(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a cluster with meetings, leads and neighbours and return its address."""
    ClusterProgrammePageFactory.create_batch(rows, parent=home)
    dates = [("date", {"title": "Meeting", "day": date(2999, 1, 1), "time": "", "place": ""})] * rows
    leads = [("lead", {"role": "Lead head", "text": "", "email": "heads@northmere.example"})] * rows
    ClusterProgrammePageFactory.create(
        parent=home, slug="cluster", shape="circle", hue="teal", phases=PHASES, dates=dates, leads=leads
    )
    return "/cluster/"


PHASES = [("phase", "Primary")]
PAGES = [
    a_home_page,
    a_page_of_guidance,
    a_list_of_news,
    the_news_of_a_year,
    a_feed,
    a_piece_of_news,
    a_section,
    a_section_of_clusters,
    a_cluster,
]
Maker = Callable[[HomePage, NewsIndexPage, int], str]


def know_only_the_map() -> None:
    """Forget every kept page, but draw the map of the site."""
    raise_version()
    site_map(Site.find_for_request(RequestFactory().get("/")))


@pytest.mark.parametrize("rows", [1, 20])
@pytest.mark.parametrize("make", PAGES)
def test_a_page_costs_few_queries_however_much_is_on_it(
    home: HomePage,
    news: NewsIndexPage,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    make: Maker,
    rows: int,
) -> None:
    address = make(home, news, rows)
    raise_version()
    # The first visit of all makes the pictures in the sizes that the page shows.
    assert Client().get(address).status_code == 200
    for forget, most in ((know_only_the_map, MOST_WITH_THE_MAP), (raise_version, MOST), (cache.clear, MOST)):
        forget()
        with django_assert_max_num_queries(most):
            answer = Client().get(address)
        assert answer.status_code == 200


@pytest.mark.parametrize("picture", ["sharing_picture", None])
def test_a_logo_and_a_picture_for_sharing_cost_no_page_too_much(
    home: HomePage,
    news: NewsIndexPage,
    northmere: Any,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    picture: str | None,
) -> None:
    northmere.logo = ImageFactory.create()
    northmere.notice = "<p>The helpline is closed.</p>"
    northmere.save()
    pictured = {picture: ImageFactory.create()} if picture else {}
    ContentPageFactory.create(parent=home, slug="guidance", **pictured)
    raise_version()
    assert Client().get("/guidance/").status_code == 200
    raise_version()
    with django_assert_max_num_queries(MOST):
        assert Client().get("/guidance/").status_code == 200
