"""What the editor's picker says of each block, and the example that it shows."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.blocks import Block

from home.blocks import BodyBlocks, SideBlocks
from home.models import ContentPage, HomePage, NewsPage
from hub.members.models import Person
from tests.look.markup import read

BODY: dict[str, Block] = dict(ContentPage._meta.get_field("body").stream_block.child_blocks)
NEWS: dict[str, Block] = dict(NewsPage._meta.get_field("body").stream_block.child_blocks)
SIDE: dict[str, Block] = dict(ContentPage._meta.get_field("side").stream_block.child_blocks)

# Some words of the example of each block.
WORDS = {
    "text": "Most needs can be met",
    "inset": "Ask early.",
    "warning": "Write ‘Pupil A’",  # noqa: RUF001
    "quote": "SENCo in her first year",
    "steps": "Talk to your cluster",
    "accordion": "Who pays for a visit?",
    "facts": "Dunmere Primary School",
    "table": "Services and how soon they reply",
    "figures": "schools in twelve clusters",
    "bars": "Communication and interaction",
    "dates": "Dunmere cluster meeting",
    "picture": "lead SENCos meet twice a year",
    "video": "Opens youtube.com, which may set cookies",
    "button": "Find the referral form",
    "cards": "Top-up funding",
    "documents": "Excel, 123 KB",
    "tiles": "11 primary schools",
    "contact": "01632",
}


@pytest.fixture
def toms(signed_in: Callable[[Person], Client], tom: Person, home: HomePage) -> Client:
    """Tom's browser."""
    return signed_in(tom)


def test_the_examples_are_of_all_blocks() -> None:
    assert WORDS.keys() == BODY.keys() == NEWS.keys()
    assert SIDE.keys() <= WORDS.keys()


@pytest.mark.parametrize(
    ("name", "block"),
    [*BODY.items(), *SIDE.items()],
    ids=[*BODY, *(f"side-{name}" for name in SIDE)],
)
def test_every_block_shows_what_it_looks_like(toms: Client, name: str, block: Block) -> None:
    assert block.is_previewable
    assert block.get_description().endswith(".")
    answer = toms.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert answer.status_code == 200
    page = read(answer.content.decode())
    assert WORDS[name] in page.one("main").text
    # It looks as on the site, and needs nothing that the back office does not let through.
    assert [sheet.attributes["href"] for sheet in page.all("link", rel="stylesheet")] == ["/static/hub/hub.css"]
    assert not page.all("script")
    assert not re.search(r"\s(?:style|on[a-z]+)=", unescape(answer.content.decode()))
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]


def test_a_preview_asks_nothing_of_another_host(toms: Client) -> None:
    for block in BODY.values():
        html = toms.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}).content.decode()
        assert not re.search(r'\s(?:src|srcset|poster)="(?:https?:)?//', html)


def test_guests_see_no_previews(home: HomePage) -> None:
    answer = Client().get(reverse("wagtailadmin_block_preview"), {"id": BODY["quote"].definition_prefix})
    assert answer.status_code == 302


@pytest.mark.parametrize("blocks", [BodyBlocks, SideBlocks])
def test_every_block_of_a_page_has_a_label_an_icon_and_a_template(blocks: type[BodyBlocks]) -> None:
    for name, block in blocks().child_blocks.items():
        assert block.meta.label, name
        assert block.meta.template.startswith("home/blocks/"), name
        assert blocks is SideBlocks or block.meta.group, name
        assert block.meta.icon, name
