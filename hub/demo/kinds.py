"""The kinds of page that the texts can ask for, and what each makes of a text's facts.

A text says `Kind: contact`; without it, it is guidance, or news where it stands. Another kind of page is another
line in `KINDS`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from wagtail.models import Page

from home.models import (
    ClusterProgrammePage,
    ContactField,
    ContactPage,
    ContentPage,
    GlossaryPage,
    LegalPage,
    NewsIndexPage,
    NewsPage,
    SectionPage,
)
from home.pictures.making import make_sizes
from hub.demo.images import Pictures
from hub.demo.markup import BadTextError, Block, Blocks, Places, rich_text
from hub.demo.tree import NEWS, Leaf

# Where the picture of a piece of news stands: above it, on the home page while it is the latest, where it is shared.
_NEWS_PICTURES = ("news", "story", "share")
_REVIEWED = timedelta(days=360)
_RICH_FACTS = {
    "non_compliance": "Does not comply",
    "burden": "Burden",
    "out_of_scope": "Outside the scope",
    "improving": "Improving",
}


class Album(Places, Protocol):
    """Knows the keys of what a text may speak of, the pictures, and when it is."""

    pictures: Pictures
    today: date


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of page, and how it is filled from a text once all pages are there."""

    model: type[Page]
    fill: Callable[[Page, Leaf, Blocks, Album], None]
    # The facts that become fields as they stand, by field.
    facts: Mapping[str, str]


def kind_of(leaf: Leaf) -> Kind:
    """Return the kind of page that a text asks for. Raises BadTextError for one that there is not."""
    name = leaf.text.facts.get("Kind", _where_it_stands(leaf))
    if name not in KINDS:
        raise BadTextError(f"There is no kind of page called '{name}'.")
    return KINDS[name]


def _where_it_stands(leaf: Leaf) -> str:
    if leaf.is_news:
        return "news"
    return "list of news" if leaf.slug == NEWS else "guidance"


def _body_and_side(page: Page, leaf: Leaf, blocks: Blocks, album: Album) -> None:
    page.body, page.side = blocks.body, blocks.side


def _section(page: Page, leaf: Leaf, blocks: Blocks, album: Album) -> None:
    # The mark of the list divides what stands above it from what stands below.
    place = next((number for number, block in enumerate(blocks.body) if block["type"] == "list"), len(blocks.body))
    page.body, page.more, page.side = blocks.body[:place], blocks.body[place + 1 :], blocks.side


def _cluster(page: Page, leaf: Leaf, blocks: Blocks, album: Album) -> None:
    facts = leaf.text.facts
    _body_and_side(page, leaf, blocks, album)
    page.schools, page.meetings = int(facts["Schools"]), int(facts["Meetings a year"])
    page.objectives = [{"type": "objective", "value": words} for words in _parts(facts["Objectives"])]
    page.phases = [{"type": "phase", "value": words} for words in _parts(facts["Phases"])]
    page.dates = [_date(words) for words in _parts(facts["Dates"])]
    page.leads = [_lead(words) for words in _parts(facts["Leads"])]


def _date(words: str) -> Block:
    day, _, title = words.partition(" ")
    return {"type": "date", "value": {"title": title, "day": day, "time": "", "place": ""}}


def _lead(words: str) -> Block:
    role, _, rest = words.partition(" = ")
    text, _, email = rest.partition(" at ")
    return {"type": "lead", "value": {"role": role, "text": text, "email": email}}


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(";") if part.strip()]


def _body(page: Page, leaf: Leaf, blocks: Blocks, album: Album) -> None:
    page.body = blocks.body


def _nothing(page: Page, leaf: Leaf, blocks: Blocks, album: Album) -> None:
    """A list has no text of its own."""


def _news(page: Page, leaf: Leaf, blocks: Blocks, album: Album) -> None:
    page.body = blocks.body
    name = leaf.text.facts.get("Picture")
    page.picture = album.pictures[name] if name else None
    if page.picture:
        make_sizes(page.picture, *_NEWS_PICTURES)


def _contact(page: Page, leaf: Leaf, blocks: Blocks, album: Album) -> None:
    facts = leaf.text.facts
    _body_and_side(page, leaf, blocks, album)
    page.kind = facts.get("For", ContactPage.Kind.CONTACT)
    page.next_steps = rich_text([facts["What happens next"]], album)
    for number, asked in enumerate(facts["Asks for"].split("; ")):
        label, kind, *more = asked.split(" | ")
        choices = more[0].replace(", ", "\n") if more and kind == "radio" else ""
        hint = more[0] if more and kind != "radio" else ""
        page.form_fields.add(
            ContactField(label=label, field_type=kind, choices=choices, help_text=hint, sort_order=number)
        )


def _legal(page: Page, leaf: Leaf, blocks: Blocks, album: Album) -> None:
    facts = leaf.text.facts
    _body_and_side(page, leaf, blocks, album)
    page.prepared_on = page.last_reviewed_on = album.today
    page.review_by = album.today + _REVIEWED
    for field, fact in _RICH_FACTS.items():
        if fact in facts:
            setattr(page, field, rich_text([facts[fact]], album))
    if "Tested by" in facts:
        page.tested_on = album.today


_LEAD = {"lead": "Lead", "looked_after_by": "Kept by"}
KINDS: dict[str, Kind] = {
    "guidance": Kind(ContentPage, _body_and_side, _LEAD),
    "list of news": Kind(NewsIndexPage, _nothing, _LEAD),
    "news": Kind(NewsPage, _news, {"summary": "Summary"}),
    "section": Kind(SectionPage, _section, _LEAD | {"list_title": "List", "arrangement": "Arrangement"}),
    "cluster": Kind(
        ClusterProgrammePage,
        _cluster,
        _LEAD
        | {
            "localities": "Area",
            "mailbox": "Mailbox",
            "usual_time": "Time",
            "usual_place": "Place",
            "shape": "Shape",
            "hue": "Colour",
        },
    ),
    "glossary": Kind(GlossaryPage, _body, _LEAD),
    "contact": Kind(ContactPage, _contact, _LEAD | {"mailboxes": "Mailbox", "button": "Button"}),
    "legal": Kind(
        LegalPage,
        _legal,
        _LEAD
        | {
            "kind": "About",
            "contact_email": "Mailbox",
            "contact_phone": "Phone",
            "compliance": "Compliance",
            "answer_within": "Answer within",
            "tested_by": "Tested by",
            "tested_how": "Tested how",
        },
    ),
}
