"""What editors build pages from, a module for each noun. Each block is one template in templates/home/blocks/.

A block of the body says in its Meta what it is for, with an example that the editor's picker shows. Headings inside
blocks are of the third level: the second belongs to the text, which 'On this page' lists.
"""

from home.blocks.body import BodyBlocks, SideBlocks, one_kind
from home.blocks.clusters import PurposeBlock, TileBlock, TilesBlock, hue_choices, shape_choices
from home.blocks.contact import ContactBlock
from home.blocks.dates import KeyDateBlock, KeyDatesBlock, PublicDateBlock
from home.blocks.documents import DocumentsBlock, ListedDocumentBlock
from home.blocks.links import ButtonBlock, CardBlock, CardsBlock, DoorBlock, LinkBlock, LinkValue, PageKeyBlock
from home.blocks.numbers import BarBlock, BarsBlock, FigureBlock, FiguresBlock, HeadedTableBlock
from home.blocks.passages import (
    PLAIN,
    AccordionBlock,
    CalloutBlock,
    FactBlock,
    FactsBlock,
    QuoteBlock,
    SectionBlock,
    StepBlock,
    StepsBlock,
)
from home.blocks.pictures import DescribedPictureBlock, PictureBlock
from home.blocks.video import VideoBlock, VideoValue

__all__ = [
    "PLAIN",
    "AccordionBlock",
    "BarBlock",
    "BarsBlock",
    "BodyBlocks",
    "ButtonBlock",
    "CalloutBlock",
    "CardBlock",
    "CardsBlock",
    "ContactBlock",
    "DescribedPictureBlock",
    "DocumentsBlock",
    "DoorBlock",
    "FactBlock",
    "FactsBlock",
    "FigureBlock",
    "FiguresBlock",
    "HeadedTableBlock",
    "KeyDateBlock",
    "KeyDatesBlock",
    "LinkBlock",
    "LinkValue",
    "ListedDocumentBlock",
    "PageKeyBlock",
    "PictureBlock",
    "PublicDateBlock",
    "PurposeBlock",
    "QuoteBlock",
    "SectionBlock",
    "SideBlocks",
    "StepBlock",
    "StepsBlock",
    "TileBlock",
    "TilesBlock",
    "VideoBlock",
    "VideoValue",
    "hue_choices",
    "one_kind",
    "shape_choices",
]
