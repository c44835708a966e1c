"""Links say where they lead, and lead there."""

import pytest
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import RichText

from home.checks.content import Link
from home.checks.findings import Finding, Subject
from home.checks.link_words import check_link_words
from home.checks.whole import own_path, read_page
from home.models import ContentPage, HomePage
from tests.factories.pages import ContentPageFactory
from tests.home.checked import HERE, parts, text


def said(html: str) -> list[str]:
    """Return what is said of the words of links in the text."""
    return [finding.sentence for finding in check_link_words(text(html))]


@pytest.mark.parametrize(
    "words", ["click here", "Click here!", "here", "Read more…", "link", "<b>More</b> information"]
)
def test_words_that_say_nothing_are_found(words: str) -> None:
    assert len(said(f'<p><a href="https://example.org/">{words}</a></p>')) == 1


@pytest.mark.parametrize("words", ["https://example.org/form", "www.example.org"])
def test_a_bare_address_is_found(words: str) -> None:
    (sentence,) = said(f'<p><a href="https://example.org/form">{words}</a></p>')
    assert "bare address" in sentence


@pytest.mark.parametrize("words", ["Here we go again", "The link officer", "hub@northmere.example", "Form A"])
def test_words_that_say_where_they_lead_are_left_in_peace(words: str) -> None:
    assert said(f'<p><a href="mailto:hub@northmere.example">{words}</a></p>') == []


def test_the_same_words_that_lead_to_two_places_are_found_once() -> None:
    form = '<a href="https://example.org/{}">The form</a>'
    assert len(said(f"<p>{form.format(1)} {form.format(2)} {form.format(3)}</p>")) == 1
    assert said(f"<p>{form.format(1)} {form.format('1/')}</p>") == []


def test_a_link_without_words_is_found() -> None:
    assert len(said('<p><a href="https://example.org/"> </a></p>')) == 1


def test_the_words_of_a_block_are_those_of_its_link() -> None:
    (finding,) = check_link_words(parts(Link(HERE, "Click here", page=3)))
    assert finding.words == "Click here"


@pytest.fixture
def target(home: HomePage) -> ContentPage:
    """A page to link to."""
    page: ContentPage = ContentPageFactory.create(parent=home, title="Panels", slug="panels")
    return page


def about(home: Page, *html: str) -> list[Finding]:
    """Return what is said of where the links of a page lead."""
    body = [("text", RichText(one)) for one in html]
    page = ContentPageFactory.create(parent=HomePage.objects.get(), body=body)
    return [finding for finding in read_page(page).findings if finding.subject == Subject.TARGETS]


def link_to(page: Page | int) -> str:
    """Return a link as the editor keeps it."""
    return f'<p><a linktype="page" id="{page if isinstance(page, int) else page.pk}">The panels</a></p>'


def test_a_link_to_a_page_that_is_there_is_left_in_peace(home: HomePage, target: ContentPage) -> None:
    assert about(home, link_to(target), '<p><a href="/panels/">By address</a></p>') == []


@pytest.mark.parametrize("key", [99999, 0])
def test_a_link_to_a_page_that_is_gone_must_be_mended(home: HomePage, key: int) -> None:
    (finding,) = about(home, link_to(key))
    assert "has been deleted" in finding.sentence
    assert finding.must
    assert finding.words == "The panels"


def test_a_link_to_a_draft_must_be_mended(home: HomePage, target: ContentPage) -> None:
    target.unpublish()
    (finding,) = about(home, link_to(target))
    assert "'Panels', which is not published" in finding.sentence


def test_a_public_page_that_links_to_a_private_one_is_found_and_a_private_one_is_not(
    home: HomePage, target: ContentPage
) -> None:
    PageViewRestriction.objects.create(page=target, restriction_type=PageViewRestriction.LOGIN)
    (finding,) = about(home, link_to(target))
    assert "private" in finding.sentence
    beside = ContentPageFactory.create(parent=target, body=[("text", RichText(link_to(target)))])
    assert [finding for finding in read_page(beside).findings if finding.subject == Subject.TARGETS] == []


@pytest.mark.parametrize(
    ("address", "broken"),
    [
        ("/panels/", False),
        ("/panels", False),
        ("http://localhost:8000/panels/?page=2", False),
        ("/no/such/page/", True),
        ("http://localhost:8000/no-such-page/", True),
        ("/search/", False),
        ("/account/sign-in/", False),
        ("https://elsewhere.example/no-such-page/", False),
        ("mailto:hub@northmere.example", False),
        ("https://[broken", False),
    ],
)
def test_an_address_of_our_own_is_looked_at_too(
    home: HomePage, target: ContentPage, address: str, broken: bool
) -> None:
    assert bool(about(home, f'<p><a href="{address}">The panels</a></p>')) is broken


def test_a_part_of_the_page_that_is_not_there_is_found(home: HomePage) -> None:
    assert about(home, "<h2>What to send</h2>", '<p><a href="#what-to-send">What to send</a></p>') == []
    (finding,) = about(home, '<p><a href="#who-decides">Who decides</a></p>')
    assert "part of this page" in finding.sentence
    assert not finding.must


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/a/", "/a/"),
        ("http://localhost:8000", "/"),
        ("https://localhost:8000/a/#b", "/a/"),
        ("https://example.org/a/", ""),
        ("//example.org/a/", ""),
        ("a/", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_what_is_ours_is_told_from_what_is_elsewhere(address: str, path: str) -> None:
    assert own_path(address) == path
