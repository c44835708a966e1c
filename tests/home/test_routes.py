"""Which address leads to which page, and what machines are told of them."""

import re

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from home.models import ContentPage, HomePage, NewsIndexPage
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory


@pytest.fixture
def tree(home: HomePage) -> dict[str, ContentPage | NewsIndexPage]:
    """Public pages one below the other, a draft, a private page with a page under it, and news."""
    top = ContentPageFactory.create(parent=home, title="Top page", slug="top")
    middle = ContentPageFactory.create(parent=top, title="Middle page", slug="middle")
    ContentPageFactory.create(parent=middle, title="Bottom page", slug="bottom")
    ContentPageFactory.create(parent=top, title="Draft page", slug="draft", live=False)
    private = ContentPageFactory.create(parent=home, title="Private page", slug="private")
    ContentPageFactory.create(parent=private, title="Page below", slug="below")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    news = NewsIndexPageFactory.create(parent=home, slug="news")
    NewsPageFactory.create(parent=news, title="Public item", slug="item")
    NewsPageFactory.create(parent=news, title="Draft item", slug="draft-item", live=False)
    private_item = NewsPageFactory.create(parent=news, title="Private item", slug="private-item")
    PageViewRestriction.objects.create(page=private_item, restriction_type=PageViewRestriction.LOGIN)
    raise_version()
    return {"top": top, "middle": middle, "news": news}


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/", 200, "No SENCo works alone"),
        ("/top/", 200, "Top page"),
        ("/top/middle/", 200, "Middle page"),
        ("/top/middle/bottom/", 200, "Bottom page"),
        ("/news/", 200, "Public item"),
        ("/news/item/", 200, "Public item"),
        ("/top/draft/", 404, ""),
        ("/news/draft-item/", 404, ""),
        ("/private/", 302, ""),
        ("/private/below/", 302, ""),
        ("/news/private-item/", 302, ""),
        ("/middle/", 404, ""),
        ("/top/bottom/", 404, ""),
        ("/top/middle/bottom/more/", 404, ""),
        ("/news/item/more/", 404, ""),
        ("/home/", 404, ""),
        ("/TOP/", 404, ""),
        ("/top", 301, ""),
    ],
)
def test_addresses(client: Client, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.content.decode()


def test_a_page_below_a_draft_has_its_address_but_stands_in_no_list(client: Client, home: HomePage) -> None:
    draft = ContentPageFactory.create(parent=home, slug="draft", live=False, show_in_menus=True)
    ContentPageFactory.create(parent=draft, title="Page below", slug="below")
    assert client.get("/draft/below/").status_code == 200
    assert "/draft/" not in client.get("/").content.decode()


def test_a_page_names_its_lasting_address(tree: dict[str, ContentPage], client: Client) -> None:
    html = client.get("/top/middle/?utm_source=letter").content.decode()
    assert '<link rel="canonical" href="http://testserver/top/middle/">' in html


def test_the_map_for_machines_has_every_public_page_and_no_other(tree: dict[str, ContentPage], client: Client) -> None:
    xml = client.get("/sitemap.xml").content.decode()
    places = {re.sub(r"^https?://[^/]+", "", place) for place in re.findall(r"<loc>([^<]+)</loc>", xml)}
    assert places == {"/", "/top/", "/top/middle/", "/top/middle/bottom/", "/news/", "/news/item/"}


def test_machines_are_told_where_the_map_is_and_what_is_not_for_them(client: Client, home: HomePage) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    for place in ("/admin/", "/account/", "/search/"):
        assert f"Disallow: {place}" in lines


def test_a_page_with_a_password_opens_for_who_knows_it(client: Client, home: HomePage) -> None:
    page = ContentPageFactory.create(parent=home, title="Guarded page", slug="guarded", lead="What it says")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="mere"
    )
    raise_version()
    asked = client.get("/guarded/")
    assert "This page needs a password" in asked.content.decode()
    assert "What it says" not in asked.content.decode()
    form = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    assert f'action="{form}"' in asked.content.decode()
    wrong = client.post(form, {"password": "sea", "return_url": "/guarded/"})
    assert "not the password" in wrong.content.decode()
    right = client.post(form, {"password": "mere", "return_url": "/guarded/"}, follow=True)
    assert "What it says" in right.content.decode()
    assert "What it says" not in Client().get("/guarded/").content.decode()


@pytest.mark.parametrize("page", ["1", "2", "99", "0", "-1", "last", "words", ""])
def test_any_number_of_a_page_of_news_is_answered(client: Client, home: HomePage, page: str) -> None:
    index = NewsIndexPageFactory.create(parent=home, slug="news")
    NewsPageFactory.create_batch(15, parent=index)
    raise_version()
    answer = client.get("/news/", {"page": page})
    assert answer.status_code == 200
    assert len(answer.context["news"].object_list) in (12, 3)
