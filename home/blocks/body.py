"""The streams that pages are made of: which blocks stand where, and how the editor's picker sorts them."""

from typing import Any

from wagtail.blocks import RichTextBlock, StreamBlock, StreamValue

from home.blocks import examples
from home.blocks.clusters import TilesBlock
from home.blocks.contact import ContactBlock
from home.blocks.dates import KeyDatesBlock
from home.blocks.documents import DocumentsBlock
from home.blocks.links import ButtonBlock, CardsBlock
from home.blocks.numbers import BarsBlock, FiguresBlock, HeadedTableBlock
from home.blocks.passages import PLAIN, AccordionBlock, CalloutBlock, FactsBlock, QuoteBlock, StepsBlock
from home.blocks.pictures import PictureBlock, Shelf, put_on_shelf
from home.blocks.video import VideoBlock

WORDS = "Words"
FACTS = "Facts and figures"
MEDIA = "Pictures and video"
WAYS_ON = "Ways to go on"


class BodyBlocks(StreamBlock):
    """Everything the body of a page can hold."""

    text = RichTextBlock(
        features=["h2", "h3", *PLAIN, "hr"],
        template="home/blocks/text.html",
        icon="pilcrow",
        label="Text",
        group=WORDS,
        description="Paragraphs, headings, lists and links. Second-level headings are listed under 'On this page'.",
        preview_value=examples.TEXT,
    )
    inset = CalloutBlock(
        template="home/blocks/inset.html",
        icon="info-circle",
        label="Worth knowing",
        group=WORDS,
        description="A short passage that is set apart.",
        preview_value=examples.INSET,
    )
    warning = CalloutBlock(
        template="home/blocks/warning.html",
        icon="warning",
        label="Warning",
        group=WORDS,
        description="What must not be missed. One on a page is read, three are not.",
        preview_value=examples.WARNING,
    )
    quote = QuoteBlock(label="Quotation", group=WORDS)
    steps = StepsBlock(label="Steps", group=WORDS)
    accordion = AccordionBlock(label="Sections that open", group=WORDS)
    facts = FactsBlock(label="Facts", group=FACTS)
    table = HeadedTableBlock(label="Table", group=FACTS)
    figures = FiguresBlock(label="Large figures", group=FACTS)
    bars = BarsBlock(label="Bar chart", group=FACTS)
    dates = KeyDatesBlock(label="Key dates", group=FACTS)
    picture = PictureBlock(label="Picture", group=MEDIA)
    video = VideoBlock(label="Video", group=MEDIA)
    button = ButtonBlock(label="Button", group=WAYS_ON)
    cards = CardsBlock(label="Cards", group=WAYS_ON)
    documents = DocumentsBlock(label="Documents", group=WAYS_ON)
    tiles = TilesBlock(label="Clusters", group=WAYS_ON)
    contact = ContactBlock(label="Contact", group=WAYS_ON, template="home/blocks/contact_in_text.html")

    def to_python(self, value: Any) -> StreamValue:
        """Take what the database keeps, so that all pictures of the stream are read at once."""
        if isinstance(value, list) and value and isinstance(value[0], dict):
            value = put_on_shelf(value, Shelf())
        return super().to_python(value)


class SideBlocks(StreamBlock):
    """What may stand beside the body."""

    contact = ContactBlock(label="Contact")


def one_kind(name: str, block: Any) -> list[tuple[str, Any]]:
    """Return the list for a stream that holds one kind of block."""
    return [(name, block)]
