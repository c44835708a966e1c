"""What stands around a page: menus, crumbs, the section it belongs to, the foot."""

from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction, Site

from home.context import SiteContext, site_context
from home.models import ContentPage, HomePage, NewsIndexPage
from home.places import address_of, places_of
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory


def around(page: Page | None) -> SiteContext:
    """Return what stands around a page, or around what is not a page."""
    raise_version()
    request: HttpRequest = RequestFactory().get("/")
    if page:
        request.shown_page = page  # type: ignore[attr-defined]
    return site_context(request)


@pytest.fixture
def support(home: HomePage) -> ContentPage:
    """A page in the menu, with two pages under it."""
    page: ContentPage = ContentPageFactory.create(parent=home, title="Support", slug="support", show_in_menus=True)
    ContentPageFactory.create(parent=page, title="Autism", slug="autism")
    ContentPageFactory.create(parent=page, title="Dyslexia", slug="dyslexia")
    return page


@pytest.fixture
def news(home: HomePage) -> NewsIndexPage:
    """The list of news, in the menu."""
    page: NewsIndexPage = NewsIndexPageFactory.create(parent=home, slug="news", show_in_menus=True)
    return page


def test_the_menu_has_the_pages_that_editors_put_there_in_their_order(
    home: HomePage, support: ContentPage, news: NewsIndexPage
) -> None:
    ContentPageFactory.create(parent=home, title="Not in menus", slug="other")
    assert [(link.title, link.url) for link in around(home).navigation] == [
        ("Support", "/support/"),
        ("News", "/news/"),
    ]


def test_the_menu_marks_where_the_visitor_is(support: ContentPage, news: NewsIndexPage) -> None:
    below = support.get_children().first()
    assert [link.current for link in around(support).navigation] == [True, False]
    assert [link.current for link in around(below).navigation] == [True, False]
    assert [link.current for link in around(None).navigation] == [False, False]


def test_news_have_the_home_page_and_the_list_above_them(news: NewsIndexPage) -> None:
    item = NewsPageFactory.create(parent=news, title="A new teacher")
    whole = around(item)
    assert [(link.title, link.url) for link in whole.crumbs] == [("Home", "/"), ("News", "/news/")]
    assert [link.current for link in whole.navigation] == [True]


def test_crumbs_lead_from_the_home_page_down_to_the_page_above(home: HomePage, support: ContentPage) -> None:
    below = support.get_children().first()
    assert [(link.title, link.url) for link in around(below).crumbs] == [("Home", "/"), ("Support", "/support/")]
    assert [link.title for link in around(support).crumbs] == ["Home"]
    assert around(home).crumbs == around(None).crumbs == []


def test_a_page_with_pages_under_it_is_a_section_and_they_belong_to_it(support: ContentPage) -> None:
    whole = around(support)
    assert whole.section
    assert (whole.section.title, whole.section.current) == ("Support", True)
    assert [(link.title, link.current) for link in whole.section_pages] == [("Autism", False), ("Dyslexia", False)]
    whole = around(support.get_children().last())
    assert whole.section
    assert (whole.section.title, whole.section.current) == ("Support", False)
    assert [(link.title, link.current) for link in whole.section_pages] == [("Autism", False), ("Dyslexia", True)]


def test_pages_with_the_main_menu_for_neighbours_are_in_no_section(home: HomePage, support: ContentPage) -> None:
    alone = ContentPageFactory.create(parent=home, slug="alone")
    for page in (home, alone, None):
        assert (around(page).section, around(page).section_pages) == (None, [])


@pytest.mark.parametrize("how", ["draft", "private"])
def test_drafts_and_private_pages_are_in_no_menu_section_or_foot(
    home: HomePage, support: ContentPage, northmere: Any, how: str
) -> None:
    hidden = support.get_children().first()
    at_the_top = ContentPageFactory.create(parent=home, title="Hidden", slug="hidden", show_in_menus=True)
    northmere.footer_links = [("page", at_the_top), ("page", support)]
    northmere.save()
    for page in (hidden, at_the_top):
        if how == "draft":
            page.unpublish()
        else:
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    whole = around(support)
    assert [link.title for link in whole.navigation] == ["Support"]
    assert [link.title for link in whole.section_pages] == ["Dyslexia"]
    assert [link.title for link in whole.footer_links] == ["Support"]


def test_what_is_below_a_private_page_is_hidden_with_it(support: ContentPage) -> None:
    PageViewRestriction.objects.create(page=support, restriction_type=PageViewRestriction.LOGIN)
    raise_version()
    assert [place.title for place in places_of(None).every] == ["Home"]


def test_the_foot_and_the_head_have_the_councils_words(northmere: Any, support: ContentPage) -> None:
    northmere.footer_links = [("page", support)]
    northmere.safeguarding = "Ring 01632 960111."
    northmere.save()
    raise_version()
    html = Client().get("/").content.decode()
    assert "Northmere Council" in html
    assert "Ring 01632 960111." in html
    assert '<a href="/support/">Support</a>' in html


def test_links_to_pages_are_known_without_a_query_and_empty_when_the_page_is_hidden(
    support: ContentPage, news: NewsIndexPage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    item = NewsPageFactory.create(parent=news, slug="item")
    hidden = ContentPageFactory.create(parent=support, live=False)
    raise_version()
    places_of(None)
    with django_assert_num_queries(0):
        assert address_of(support.pk) == "/support/"
    assert address_of(item.pk) == "/news/item/"
    assert address_of(hidden.pk) == address_of(0) == ""


def test_without_a_site_the_pages_still_have_words_around_them(home: HomePage) -> None:
    Site.objects.all().delete()
    whole = around(None)
    assert whole.name == "SENCo Hub"
    assert whole.navigation == whole.footer_links == []
