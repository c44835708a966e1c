"""What pages tell search engines and programs that show a link as a card."""

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from wagtail_factories import ImageFactory

from home.metadata import as_script
from home.models import ContentPage, HomePage, NewsPage, SiteSettings
from home.pictures.making import make_sizes
from hub.members.models import Person
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.look.markup import read

FACTS = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
JSON = st.recursive(st.text() | st.integers(), lambda inside: st.dictionaries(st.text(), inside), max_leaves=5)


@pytest.fixture
def page(home: HomePage, northmere: SiteSettings) -> ContentPage:
    """A published page of guidance below another."""
    above = ContentPageFactory.create(parent=home, title="Help & advice", slug="help")
    page: ContentPage = ContentPageFactory.create(parent=above, title="Speech", slug="speech", lead='Ask "early".')
    page.save_revision().publish()
    raise_version()
    return page


@pytest.fixture
def piece(home: HomePage, northmere: SiteSettings) -> NewsPage:
    """A published piece of news."""
    index = NewsIndexPageFactory.create(parent=home, slug="news")
    piece: NewsPage = NewsPageFactory.create(
        parent=index, slug="item", title="Item", summary="What </script> happened.", date=datetime.date(2026, 11, 25)
    )
    piece.save_revision().publish()
    raise_version()
    return piece


def said(html: str) -> dict[str, str]:
    """Return the metadata of a page by name."""
    metas = read(html).all("meta")
    return {
        str(meta.attributes.get("property") or meta.attributes.get("name")): str(meta.attributes.get("content", ""))
        for meta in metas
    }


def html_of(address: str) -> str:
    """Return a page as a guest is shown it."""
    answer = Client().get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def facts(html: str) -> dict[str, dict[str, Any]]:
    """Return the facts for search engines by type."""
    found = FACTS.search(html)
    assert found
    return {fact["@type"]: fact for fact in json.loads(found[1])}


@pytest.mark.usefixtures("page")
def test_a_page_says_its_title_what_it_is_about_and_where_it_is() -> None:
    told = said(html_of("/help/speech/"))
    assert told["description"] == told["og:description"] == 'Ask "early".'
    assert told["og:title"] == "Speech"
    assert told["og:type"] == "website"
    assert told["og:url"] == "http://testserver/help/speech/"
    assert told["og:site_name"] == "SENCo Hub, Northmere Council"
    assert told["twitter:card"] == "summary"
    assert "robots" not in told
    assert "article:published_time" not in told


@pytest.mark.usefixtures("page")
def test_the_title_names_the_page_the_hub_and_the_council() -> None:
    title = read(html_of("/help/speech/")).one("title").words
    assert title.strip() == "Speech \N{EN DASH} SENCo Hub, Northmere Council"


def test_words_for_search_engines_come_before_the_pages_own(page: ContentPage) -> None:
    ContentPage.objects.filter(pk=page.pk).update(seo_title="Talking", search_description="For search engines.")
    raise_version()
    html = html_of("/help/speech/")
    assert said(html)["og:title"] == "Talking"
    assert said(html)["description"] == "For search engines."


@pytest.mark.usefixtures("page")
def test_the_way_to_a_page_is_told_from_the_front_door_down() -> None:
    way = facts(html_of("/help/speech/"))["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in way] == [
        (1, "Home", "http://testserver/"),
        (2, "Help & advice", "http://testserver/help/"),
        (3, "Speech", "http://testserver/help/speech/"),
    ]


@pytest.mark.usefixtures("page")
def test_the_front_door_says_who_runs_the_hub() -> None:
    service = facts(html_of("/"))["GovernmentService"]
    assert service["provider"]["name"] == "Northmere Council"


def test_news_say_when_they_were_published(piece: NewsPage) -> None:
    html = html_of("/news/item/")
    told = said(html)
    assert told["og:type"] == "article"
    assert told["article:published_time"] == "2026-11-25"
    article = facts(html)["NewsArticle"]
    assert article["datePublished"] == "2026-11-25"
    assert article["description"] == "What </script> happened."
    piece.refresh_from_db()
    assert piece.last_published_at
    assert article["dateModified"] == told["article:modified_time"] == piece.last_published_at.isoformat()


@given(st.lists(st.dictionaries(st.text(), JSON), min_size=1))
def test_no_words_end_the_script_that_carries_them(told: list[dict[str, Any]]) -> None:
    script = as_script(told)
    assert not set("<>&") & set(script)
    assert json.loads(script) == told


@pytest.mark.usefixtures("page")
def test_a_page_without_a_picture_shows_the_drawing_of_the_hub() -> None:
    told = said(html_of("/help/speech/"))
    assert "/static/hub/sharing" in told["og:image"]
    assert told["og:image"].startswith("http://testserver/")
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")


def test_the_drawing_has_the_size_that_it_says_and_is_light() -> None:
    path = Path("hub/assets/images/sharing.png")
    with Image.open(path) as drawing:
        assert drawing.size == (1200, 630)
    assert path.stat().st_size < 60 * 1024


@pytest.mark.parametrize("name", ["sharing_picture", "picture"])
def test_a_picture_for_sharing_is_cut_to_size_and_else_the_news_own_is_taken(piece: Any, name: str) -> None:
    setattr(piece, name, ImageFactory.create(file__width=1600, file__height=1000))
    piece.save()
    make_sizes(getattr(piece, name), "share")
    raise_version()
    told = said(html_of("/news/item/"))
    assert told["og:image"].startswith("http://testserver/media/images/")
    width, height = int(told["og:image:width"]), int(told["og:image:height"])
    assert round(width / height, 2) == 1.9


def test_a_preview_is_hidden_from_search_engines(
    page: ContentPage, signed_in: Callable[[Person], Client], helen: Person
) -> None:
    html = signed_in(helen).get(f"/admin/pages/{page.pk}/view_draft/").content.decode()
    assert said(html)["robots"] == "noindex"


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("address", ["/search/", "/account/sign-in/", "/no/page/"])
def test_what_is_no_page_of_the_tree_claims_nothing(address: str) -> None:
    html = Client().get(address).content.decode()
    assert "og:" not in html
    assert "ld+json" not in html


def test_the_map_for_search_engines_says_when_a_page_last_changed(page: ContentPage) -> None:
    page.refresh_from_db()
    assert page.last_published_at
    xml = html_of("/sitemap.xml")
    entry = xml[xml.index("/help/speech/") :]
    assert f"<lastmod>{page.last_published_at:%Y-%m-%d}</lastmod>" in entry


def test_editors_are_told_how_long_titles_and_descriptions_may_be(
    page: ContentPage, signed_in: Callable[[Person], Client], helen: Person
) -> None:
    html = signed_in(helen).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    for words in ("About 40 characters are shown", "up to about 155 characters", "picture for sharing"):
        assert words in html or words.capitalize() in html
