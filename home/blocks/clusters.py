"""Clusters and what the hub is for, drawn with the shapes of the house."""

from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, StructBlock, TextBlock

from home.blocks import examples
from home.blocks.links import LinkBlock
from hub.look.shapes import HUES, SHAPES


def shape_choices() -> list[tuple[str, str]]:
    """Return the shapes a part of the page can be drawn with."""
    return [(name, name.capitalize()) for name in SHAPES]


def hue_choices() -> list[tuple[str, str]]:
    """Return the colours a cluster's shape can have."""
    return [(name, name.capitalize()) for name in HUES]


class PurposeBlock(StructBlock):
    """One thing the hub is for, with the shape it is drawn with."""

    shape = ChoiceBlock(choices=shape_choices, default="circle")
    title = CharBlock(max_length=60)
    text = TextBlock(max_length=240)

    class Meta:
        icon = "pick"
        template = "home/blocks/purpose.html"


class TileBlock(LinkBlock):
    """A cluster by name, with its shape and colour."""

    name = CharBlock(max_length=60)
    about = CharBlock(max_length=80, required=False, help_text="Such as '11 primary schools'")
    shape = ChoiceBlock(choices=shape_choices, default="circle")
    hue = ChoiceBlock(choices=hue_choices, default="teal", label="Colour")

    class Meta:
        icon = "group"
        template = "home/blocks/tile.html"


class TilesBlock(StructBlock):
    """Clusters side by side."""

    tiles = ListBlock(TileBlock(), min_num=1)

    class Meta:
        icon = "group"
        template = "home/blocks/tiles.html"
        description = "Clusters side by side, each with its shape and colour. The whole tile can be pressed."
        preview_value = examples.TILES
