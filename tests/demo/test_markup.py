"""Texts become the blocks that their writers meant, and mistakes in them are named."""

from typing import Any

import pytest

from hub.demo.markup import BadTextError, blocks_of, read


class Places:
    """Two pages, one picture, one document, one group of clusters."""

    def page(self, slug: str) -> int:
        return {"contact-us": 7, "news": 8}[slug]

    def document(self, name: str) -> int:
        return {"form": 11}[name]

    def picture(self, name: str, use: str = "body") -> dict[str, Any]:
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
        ("::: documents\n- nothing\n:::", "speaks of 'nothing'"),
        ("::: accordion\n### A\n[Ask](nobody)\n:::", "A link leads to 'nobody'"),
        ("::: cards\n### Ask\nUs.\n:::", "a card begins with"),
        ("::: dates\n| tomorrow | | Fair | |\n:::", "is not written as it should be"),
        ("::: dates\n| 2026-12-01 | Fair |\n:::", "is not written as it should be"),
        ("::: figures\n| 125 | schools |\n:::", "is not written as it should be"),
        ("::: bars By need\n| Need | Pupils |\n| Sensory | many |\n:::", "is not written as it should be"),
    ],
)
def test_mistakes_are_named(text: str, problem: str) -> None:
    with pytest.raises(BadTextError, match=problem):
        blocks_of(text, Places())


def test_sections_that_open_have_titles_and_texts() -> None:
    sections = value("::: accordion\n### Who pays?\nNobody.\n\n- at all\n### Who agrees?\n[Ask](contact-us).\n:::")
    assert sections == {
        "sections": [
            {"title": "Who pays?", "text": "<p>Nobody.</p><ul><li>at all</li></ul>"},
            {"title": "Who agrees?", "text": '<p><a linktype="page" id="7">Ask</a>.</p>'},
        ]
    }


def test_a_quotation_says_who_said_it() -> None:
    quote = value("::: quote Lead SENCo, primary\nFirst line.\nSecond: line.\n:::")
    assert quote == {"who": "Lead SENCo, primary", "words": "First line.\nSecond: line."}


def test_cards_lead_to_pages_and_may_have_pictures() -> None:
    cards = value(
        "::: cards\n### [Ask us](contact-us)\nPicture: meeting\nWe answer\nsoon.\n### [Read](https://example.org)\n:::"
    )["cards"]
    assert cards[0] == {
        "title": "Ask us",
        "text": "We answer soon.",
        "picture": {"image": 3, "decorative": False, "alt_text": "Shapes."},
        "page": 7,
        "address": "",
    }
    assert (cards[1]["page"], cards[1]["address"], cards[1]["text"]) == (None, "https://example.org", "")
    assert cards[1]["picture"]["image"] is None


def test_documents_are_listed_by_their_keys() -> None:
    assert value("::: documents\n- form\n:::") == {"title": "", "documents": [11]}
    assert value("::: documents Forms\n- form\n- form\n:::") == {"title": "Forms", "documents": [11, 11]}


def test_a_video_has_its_words_on_a_page_or_under_it() -> None:
    link = "https://www.youtube.com/watch?v=northmere-b"
    video = value(f"::: video {link}\nTitle: A meeting: part 1\nLength: 4 minutes\nPicture: meeting\nWords: news\n:::")
    assert video == {
        "link": link,
        "title": "A meeting: part 1",
        "length": "4 minutes",
        "poster": 3,
        "words_page": 8,
        "words": "",
    }
    told = value(f"::: video {link}\nTitle: A meeting\nLength: 4 minutes\n\nFirst.\n\nThen: more.\n:::")
    assert (told["poster"], told["words_page"], told["words"]) == (None, None, "<p>First.</p><p>Then: more.</p>")


def test_dates_are_days_or_go_from_day_to_day() -> None:
    dates = value("::: dates\n| 2026-12-01 | By 5pm | Close | |\n| 2026-12-04 to 2026-12-05 | | Fair | news |\n:::")
    close = {"title": "Close", "day": "2026-12-01", "end": None, "time": "By 5pm", "page": None, "address": ""}
    fair = {"title": "Fair", "day": "2026-12-04", "end": "2026-12-05", "time": "", "page": 8, "address": ""}
    assert dates == {"past": "leave-out", "dates": [close, fair]}
    assert value("::: dates mark\n| 2026-12-01 | | Close | |\n:::")["past"] == "mark"


def test_figures_and_bars_say_where_they_come_from() -> None:
    assert value("::: figures\n| 125 | schools | Council | 2026 |\n:::") == {
        "figures": [{"figure": "125", "what": "schools", "source": "Council", "year": "2026"}]
    }
    assert value("::: bars By need\n| Need | Pupils |\n| Sensory | 17 |\n| Other | 2.5 |\nSource: Census\n:::") == {
        "title": "By need",
        "labels": "Need",
        "unit": "Pupils",
        "bars": [{"label": "Sensory", "number": "17"}, {"label": "Other", "number": "2.5"}],
        "source": "Census",
    }


def test_a_contact_can_stand_in_the_text_too() -> None:
    blocks = blocks_of("::: contact-here Ask\nPhone: 01632 960 142\n:::", Places())
    assert blocks.side == []
    assert [(block["type"], block["value"]["title"]) for block in blocks.body] == [("contact", "Ask")]
