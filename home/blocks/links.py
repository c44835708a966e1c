"""What leads somewhere: to a page of the site or to an address elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock, StructValue, URLBlock
from wagtail.blocks.struct_block import BlockGroup
from wagtail.models import Page

from home.blocks import examples
from home.blocks.pictures import DescribedPictureBlock
from home.places import address_of

_WHERE = ("page", "address")


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


def address_of_page(page: Page | int | None) -> str:
    """Return where a page is, given as what a PageKeyBlock holds; nothing if it is gone, not public or not chosen."""
    return address_of(page.pk if isinstance(page, Page) else page) if page else ""


class LinkValue(StructValue):
    """A link to a page of ours or to an address elsewhere."""

    @property
    def href(self) -> str:
        """The address, or nothing if the page is gone or not public."""
        if self.get("page"):
            return address_of_page(self["page"])
        return str(self.get("address") or "")


class LinkBlock(StructBlock):
    """Something that leads to a page or an address; one of the two, or none where a link is not needed."""

    page = PageKeyBlock(required=False, label="Page of this site")
    address = URLBlock(required=False, label="Or an address elsewhere")

    class Meta:
        value_class = LinkValue
        link_needed = False

    def get_form_layout(self) -> BlockGroup:
        # What it is called comes first in the form, where it leads last.
        others = [name for name in self.child_blocks if name not in _WHERE]
        return BlockGroup([*others, *_WHERE])

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


class ButtonBlock(LinkBlock):
    """The one thing to do next."""

    text = CharBlock(max_length=40, help_text="Begin with what happens: 'Send the form'")

    class Meta:
        icon = "placeholder"
        link_needed = True
        template = "home/blocks/button.html"
        description = "The one thing to do next. One button on a page is enough."
        preview_value = examples.BUTTON


class CardBlock(LinkBlock):
    """Something to go on to, with a picture if there is one."""

    title = CharBlock(max_length=60, help_text="Where it leads, in a few words")
    text = CharBlock(max_length=160, required=False, help_text="What people find there, in one sentence")
    picture = DescribedPictureBlock(
        required=False, help_text="Give every card a picture or none of them; most need none"
    )

    class Meta:
        icon = "doc-empty-inverse"
        label_format = "{title}"
        link_needed = True


class CardsBlock(StructBlock):
    """Ways on, side by side."""

    cards = ListBlock(CardBlock(), min_num=1)

    class Meta:
        icon = "grip"
        template = "home/blocks/cards.html"
        description = "Two or more places to go on to, each with a title and a sentence. The whole card can be pressed."
        preview_value = examples.CARDS
