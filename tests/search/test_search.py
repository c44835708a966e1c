"""Finding public pages by their words: everything that anybody may read, and nothing else."""

from collections.abc import Callable
from html import escape

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText

from home.models import ContentPage, HomePage
from search.public_pages import LONGEST_QUERY, find_public_pages, words_of
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory

Work = Callable[[], None]


def titles(query: str) -> list[str]:
    """Return the titles that a guest finds, in order."""
    answer = Client().get("/search/", {"q": query})
    assert answer.status_code == 200
    return [found.title for found in answer.context["found"]]


@pytest.fixture
def pages(home: HomePage, do_the_work: Work) -> ContentPage:
    """Pages about several things; returns the first."""
    first: ContentPage = ContentPageFactory.create(
        parent=home,
        title="Speech and language",
        lead="How to ask for a therapist.",
        body=[("text", RichText("<p>Stammering is heard in every school.</p>"))],
    )
    ContentPageFactory.create(parent=first, title="Autism", lead="Quiet places help.", body=[])
    ContentPageFactory.create(parent=home, title="Dyslexia", lead="A therapist is not needed.")
    news = NewsIndexPageFactory.create(parent=home, slug="news")
    NewsPageFactory.create(parent=news, title="A new teacher", summary="She helps with autism and language.")
    do_the_work()
    return first


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("speech", {"Speech and language"}),
        ("SPEECH", {"Speech and language"}),
        ("stammering", {"Speech and language"}),
        ("dyslexia", {"Dyslexia"}),
        ("teacher", {"A new teacher"}),
        ("therapist", {"Speech and language", "Dyslexia"}),
        ("nothing like this", set()),
    ],
)
def test_pages_and_news_are_found_by_title_and_by_text(query: str, found: set[str]) -> None:
    assert set(titles(query)) == found


@pytest.mark.usefixtures("pages")
def test_a_page_with_all_the_words_comes_before_pages_with_some() -> None:
    found = titles("autism language")
    assert found[0] == "A new teacher"
    assert set(found[1:]) == {"Speech and language", "Autism"}
    assert len(found) == 3


@pytest.mark.usefixtures("pages")
def test_a_word_in_the_title_counts_more_than_one_in_the_text() -> None:
    assert titles("autism") == ["Autism", "A new teacher"]


def test_a_result_says_what_the_page_is_about_and_where_it_stands(pages: ContentPage) -> None:
    html = Client().get("/search/", {"q": "quiet"}).content.decode()
    for words in ('href="/speech-and-language/autism/"', "Quiet places help.", "Speech and language"):
        assert words in html


@pytest.mark.parametrize("how", ["draft", "unpublished", "private", "below a private page", "deleted"])
def test_what_guests_may_not_see_is_not_found(home: HomePage, do_the_work: Work, how: str) -> None:
    above = ContentPageFactory.create(parent=home, title="Above")
    page = ContentPageFactory.create(parent=above, title="Secret plans", live=how != "draft")
    do_the_work()
    match how:
        case "unpublished":
            assert titles("secret") == ["Secret plans"]
            page.unpublish()
        case "private":
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        case "below a private page":
            PageViewRestriction.objects.create(page=above, restriction_type=PageViewRestriction.LOGIN)
        case "deleted":
            page.delete()
    do_the_work()
    assert titles("secret plans") == []


def test_not_even_who_may_see_a_private_page_finds_it_here(
    home: HomePage, do_the_work: Work, admin_client: Client
) -> None:
    page = ContentPageFactory.create(parent=home, title="Secret plans")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    do_the_work()
    assert list(admin_client.get("/search/", {"q": "secret"}).context["found"]) == []


def test_the_title_of_a_draft_above_a_page_is_not_told(home: HomePage, do_the_work: Work) -> None:
    draft = ContentPageFactory.create(parent=home, title="Not yet announced", live=False)
    ContentPageFactory.create(parent=draft, title="Opening times")
    do_the_work()
    html = Client().get("/search/", {"q": "opening"}).content.decode()
    assert "Opening times" in html
    assert "Not yet announced" not in html


