"""What the editor refuses in the blocks of a page, and in which words."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import Block
from wagtail.rich_text import RichText
from wagtail_factories import ImageFactory

from home.blocks import (
    BarsBlock,
    CardBlock,
    ContactBlock,
    HeadedTableBlock,
    KeyDateBlock,
    PictureBlock,
    QuoteBlock,
    VideoBlock,
)
from home.models import HomePage
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory

VIDEO = {"link": "https://vimeo.com/123456789", "title": "A meeting", "length": "4 minutes"}
MONDAY = datetime.date(2026, 11, 30)
HEADED = {"data": [["A", "B"], ["1", "2"]], "table_caption": "Letters", "table_header_choice": "row"}


def clean(kind: type[Block], **value: Any) -> Any:
    """Check a block as the editor does when it is published."""
    block = kind()
    return block.clean(block.normalize(value))


def refusal(kind: type[Block], **value: Any) -> dict[str, str]:
    """Return what the editor says beside which field."""
    with pytest.raises(ValidationError) as problem:
        clean(kind, **value)
    errors = getattr(problem.value, "block_errors", {"": problem.value})
    return {name: " ".join(_messages(error)) for name, error in errors.items()}


def _messages(error: ValidationError) -> list[str]:
    inner = getattr(error, "block_errors", None)
    return [words for part in inner.values() for words in _messages(part)] if inner else error.messages


@pytest.mark.parametrize("choice", ["", "neither"])
def test_a_table_without_headers_is_refused(choice: str) -> None:
    block = HeadedTableBlock()
    with pytest.raises(ValidationError) as problem:
        block.clean(HEADED | {"table_header_choice": choice})
    (sentence,) = problem.value.messages
    assert sentence == (
        "Choose under 'Table headers' which cells are headers: the first row, the first column or both. "
        "Without them nobody who listens to the table knows what a number means."
    )


@pytest.mark.parametrize("caption", ["", "  ", None])
def test_a_table_without_a_caption_is_refused(caption: str | None) -> None:
    with pytest.raises(ValidationError, match="Write a caption that says what the table shows"):
        HeadedTableBlock().clean(HEADED | {"table_caption": caption})


@pytest.mark.parametrize(
    ("choice", "row", "column"), [("row", True, False), ("column", False, True), ("both", True, True)]
)
def test_a_table_with_headers_and_a_caption_is_accepted(choice: str, row: bool, column: bool) -> None:
    table = HeadedTableBlock().clean(HEADED | {"table_header_choice": choice})
    assert (table["first_row_is_table_header"], table["first_col_is_header"]) == (row, column)


def test_a_table_may_be_unfinished_in_a_draft() -> None:
    block = HeadedTableBlock()
    block.defer_required_validation()
    assert block.clean(HEADED | {"table_header_choice": "", "table_caption": ""})["data"] == HEADED["data"]


class TestPictures:
    """A picture has words for those who cannot see it, or the promise that it is decoration."""

    def test_without_words_it_is_refused(self, db: None) -> None:
        picture = {"image": ImageFactory.create(), "decorative": False, "alt_text": ""}
        assert refusal(PictureBlock, picture=picture, caption="") == {
            "picture": "Say what the picture tells, or tick that it is only decoration."
        }

    def test_no_picture_at_all_is_refused(self, db: None) -> None:
        assert "picture" in refusal(PictureBlock, picture=None, caption="")

    @pytest.mark.parametrize(("decorative", "words"), [(False, "A harbour."), (True, ""), (True, "A harbour.")])
    def test_with_words_or_as_decoration_it_is_accepted(self, db: None, decorative: bool, words: str) -> None:
        picture = {"image": ImageFactory.create(), "decorative": decorative, "alt_text": words}
        value = clean(PictureBlock, picture=picture, caption="")
        assert value["picture"].contextual_alt_text == ("" if decorative else words)

    def test_a_picture_on_a_card_needs_words_too_and_a_card_needs_no_picture(self, db: None) -> None:
        card = {"title": "Ask", "text": "", "address": "https://example.org/"}
        bare = {"image": ImageFactory.create(), "decorative": False, "alt_text": ""}
        assert refusal(CardBlock, **card, picture=bare).keys() == {"picture"}
        assert clean(CardBlock, **card, picture=None).href == "https://example.org/"


@pytest.mark.parametrize(
    "link", ["https://example.org/film.mp4", "https://www.youtube.com/", "https://vimeo.com/about", "javascript:x"]
)
def test_a_video_that_is_not_on_youtube_or_vimeo_is_refused(db: None, link: str) -> None:
    assert refusal(VideoBlock, **VIDEO | {"link": link}).keys() == {"link"}


def test_what_is_no_video_is_said_in_plain_words(db: None) -> None:
    assert refusal(VideoBlock, **VIDEO | {"link": "https://example.org/film"}) == {
        "link": "Give the address of one video on YouTube or Vimeo, as it stands in the browser when it plays."
    }


@pytest.mark.parametrize("missing", ["link", "title", "length"])
def test_a_video_needs_a_title_and_its_length(db: None, missing: str) -> None:
    assert refusal(VideoBlock, **VIDEO | {missing: ""}).keys() == {missing}


def test_the_words_of_a_video_are_on_a_page_or_under_it_but_not_both(home: HomePage) -> None:
    page = ContentPageFactory.create(parent=home)
    assert clean(VideoBlock, **VIDEO, words_page=page.pk)
    assert clean(VideoBlock, **VIDEO, words=RichText("<p>Hello.</p>"))
    both = refusal(VideoBlock, **VIDEO, words_page=page.pk, words=RichText("<p>Hello.</p>"))
    assert both == {"words": "Choose a page or write the words here, not both."}


def test_a_date_cannot_end_before_it_begins(db: None) -> None:
    date = {"title": "Fair", "day": MONDAY, "time": "", "page": None, "address": ""}
    assert refusal(KeyDateBlock, **date, end=MONDAY - datetime.timedelta(days=1)) == {
        "end": "The last day cannot come before the first."
    }
    assert clean(KeyDateBlock, **date, end=MONDAY)["end"] == MONDAY
    assert clean(KeyDateBlock, **date, end=None)["end"] is None


def test_a_contact_is_a_shared_mailbox_and_not_the_address_of_somebody_with_an_account(priya: Person) -> None:
    contact = {"title": "Helpline", "text": "", "phone": "", "hours": ""}
    assert refusal(ContactBlock, **contact, email=priya.email.upper()) == {
        "email": "This is the address of one person, who signs in with it here. Give a shared mailbox."
    }
    assert clean(ContactBlock, **contact, email="inclusion@northmere.example")
    assert clean(ContactBlock, **contact, email="")


def test_what_is_no_address_is_refused_in_a_contact(db: None) -> None:
    contact = {"title": "Helpline", "text": "", "phone": "", "hours": ""}
    assert refusal(ContactBlock, **contact, email="the office") == {
        "email": "Enter an e-mail address like inclusion@example.org."
    }


def test_a_quotation_says_who_said_it(db: None) -> None:
    assert refusal(QuoteBlock, words="It helps.", who="").keys() == {"who"}


def test_bars_compare_at_least_two_numbers_none_below_nothing(db: None) -> None:
    about = {"title": "T", "labels": "L", "unit": "U", "source": "S"}
    assert refusal(BarsBlock, **about, bars=[{"label": "A", "number": 1}]).keys() == {"bars"}
    assert refusal(BarsBlock, **about, bars=[{"label": "A", "number": 1}, {"label": "B", "number": -1}]).keys() == {
        "bars"
    }
