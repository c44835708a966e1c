"""The headings of a page's body, so that a long page can say what is on it."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.text import slugify

_HEADING = re.compile(r"<h2(?P<attributes>[^>]*)>(?P<inside>.*?)</h2>", re.DOTALL)
_SECOND = re.compile(r"<h2[\s>]")
_RAISED = re.compile(r"<h3(?P<attributes>(?:\s[^>]*)?)>")
_RAISED_END = re.compile(r"</h3>")
_CLASS = 'class="'
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the name by which the page can be entered there."""

    id: str
    title: str


def headings_in(html: str) -> list[Heading]:
    """Return the second-level headings of `html`, in order, each with a name that no other heading has."""
    found: list[Heading] = []
    for match in _HEADING.finditer(html):
        title = _title_of(match)
        if title:
            found.append(Heading(_unused(slugify(title) or "part", found), title))
    return found


def contents_of(body: Any) -> list[Heading]:
    """Return the headings of a page's body; names are unique over all its blocks of text."""
    html = "".join(block.value.source for block in body if block.block_type == "text")
    return headings_in(html)


def with_names(html: str, headings: list[Heading]) -> str:
    """Return `html` with the names of `headings` on its second-level headings; those of other parts are left."""
    left = list(headings)

    def named(match: re.Match[str]) -> str:
        if not left or left[0].title != _title_of(match):
            return match[0]
        return f'<h2{match["attributes"]} id="{left.pop(0).id}">{match["inside"]}</h2>'

    return _HEADING.sub(named, html)


def outlined(html: str) -> str:
    """Return `html`, the body of a page, with headings that skip no level.

    Blocks have headings of the third level, for they stand under a heading of the text. Those before the first of
    the second level stand under the title of the page itself, so they are raised, and look as before.
    """
    first = _SECOND.search(html)
    end = first.start() if first else len(html)
    return _RAISED_END.sub("</h2>", _RAISED.sub(_raised, html[:end])) + html[end:]


def _raised(match: re.Match[str]) -> str:
    attributes = match["attributes"]
    if _CLASS in attributes:
        return "<h2" + attributes.replace(_CLASS, f"{_CLASS}h3 ", 1) + ">"
    return f'<h2 {_CLASS}h3"{attributes}>'


def _title_of(match: re.Match[str]) -> str:
    return " ".join(unescape(_TAG.sub("", match["inside"])).split())


def _unused(name: str, taken: list[Heading]) -> str:
    names = {heading.id for heading in taken}
    if name not in names:
        return name
    number = 2
    while f"{name}-{number}" in names:
        number += 1
    return f"{name}-{number}"