def test_words_of_a_draft_are_not_found_before_it_is_published(pages: ContentPage, do_the_work: Work) -> None:
    pages.title = "Unheard words"
    revision = pages.save_revision()
    do_the_work()
    assert titles("unheard") == []
    revision.publish()
    do_the_work()
    assert titles("unheard") == ["Unheard words"]


HOSTILE = [
    '"',
    "'",
    '"speech',
    "speech\x00",
    "\x00",
    "\x01\x02\x1b",
    "speech AND OR NOT NEAR(",
    "NOT",
    "AND",
    "speech*",
    "title:speech",
    "^speech",
    "speech - + ( ) { } [ ]",
    "%",
    "_",
    "\\",
    "%_\\",
    "speech' OR 1=1 --",
    "'; DROP TABLE wagtailcore_page; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "a" * 5000,
    "a " * 2000,
    "ﬁ ß İ \u202e \ufeff",
    "🙂",
    "\ud7ff\ue000",
    "!?.,;:-",
]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("query", HOSTILE)
def test_whatever_is_typed_is_answered(query: str) -> None:
    answer = Client().get("/search/", {"q": query})
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "<script>alert" not in html
    assert "49" not in html or "7*7" in html


@pytest.mark.usefixtures("pages")
@given(query=st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_whatever_else_is_typed_is_answered_too(query: str) -> None:
    assert isinstance(find_public_pages(query), list)


@given(st.text())
def test_only_words_reach_the_search_engine(query: str) -> None:
    words = words_of(query)
    assert len(words) <= LONGEST_QUERY
    assert all(character == " " or character.isalnum() or character == "_" for character in words)


@pytest.mark.usefixtures("pages")
def test_signs_around_a_word_do_not_hide_it() -> None:
    for query in ('"speech"', "speech?", "(speech)", "speech\x00", "*speech*"):
        assert titles(query)[0] == "Speech and language"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("parameters", "sentence", "problem"),
    [
        ({}, "Type one or more words. You search the public pages", False),
        ({"q": ""}, "Type one or more words to search for", True),
        ({"q": "  "}, "Type one or more words to search for", True),
        ({"q": "?!"}, "Type one or more words to search for", True),
        ({"q": "zebra"}, "No page has these words", False),
    ],
)
def test_who_finds_nothing_is_told_how_to_go_on(parameters: dict[str, str], sentence: str, problem: bool) -> None:
    html = Client().get("/search/", parameters).content.decode()
    assert sentence in html
    assert ('aria-invalid="true"' in html) is problem
    assert ("<title>Error: " in html) is problem


def test_what_was_typed_is_shown_as_it_was_typed_and_nothing_more(pages: ContentPage) -> None:
    query = '"><b>speech'
    html = Client().get("/search/", {"q": query}).content.decode()
    assert f'value="{escape(query)}"' in html
    assert "<b>speech" not in html


def test_many_results_stand_ten_to_a_page_and_every_page_is_found_once(home: HomePage, do_the_work: Work) -> None:
    for number in range(25):
        ContentPageFactory.create(parent=home, title=f"Timetable {number}")
    do_the_work()

    def page(number: str) -> list[str]:
        answer = Client().get("/search/", {"q": "timetable", "page": number})
        return [found.title for found in answer.context["found"]]

    assert [len(page(number)) for number in ("1", "2", "3")] == [10, 10, 5]
    assert sorted(page("1") + page("2") + page("3")) == sorted(f"Timetable {number}" for number in range(25))
    assert page("") == page("x") == page("1")
    assert page("4") == page("3")
    html = Client().get("/search/", {"q": "time & table timetable"}).content.decode()
    assert "25 pages have" in html
    assert "q=time%20%26%20table%20timetable" in html.replace("+", "%20")


@pytest.mark.parametrize("rows", [1, 20])
def test_results_cost_few_queries_however_many_there_are(
    home: HomePage, do_the_work: Work, django_assert_max_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    news = NewsIndexPageFactory.create(parent=home, slug="news")
    for number in range(rows):
        ContentPageFactory.create(parent=home, title=f"Timetable {number}")
        NewsPageFactory.create(parent=news, title=f"Timetable news {number}")
    do_the_work()
    Client().get("/search/", {"q": "timetable"})
    with django_assert_max_num_queries(8):
        assert len(Client().get("/search/", {"q": "timetable"}).context["found"]) == min(2 * rows, 10)
