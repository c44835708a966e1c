"""What a page costs a guest who is the first to ask for it, and that it does not grow with what is on it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.images.models import Image, Rendition
from wagtail.models import Collection, CollectionViewRestriction, Site
from wagtail.rich_text import RichText
from wagtail_factories import DocumentFactory, ImageFactory

from home.models import ContentPage, HomePage, NewsIndexPage
from home.pictures.uses import specs_of
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


def pictures(number: int) -> list[Any]:
    """Upload so many pictures, of which no size is made yet."""
    return [ImageFactory.create() for _ in range(number)]


def a_home_page(home: Any, news: NewsIndexPage, rows: int) -> str:
    """Fill the home page and return its address."""
    for picture in pictures(rows):
        NewsPageFactory.create(parent=news, picture=picture)
    pages = links(home, rows)
    home.doors = [("door", {"title": "Go", "page": page.pk}) for page in pages]
    home.tiles = [("tile", {"name": "Dunmere", "shape": "circle", "hue": "teal", "page": page.pk}) for page in pages]
    home.save()
    return "/"


def a_page_of_guidance(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a page with a picture and links to others, and return its address."""
    text = "".join(f'<h2>Part</h2><p><a linktype="page" id="{page.pk}">more</a></p>' for page in links(home, rows))
    body: list[tuple[str, Any]] = [("text", RichText(text))]
    body += [("picture", {"picture": picture, "caption": "What it shows"}) for picture in pictures(rows)]
    body += [("button", {"text": "Send the form", "page": page.pk}) for page in links(home, rows)]
    ContentPageFactory.create(parent=home, slug="guidance", body=body)
    return "/guidance/"


def a_page_of_documents(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a page that lists documents in several places, one of them for members only."""
    private = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    documents = DocumentFactory.create_batch(rows, file_size=48_000)
    documents.append(DocumentFactory.create(collection=private))
    body = [("documents", {"title": "", "documents": [document, documents[-1]]}) for document in documents]
    ContentPageFactory.create(parent=home, slug="documents", body=body)
    return "/documents/"


def a_page_of_pictures(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a page with as many cards, pictures and videos, each with a picture of its own."""
    body: list[tuple[str, Any]] = []
    for page in links(home, rows):
        card, picture, poster = ImageFactory.create_batch(3)
        body += [
            ("cards", {"cards": [{"title": "Go", "page": page.pk, "picture": card}]}),
            ("picture", {"picture": picture, "caption": ""}),
            (
                "video",
                {"link": "https://vimeo.com/123456789", "title": "A", "length": "1 minute", "poster": poster}
                | {"words_page": page.pk},
            ),
        ]
    ContentPageFactory.create(parent=home, slug="pictures", body=body)
    return "/pictures/"


def a_page_of_everything(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make a page with documents, cards and pictures at once."""
    a_page_of_documents(home, news, rows)
    a_page_of_pictures(home, news, rows)
    some, others = ContentPage.objects.get(slug="documents"), ContentPage.objects.get(slug="pictures")
    body = [*some.body.raw_data, *others.body.raw_data]
    ContentPageFactory.create(parent=home, slug="everything", body=json.dumps(body))
    return "/everything/"


def a_list_of_news(home: HomePage, news: NewsIndexPage, rows: int) -> str:
    """Make news and return the address of their list."""
    for picture in pictures(rows):
        NewsPageFactory.create(parent=news, picture=picture)
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
    a_page_of_documents,
    a_page_of_pictures,
    a_page_of_everything,
    a_list_of_news,
    the_news_of_a_year,
    a_feed,
    a_piece_of_news,
    a_section,
    a_section_of_clusters,
    a_cluster,
]
Maker = Callable[[HomePage, NewsIndexPage, int], str]


def note_all_sizes() -> None:
    """Write down every size of every picture as made. A page looks at the rows, so no file needs to be there."""
    Rendition.objects.bulk_create(
        Rendition(image=image, filter_spec=spec, file=f"images/{image.pk}-{number}", width=40, height=30)
        for image in Image.objects.all()
        for number, spec in enumerate(specs_of())
    )


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
    # The first visit of all finds no picture in the sizes that the page shows, and asks for them once.
    know_only_the_map()
    with django_assert_max_num_queries(MOST):
        assert Client().get(address).status_code == 200
    note_all_sizes()
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
