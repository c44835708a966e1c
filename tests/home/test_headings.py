"""'On this page': every heading once, each with a name of its own."""

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.headings import Heading, headings_in, outlined, with_names

TITLES = st.lists(st.one_of(st.text(max_size=20), st.sampled_from(["Part", "Part", "part 2", "Ä", "!", "a b", "A  B"])))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>Who can help</h2>", [("who-can-help", "Who can help")]),
        ("<h2>Cost</h2><p>…</p><h2>Cost</h2>", [("cost", "Cost"), ("cost-2", "Cost")]),
        ("<h2>Cost 2</h2><h2>Cost</h2><h2>Cost</h2>", [("cost-2", "Cost 2"), ("cost", "Cost"), ("cost-3", "Cost")]),
        ("<h2><b>Fish</b> &amp; chips</h2>", [("fish-chips", "Fish & chips")]),
        ("<h2>?!</h2><h2>…</h2>", [("part", "?!"), ("part-2", "…")]),
        ("<h2> </h2><h2><br/></h2>", []),
        ("<h3>Smaller</h3><p>No heading</p>", []),
        ('<h2 data-block-key="k">Over\n two lines</h2>', [("over-two-lines", "Over two lines")]),
    ],
)
def test_headings_and_their_names(html: str, expected: list[tuple[str, str]]) -> None:
    assert [(heading.id, heading.title) for heading in headings_in(html)] == expected


@given(TITLES)
def test_no_two_headings_have_the_same_name_and_none_has_a_name_that_needs_escaping(titles: list[str]) -> None:
    names = [heading.id for heading in headings_in("".join(f"<h2>{escape(title)}</h2>" for title in titles))]
    assert len(names) == len(set(names))
    assert all(name and escape(name) == name and " " not in name for name in names)


@given(TITLES)
def test_every_heading_of_the_list_is_found_in_the_page_under_its_name(titles: list[str]) -> None:
    html = "".join(f"<h2>{escape(title)}</h2><p>text</p>" for title in titles)
    headings = headings_in(html)
    named = with_names(html, headings)
    for heading in headings:
        assert named.count(f' id="{heading.id}"') == 1
    assert [heading.title for heading in headings_in(named)] == [heading.title for heading in headings]


def test_a_heading_that_is_not_in_the_list_is_left_as_it_is() -> None:
    html = "<h2>Other</h2>"
    headings = [Heading("known", "Known")]
    assert with_names(html, headings) == html


@pytest.mark.parametrize(
    ("html", "sound"),
    [
        ("<h3>A</h3><h2>B</h2><h3>C</h3>", '<h2 class="h3">A</h2><h2>B</h2><h3>C</h3>'),
        ('<h3 class="x" id="y">A</h3>', '<h2 class="h3 x" id="y">A</h2>'),
        ('<h2 id="b">B</h2><h3>C</h3>', '<h2 id="b">B</h2><h3>C</h3>'),
        ("<header><h3>A</h3></header>", '<header><h2 class="h3">A</h2></header>'),
        ("", ""),
    ],
)
def test_what_stands_before_the_first_heading_of_the_text_is_raised(html: str, sound: str) -> None:
    assert outlined(html) == sound


@given(st.lists(st.sampled_from(["<h2>x</h2>", "<h3>x</h3>", "<p>x</p>"]), max_size=8).map("".join))
def test_headings_never_begin_below_the_second_level_and_none_is_lost(html: str) -> None:
    sound = outlined(html)
    levels = re.findall(r"<(h[23])", sound)
    assert levels[:1] in ([], ["h2"])
    assert len(levels) == html.count("<h")
    assert outlined(sound) == sound
