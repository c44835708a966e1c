"""Reads the plain text in which the demonstration's pages are written, and makes the blocks that editors see.

A file begins with a title and a few lines of facts about the page. Its body is paragraphs, `##` headings and lists
with `-` or `1.`; inside them `**bold**` and `[words](page)`, where page is the last part of its address. Blocks stand
between `::: name` and `:::`, and the first word after the name says what they need. `words/README.md` shows each.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any, Protocol

Block = dict[str, Any]
Body = list[Block]

_FENCE = ":::"
_LINK = re.compile(r"""\[(?P<words>[^\]]+)\]\((?P<target>[^)\s"]+)\)""")
_BOLD = re.compile(r"\*\*(?P<words>[^*]+)\*\*")
_ITEM = re.compile(r"(?:-|\d+\.) ")
_ELSEWHERE = ("https://", "mailto:")


class BadTextError(ValueError):
    """A text that cannot be made into a page; says where and why."""


class Places(Protocol):
    """Knows the keys of what a text may speak of. Each raises KeyError for what there is not."""

    def page(self, slug: str) -> int:
        """Return the key of the page whose address ends in `slug`."""

    def picture(self, name: str) -> Block:
        """Return the picture of this name, as an image block holds it."""

    def tiles(self, group: str) -> list[Block]:
        """Return the tiles of a group of clusters."""


@dataclass(frozen=True, slots=True)
class Text:
    """A page as it was written: its title, its facts by name, and the lines of its body."""

    title: str
    facts: Mapping[str, str]
    body: str


@dataclass(slots=True)
class Blocks:
    """The two streams of a page: its body and what stands beside it."""

    body: Body = field(default_factory=list)
    side: Body = field(default_factory=list)


def read(source: str) -> Text:
    """Take a file apart. Raises BadTextError when it does not begin with a title."""
    head, _, body = source.partition("\n\n")
    first, *facts = head.splitlines()
    if not first.startswith("# "):
        raise BadTextError(f"A page begins with '# ' and its title, not with '{first}'.")
    return Text(first[2:].strip(), _pairs(facts), body.strip())


def blocks_of(body: str, places: Places) -> Blocks:
    """Make the blocks of a page. Raises BadTextError for a block or a reference that does not exist."""
    blocks = Blocks()
    plain: list[str] = []
    lines = iter(body.splitlines())
    for line in lines:
        if not line.startswith(_FENCE):
            plain.append(line)
            continue
        _close(plain, blocks, places)
        inside = _until_fence(lines, line)
        name, _, about = line.removeprefix(_FENCE).strip().partition(" ")
        if name not in _MAKERS:
            raise BadTextError(f"There is no block called '{name}'.")
        stream = blocks.side if name == "contact" else blocks.body
        try:
            stream.append({"type": name, "value": _MAKERS[name](about.strip(), inside, places)})
        except KeyError as missing:
            raise BadTextError(f"The block '{line}' speaks of {missing}, which does not exist.") from missing
    _close(plain, blocks, places)
    return blocks


def rich_text(lines: Iterable[str], places: Places) -> str:
    """Make paragraphs, headings and lists of `lines`. Raises BadTextError for a link to a page there is not."""
    return "".join(
        _element(part.splitlines(), places) for part in "\n".join(lines).strip().split("\n\n") if part.strip()
    )


def _close(plain: list[str], blocks: Blocks, places: Places) -> None:
    html = rich_text(plain, places)
    if html:
        blocks.body.append({"type": "text", "value": html})
    plain.clear()


def _until_fence(lines: Iterable[str], opened: str) -> list[str]:
    inside: list[str] = []
    for line in lines:
        if line.strip() == _FENCE:
            return inside
        inside.append(line)
    raise BadTextError(f"The block '{opened}' has no end.")


def _element(lines: list[str], places: Places) -> str:
    for mark, tag in (("## ", "h2"), ("### ", "h3")):
        if lines[0].startswith(mark):
            return f"<{tag}>{_inline(lines[0].removeprefix(mark), places)}</{tag}>"
    if _ITEM.match(lines[0]):
        tag = "ul" if lines[0].startswith("-") else "ol"
        items = (f"<li>{_inline(_ITEM.sub('', line, count=1), places)}</li>" for line in lines)
        return f"<{tag}>{''.join(items)}</{tag}>"
    return f"<p>{_inline(' '.join(lines), places)}</p>"


def _inline(words: str, places: Places) -> str:
    html = _BOLD.sub(lambda match: f"<b>{match['words']}</b>", escape(words, quote=False))
    return _LINK.sub(lambda match: f"<a {_target(match['target'], places)}>{match['words']}</a>", html)


def _target(target: str, places: Places) -> str:
    if target.startswith(_ELSEWHERE):
        return f'href="{target}"'
    try:
        return f'linktype="page" id="{places.page(target)}"'
    except KeyError as missing:
        raise BadTextError(f"A link leads to {missing}, which does not exist.") from missing


def _pairs(lines: Iterable[str]) -> dict[str, str]:
    pairs = (line.partition(": ") for line in lines if line.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _callout(about: str, inside: list[str], places: Places) -> Block:
    return {"text": rich_text(inside, places)}


def _steps(about: str, inside: list[str], places: Places) -> Block:
    parts = "\n".join(inside).strip().removeprefix("### ").split("\n### ")
    steps = (part.partition("\n") for part in parts)
    return {"steps": [{"title": title.strip(), "text": rich_text([text], places)} for title, _, text in steps]}


def _table(about: str, inside: list[str], places: Places) -> Block:
    return {
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "table_header_choice": "both",
        "table_caption": about,
        "data": [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in inside if line.strip()],
    }


def _facts(about: str, inside: list[str], places: Places) -> Block:
    return {"facts": [{"term": term, "text": text} for term, text in _pairs(inside).items()]}


def _picture(about: str, inside: list[str], places: Places) -> Block:
    return {"picture": places.picture(about), "caption": " ".join(inside).strip()}


def _tiles(about: str, inside: list[str], places: Places) -> Block:
    return {"tiles": places.tiles(about)}


def _button(about: str, inside: list[str], places: Places) -> Block:
    words = " ".join(inside).strip()
    if about.startswith(_ELSEWHERE):
        return {"text": words, "page": None, "address": about}
    return {"text": words, "page": places.page(about), "address": ""}


def _contact(about: str, inside: list[str], places: Places) -> Block:
    facts = _pairs(inside)
    return {"title": about} | {name.lower(): facts.get(name, "") for name in ("Text", "Phone", "Email", "Hours")}


def _list(about: str, inside: list[str], places: Places) -> Block:
    # Only marks where a section lists its pages.
    return {}


_MAKERS: dict[str, Callable[[str, list[str], Places], Block]] = {
    "inset": _callout,
    "warning": _callout,
    "steps": _steps,
    "table": _table,
    "facts": _facts,
    "picture": _picture,
    "tiles": _tiles,
    "button": _button,
    "contact": _contact,
    "list": _list,
}
