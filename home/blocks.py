"""What editors build pages from. Each block is one template in templates/home/blocks/."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    DateBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.models import Page

from home.pictures.blocks import PageImageBlock
from home.places import address_of
from hub.look.shapes import HUES, SHAPES

PLAIN = ["bold", "italic", "link", "document-link", "ol", "ul"]


class PageKeyBlock(PageChooserBlock):
    """A page of ours, kept as its key: its address is looked up in the map of the site, without a query."""

    def to_python(self, value: Any) -> Any:
        return value

    def bulk_to_python(self, values: Any) -> list[Any]:
        return list(values)

    def get_prep_value(self, value: Any) -> Any:
        # What comes from the editor's form is still the page itself.
        return value.pk if isinstance(value, Page) else value

    def extract_references(self, value: Any) -> Iterator[tuple[type[Page], str, str, str]]:
        if value:
            yield Page, str(self.get_prep_value(value)), "", ""


class LinkValue(StructValue):
    """A link to a page of ours or to an address elsewhere."""

    @property
    def href(self) -> str:
        """The address, or nothing if the page is gone or not public."""
        page = self.get("page")
        if page:
            return address_of(page.pk if isinstance(page, Page) else page)
        return str(self.get("address") or "")


class LinkBlock(StructBlock):
    """Something that leads to a page or an address; one of the two, or none where a link is not needed."""

    page = PageKeyBlock(required=False, label="Page of this site")
    address = URLBlock(required=False, label="Or an address elsewhere")

    class Meta:
        value_class = LinkValue
        link_needed = False

    def clean(self, value: StructValue) -> StructValue:
        value = super().clean(value)
        if value.get("page") and value.get("address"):
            raise ValidationError("Choose a page or give an address, not both.")
        if self.meta.link_needed and not (value.get("page") or value.get("address")):
            raise ValidationError("Choose a page or give an address.")
        return value


class DoorBlock(LinkBlock):
    """A main task, in words, that leads to where it is done."""

    title = CharBlock(max_length=60, help_text="What people come to do, in a few words")
    text = CharBlock(max_length=140, required=False, help_text="What they find there, in one sentence")

    class Meta:
        icon = "arrow-right"
        link_needed = True
        template = "home/blocks/door.html"


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


class PublicDateBlock(LinkBlock):
    """A date that anybody may know."""

    title = CharBlock(max_length=90)
    day = DateBlock()
    time = CharBlock(max_length=40, required=False, help_text="Such as '1.30pm to 4pm'")

    class Meta:
        icon = "date"


class StepBlock(StructBlock):
    """One step of a way to go."""

    title = CharBlock(max_length=80)
    text = RichTextBlock(features=PLAIN)


class StepsBlock(StructBlock):
    """Numbered steps."""

    steps = ListBlock(StepBlock(), min_num=1)

    class Meta:
        icon = "list-ol"
        template = "home/blocks/steps.html"


class PictureBlock(StructBlock):
    """A picture with words for those who cannot see it."""

    picture = PageImageBlock()
    caption = CharBlock(max_length=200, required=False)

    class Meta:
        icon = "image"
        template = "home/blocks/picture.html"


class FactBlock(StructBlock):
    """A name and what belongs to it."""

    term = CharBlock(max_length=60)
    text = CharBlock(max_length=200)


class FactsBlock(StructBlock):
    """A short list of facts."""

    facts = ListBlock(FactBlock(), min_num=1)

    class Meta:
        icon = "list-ul"
        template = "home/blocks/facts.html"


class CalloutBlock(StructBlock):
    """A passage that must not be missed."""

    text = RichTextBlock(features=PLAIN)


class ContactBlock(StructBlock):
    """How to reach a service: a role and a shared mailbox, never one person's."""

    title = CharBlock(max_length=60)
    text = CharBlock(max_length=140, required=False, label="What to ask there")
    phone = CharBlock(max_length=20, required=False)
    email = CharBlock(max_length=80, required=False, label="Shared mailbox")
    hours = CharBlock(max_length=60, required=False, help_text="Such as 'Weekdays 8.30am to 4.30pm'")

    class Meta:
        icon = "mail"
        template = "home/blocks/contact.html"


class ButtonBlock(LinkBlock):
    """The one thing to do next."""

    text = CharBlock(max_length=40, help_text="Begin with what happens: 'Send the form'")

    class Meta:
        icon = "placeholder"
        link_needed = True
        template = "home/blocks/button.html"


class TilesBlock(StructBlock):
    """Clusters side by side."""

    tiles = ListBlock(TileBlock(), min_num=1)

    class Meta:
        icon = "group"
        template = "home/blocks/tiles.html"


class BodyBlocks(StreamBlock):
    """Everything the body of a page can hold."""

    text = RichTextBlock(
        features=["h2", "h3", *PLAIN, "hr"], template="home/blocks/text.html", icon="pilcrow", label="Text"
    )
    inset = CalloutBlock(template="home/blocks/inset.html", icon="info-circle", label="Worth knowing")
    warning = CalloutBlock(template="home/blocks/warning.html", icon="warning", label="Warning")
    steps = StepsBlock()
    table = TableBlock(
        template="home/blocks/table.html",
        table_options={"startRows": 3, "startCols": 3, "renderer": "text", "language": "en-US"},
        icon="table",
    )
    picture = PictureBlock()
    facts = FactsBlock()
    tiles = TilesBlock(label="Clusters")
    button = ButtonBlock()


class SideBlocks(StreamBlock):
    """What may stand beside the body."""

    contact = ContactBlock()


def one_kind(name: str, block: Any) -> list[tuple[str, Any]]:
    """Return the list for a stream that holds one kind of block."""
    return [(name, block)]
