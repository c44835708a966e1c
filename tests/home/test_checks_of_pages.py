"""A page of any type is read into its parts, whatever blocks it has, and its findings are shown to who edits it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, RichTextBlock, StreamBlock, StructBlock, URLBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import RichText
from wagtail_factories import ImageFactory

from home.blocks import BodyBlocks
from home.checks.content import Content, _parts_of_block, content_of
from home.checks.findings import Subject, Where
from home.checks.headings import check_headings
from home.checks.link_words import check_link_words
from home.checks.pictures import check_pictures
from home.checks.reading import check_reading
from home.checks.short_forms import check_short_forms
from home.checks.whole import read_page
from home.models import ContentPage, HomePage, NewsIndexPage, NewsPage
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.home.checked import text
from tests.home.conftest import Commit
from tests.home.editing import form_for


class DeepBlock(StreamBlock):
    """Blocks inside blocks, of kinds that no page of ours has."""

    cards = ListBlock(
        StructBlock(
            [
                ("heading", CharBlock()),
                ("links", ListBlock(StructBlock([("label", CharBlock()), ("url", URLBlock())]))),
                ("more", StreamBlock([("words", RichTextBlock()), ("page", PageChooserBlock())])),
                ("face", ImageChooserBlock(required=False)),
            ]
        )
    )


def test_blocks_that_nobody_has_thought_of_are_read_as_well(home: HomePage) -> None:
    block = DeepBlock()
    card = {
        "heading": "Forms",
        "links": [{"label": "Form A", "url": "https://example.org/a"}],
        "more": [
            {"type": "words", "value": '<p>See <a href="https://example.org/b">form B</a></p>'},
            {"type": "page", "value": home.pk},
        ],
        "face": ImageFactory.create(description="").pk,
    }
    value = block.to_python([{"type": "cards", "value": [card], "id": "outer"}])
    content = Content()
    for part in _parts_of_block(block, value, Where("body"), depth=0):
        content.add(part)
    assert [(link.words, link.address, link.page) for link in content.links] == [
        ("Form A", "https://example.org/a", None),
        ("form B", "https://example.org/b", None),
        ("Forms", "", home.pk),
    ]
    assert [picture.alt for picture in content.pictures] == [""]
    assert {link.where.anchor for link in content.links[:1]} == {"block-outer-section"}


def test_every_kind_of_block_of_ours_can_be_read_empty(home: HomePage) -> None:
    blocks = BodyBlocks()
    empty = {name: block.get_prep_value(block.get_default()) for name, block in blocks.child_blocks.items()}
    page = ContentPageFactory.create(parent=home)
    page.body = blocks.to_python([{"type": name, "value": value} for name, value in empty.items()])
    assert read_page(page).findings is not None


def test_the_front_page_and_news_are_read_as_guidance_is(home: HomePage) -> None:
    home.doors = [("door", {"title": "Click here", "address": "https://example.org/"})]  # type: ignore[assignment]
    assert [link.words for link in content_of(home).links] == ["Click here"]
    index: NewsIndexPage = NewsIndexPageFactory.create(parent=home)
    news: NewsPage = NewsPageFactory.create(parent=index, picture=ImageFactory.create(description=""))
    assert [finding.subject for finding in read_page(news).findings] == [Subject.PICTURES]


def test_what_shuts_somebody_out_comes_first(home: HomePage) -> None:
    html = '<p><a href="https://example.org/">Click here</a></p><h2></h2>'
    page = ContentPageFactory.create(parent=home, body=[("text", RichText(html))])
    assert [finding.must for finding in read_page(page).findings] == [True, False]


@trials(deadline=None)
@given(st.text(alphabet="<>/phbua246 =\"'#:.&;\x00A\u0130", max_size=300))
def test_no_html_is_too_wild(html: str) -> None:
    page = text(html, f"<p><b>{html}</b></p><h2>{html}</h2><a href='{html}'>{html}</a><img alt='{html}'>")
    found = [
        *check_headings(page),
        *check_link_words(page),
        *check_pictures(page),
        *check_reading(page),
        *check_short_forms(page),
    ]
    assert all(finding.sentence.endswith(".") and len(finding.excerpt) <= 80 for finding in found)


@pytest.fixture
def page(home: HomePage) -> ContentPage:
    """A published page with an empty heading and a link that says nothing."""
    html = '<h2></h2><p><a href="https://example.org/">Click here</a></p>'
    page: ContentPage = ContentPageFactory.create(parent=home, slug="speech", body=[("text", RichText(html))])
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def form_of(browser: Client, page: ContentPage) -> str:
    """Return the editing form."""
    return browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_the_form_says_what_could_be_better_and_leads_there(
    signed_in: Callable[[Person], Client], tom: Person, page: ContentPage
) -> None:
    form = form_of(signed_in(tom), page)
    assert "Before you publish" in form
    assert "2 things to improve" in form
    assert "Mend before you publish:" in form
    assert f'href="#block-{page.body[0].id}-section"' in form


def test_the_form_says_when_all_is_well_and_when_there_is_nothing_yet(
    signed_in: Callable[[Person], Client], tom: Person, home: HomePage
) -> None:
    good: ContentPage = ContentPageFactory.create(parent=home)
    assert "Nothing to improve was found." in form_of(signed_in(tom), good)
    new = signed_in(tom).get(reverse("wagtailadmin_pages:add", args=["home", "contentpage", home.pk]))
    assert "Save the page as a draft." in new.content.decode()


def test_the_findings_are_of_the_draft_not_of_what_is_published(
    signed_in: Callable[[Person], Client], tom: Person, page: ContentPage
) -> None:
    page.body = []  # type: ignore[assignment]
    page.save_revision()
    assert "Nothing to improve" in signed_in(tom).get(reverse("page_findings", args=[page.pk])).content.decode()


def publish(browser: Client, page: ContentPage, action: str, **changes: Any) -> str:
    """Send the form for publishing, or for approval, and return what the next page says."""
    form = form_for(page, **{f"action-{action}": f"action-{action}"}, **changes)
    answer = browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, follow=True)
    return answer.content.decode()


EMPTY_HEADING = {
    "body-count": "1",
    "body-0-deleted": "",
    "body-0-order": "0",
    "body-0-type": "text",
    "body-0-id": "",
    "body-0-value": '{"blocks": [{"key": "a", "text": "", "type": "header-two", "depth": 0, "inlineStyleRanges": [], '
    '"entityRanges": []}, {"key": "b", "text": "Words", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], '
    '"entityRanges": []}], "entityMap": {}}',
}


@pytest.mark.parametrize(("who", "action"), [("helen", "publish"), ("tom", "submit")])
def test_nobody_publishes_or_sends_in_what_shuts_somebody_out_without_learning_it(
    request: pytest.FixtureRequest,
    signed_in: Callable[[Person], Client],
    page: ContentPage,
    who: str,
    action: str,
    commit: Commit,
) -> None:
    browser = signed_in(request.getfixturevalue(who))
    assert "thing on this page should be mended" in publish(browser, page, action, **EMPTY_HEADING)


def test_who_publishes_a_page_without_faults_is_not_warned(
    signed_in: Callable[[Person], Client], helen: Person, page: ContentPage
) -> None:
    assert "should be mended" not in publish(signed_in(helen), page, "publish")
