"""Headings lead through the page."""

import pytest

from home.checks.headings import LONGEST, check_headings
from tests.home.checked import text


def found(*html: str, nested: bool = False) -> list[str]:
    """Return what is said of the headings in these texts."""
    return [finding.sentence for finding in check_headings(text(*html, nested=nested))]


@pytest.mark.parametrize("html", ["<h2></h2>", "<h2> <b> </b></h2>", "<h3>&nbsp;</h3>"])
def test_a_heading_without_words_must_be_mended(html: str) -> None:
    (finding,) = check_headings(text(html))
    assert "without words" in finding.sentence
    assert finding.must


def test_a_level_that_is_left_out_is_found_across_texts() -> None:
    assert found("<h2>One</h2>", "<h3>Two</h3>", "<h2>Three</h2>") == []
    assert len(found("<h3>First of all</h3>")) == 1
    assert len(found("<h2>One</h2><p>Words</p>", "<h4>Two</h4>")) == 1


def test_a_text_inside_a_block_begins_where_its_block_says() -> None:
    assert found("<h3>Step</h3><h4>Part</h4>", nested=True) == []
    assert len(found("<h3>Step</h3><h5>Part</h5>", nested=True)) == 1


def test_a_long_heading_is_found() -> None:
    assert found(f"<h2>{'a' * LONGEST}</h2>") == []
    assert len(found(f"<h2>{'a' * (LONGEST + 1)}</h2>")) == 1


@pytest.mark.parametrize(
    ("words", "times"), [("IMPORTANT DATES", 1), ("SEND", 0), ("EHC plans", 0), ("SEN AND YOU", 0)]
)
def test_a_heading_in_capitals_is_found_and_short_forms_are_not(words: str, times: int) -> None:
    assert len(found(f"<h2>{words}</h2>")) == times


@pytest.mark.parametrize(
    ("html", "times"),
    [
        ("<p><b>What to send</b></p>", 1),
        ("<p><strong>What</strong> <b>to send</b></p>", 1),
        ("<p><b>What to send</b> by Friday</p>", 0),
        ("<p><b>Send it by Friday.</b></p>", 0),
        (f"<p><b>{'long ' * 20}</b></p>", 0),
        ("<p></p>", 0),
    ],
)
def test_a_bold_paragraph_is_no_heading(html: str, times: int) -> None:
    assert len(found(html)) == times
