"""Reads a page of any type, with whatever blocks it has, into the parts that checks speak about.

It knows kinds of values, not our blocks by name, so a new block is read like the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from home.checks.findings import Where

# The name of a link in a block that has one is in the first of these that is filled in.
_NAMES_OF_LINKS = ("text", "title", "name", "label", "heading")


@dataclass(frozen=True, slots=True)
class Text:
    """Formatted text. `nested` if it stands in a block that may have a heading of its own."""

    where: Where
    html: str
    nested: bool = False

    @property
    def soup(self) -> BeautifulSoup:
        """Return the text as a tree."""
        return BeautifulSoup(self.html, "html.parser")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text without format."""

    where: Where
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, the words for those who cannot see it, and whether it says nothing."""

    where: Where
    alt: str
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of ours by its key, to a document, or to an address; `words` are what is pressed."""

    where: Where
    words: str
    page: int | None = None
    address: str = ""
    document: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with what it says in its first row."""

    where: Where
    has_header: bool
    words: str = ""


@dataclass(slots=True)
class Content:
    """All parts of a page, each kind in the order of the page."""

    texts: list[Text] = field(default_factory=list)
    plain: list[Plain] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def add(self, part: "Text | Plain | Picture | Link | Table") -> None:
        """Put the part with its kind; the links and pictures inside a text are parts of their own."""
        match part:
            case Text():
                self.texts.append(part)
                for inner in _inside(part):
                    self.add(inner)
            case Plain():
                self.plain.append(part)
            case Picture():
                self.pictures.append(part)
            case Link():
                self.links.append(part)
            case Table():
                self.tables.append(part)


def content_of(page: Page) -> Content:
    """Return the parts of the page as it is in memory, published or not."""
    content = Content()
    for column in page._meta.get_fields():  # noqa: SLF001
        if isinstance(column, models.Field) and column.model is not Page and column.name != "page_ptr":
            for part in _parts_of_field(page, column):
                content.add(part)
    return content


def _parts_of_field(page: Page, column: "models.Field[Any, Any]") -> Iterator[Any]:
    where = Where(column.name, label=str(column.verbose_name).capitalize())
    value = getattr(page, column.attname if not column.is_relation else column.name, None)
    if not value:
        return
    if isinstance(column, StreamField):
        yield from _parts_of_block(column.stream_block, value, where, depth=0)
    elif isinstance(column, RichTextField):
        yield Text(where, str(value))
    elif isinstance(column, models.TextField):
        yield Plain(where, str(value))
    elif isinstance(column, models.URLField):
        yield Link(where, "", address=str(value))
    elif isinstance(value, AbstractImage):
        yield Picture(where, value.description)
    elif isinstance(value, Page):
        yield Link(where, value.title, page=value.pk)


def _parts_of_block(block: Any, value: Any, where: Where, depth: int) -> Iterator[Any]:
    if value is None:
        return
    match block:
        case StreamBlock():
            for child in value:
                yield from _parts_of_block(child.block, child.value, _place(where, child.id, child.block), depth + 1)
        case ListBlock():
            for child in value.bound_blocks:
                place = _place(where, child.original_id, block.child_block)
                yield from _parts_of_block(child.block, child.value, place, depth + 1)
        case ImageBlock():
            yield Picture(where, value.contextual_alt_text or "", decorative=bool(value.decorative))
        case StructBlock():
            yield from _parts_of_struct(block, value, where, depth)
        case _:
            yield from _parts_of_leaf(block, value, where, nested=depth > 1)


def _parts_of_struct(block: StructBlock, value: Any, where: Where, depth: int) -> Iterator[Any]:
    names = (value.get(name) for name in _NAMES_OF_LINKS if name in block.child_blocks)
    name = next((str(one) for one in names if isinstance(one, str) and one.strip()), "")
    for key, child in block.child_blocks.items():
        for part in _parts_of_block(child, value.get(key), where, depth + 1):
            named = isinstance(part, Link) and not part.words and not isinstance(child, RichTextBlock)
            yield Link(part.where, name, part.page, part.address, part.document) if named else part


def _parts_of_leaf(block: Any, value: Any, where: Where, *, nested: bool) -> Iterator[Any]:
    if not value:
        return
    match block:
        case RichTextBlock():
            yield Text(where, value.source, nested)
        case TableBlock():
            first: list[object] = next(iter(value.get("data") or []), [])
            header = bool(value.get("first_row_is_table_header") or value.get("first_col_is_header"))
            yield Table(where, header, " ".join(str(cell or "") for cell in first))
        case PageChooserBlock():
            yield Link(where, "", page=value.pk if isinstance(value, Page) else int(value))
        case ImageChooserBlock():
            yield Picture(where, value.description)
        case URLBlock():
            yield Link(where, "", address=str(value))
        case CharBlock() | TextBlock():
            yield Plain(where, str(value))


def _place(where: Where, block_id: str | None, block: Any) -> Where:
    return Where(where.field, block_id or where.block, str(block.label or where.label))


def _inside(text: Text) -> Iterator[Picture | Link]:
    soup = text.soup
    for anchor in soup.find_all("a"):
        words = " ".join(anchor.get_text(" ").split())
        key = str(anchor.get("id") or "")
        kind = anchor.get("linktype")
        if kind == "page":
            yield Link(text.where, words, page=int(key) if key.isdecimal() else 0)
        else:
            yield Link(text.where, words, address=str(anchor.get("href") or ""), document=kind == "document")
    for embed in soup.find_all("embed", attrs={"embedtype": "image"}):
        yield Picture(text.where, str(embed.get("alt") or ""), decorative="alt" in embed.attrs and not embed["alt"])
    for image in soup.find_all("img"):
        yield Picture(text.where, str(image.get("alt") or ""))
