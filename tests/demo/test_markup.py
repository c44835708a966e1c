"""Texts become the blocks that their writers meant, and mistakes in them are named."""

from typing import Any

import pytest

from hub.demo.markup import BadTextError, blocks_of, read


class Places:
    """Two pages, one picture, one group of clusters."""

    def page(self, slug: str) -> int:
        return {"contact-us": 7, "news": 8}[slug]

    def picture(self, name: str) -> dict[str, Any]:
        return {"meeting": {"image": 3, "decorative": False, "alt_text": "Shapes."}}[name]

    def tiles(self, group: str) -> list[dict[str, Any]]:
        return {"primary": [{"name": "Dunmere"}]}[group]


def body(text: str) -> list[dict[str, Any]]:
    return blocks_of(text, Places()).body


def value(text: str) -> Any:
    (block,) = body(text)
    return block["value"]


def test_a_page_begins_with_its_title_and_facts() -> None:
    text = read("# Cookies\nLead: It sets: few.\nIn the menu: yes\n\n## What\n\nText.\n")
    assert text.title == "Cookies"
    assert text.facts == {"Lead": "It sets: few.", "In the menu": "yes"}
    assert text.body == "## What\n\nText."


def test_a_page_without_a_title_is_refused() -> None:
    with pytest.raises(BadTextError, match="A page begins with"):
        read("Lead: No title\n\nText.")


def test_plain_text_becomes_paragraphs_headings_and_lists() -> None:
    assert value("## A & B\n\nOne\nline, **bold**.\n\n### C\n\n- x\n- y\n\n1. first\n2. second") == (
        "<h2>A &amp; B</h2><p>One line, <b>bold</b>.</p><h3>C</h3>"
        "<ul><li>x</li><li>y</li></ul><ol><li>first</li><li>second</li></ol>"
    )


def test_links_lead_to_pages_by_their_key_and_elsewhere_by_address() -> None:
    assert value("[Ask](contact-us) or [read](https://example.org/a?b=1&c=2)") == (
        '<p><a linktype="page" id="7">Ask</a> or <a href="https://example.org/a?b=1&amp;c=2">read</a></p>'
    )


def test_text_around_a_block_is_kept_apart() -> None:
    found = body("Before\n\n::: inset\nInside\n:::\n\nAfter")
    assert [block["type"] for block in found] == ["text", "inset", "text"]
    assert found[1]["value"] == {"text": "<p>Inside</p>"}


def test_steps_have_titles_and_texts() -> None:
    steps = value("::: steps\n### Assess\nLook.\n### Plan\nThink **twice**.\n:::")["steps"]
    assert steps == [
        {"title": "Assess", "text": "<p>Look.</p>"},
        {"title": "Plan", "text": "<p>Think <b>twice</b>.</p>"},
    ]


def test_tables_have_a_caption_and_headers() -> None:
    table = value("::: table When\n| Day | Time |\n| Monday | 3pm |\n| Tuesday | |\n:::")
    assert table["table_caption"] == "When"
    assert table["data"] == [["Day", "Time"], ["Monday", "3pm"], ["Tuesday", ""]]
    assert table["first_row_is_table_header"] is True


def test_the_small_blocks_say_what_they_need() -> None:
    assert value("::: facts\nWhen: Monday: 3pm\n:::") == {"facts": [{"term": "When", "text": "Monday: 3pm"}]}
    assert value("::: picture meeting\nA table.\n:::")["caption"] == "A table."
    assert value("::: tiles primary\n:::") == {"tiles": [{"name": "Dunmere"}]}
    assert value("::: button contact-us\nAsk us\n:::") == {"text": "Ask us", "page": 7, "address": ""}
    elsewhere = value("::: button https://example.org\nRead\n:::")
    assert elsewhere == {"text": "Read", "page": None, "address": "https://example.org"}


def test_a_contact_stands_beside_the_text() -> None:
    blocks = blocks_of("::: contact Ask\nPhone: 01632 960 142\n:::", Places())
    assert blocks.body == []
    assert blocks.side == [
        {"type": "contact", "value": {"title": "Ask", "text": "", "phone": "01632 960 142", "email": "", "hours": ""}}
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("::: balloon\n:::", "There is no block called 'balloon'"),
        ("::: inset\nNo end", "has no end"),
        ("[Ask](nobody)", "A link leads to 'nobody'"),
        ("::: button nobody\nAsk\n:::", "speaks of 'nobody'"),
        ("::: picture nothing\n:::", "speaks of 'nothing'"),
    ],
)
def test_mistakes_are_named(text: str, problem: str) -> None:
    with pytest.raises(BadTextError, match=problem):
        blocks_of(text, Places())
