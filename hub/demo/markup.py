"""Reads the plain text in which the demonstration's pages are written, and makes the blocks that editors see.

A file begins with a title and a few lines of facts about the page. Its body is paragraphs, `##` headings and lists
with `-` or `1.`; inside them `**bold**` and `[words](page)`, where page is the last part of its address. Blocks stand
between `::: name` and `:::`, and the first word after the name says what they need. `words/README.md` shows each.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any, Protocol

Block = dict[str, Any]
Body = list[Block]

_FENCE = ":::"
_LINK = re.compile(r"""\[(?P<words>[^\]]+)\]\((?P<target>[^)\s"]+)\)""")
_BOLD = re.compile(r"\*\*(?P<words>[^*]+)\*\*")
_ITEM = re.compile(r"(?:-|\d+\.) ")
_PICTURE = "Picture: "
_NO_PICTURE: Block = {"image": None, "decorative": False, "alt_text": ""}
_ELSEWHERE = ("https://", "mailto:")


class BadTextError(ValueError):
    """A text that cannot be made into a page; says where and why."""


class Places(Protocol):
    """Knows the keys of what a text may speak of. Each raises KeyError for what there is not."""

    def page(self, slug: str) -> int:
        """Return the key of the page whose address ends in `slug`."""

    def picture(self, name: str, use: str = "body") -> Block:
        """Return the picture of this name, as an image block holds it; to be shown as picture, card or video."""

    def document(self, name: str) -> int:
        """Return the key of the document of this name."""

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
            stream.append({"type": _TYPES.get(name, name), "value": _MAKERS[name](about.strip(), inside, places)})
        except KeyError as missing:
            raise BadTextError(f"The block '{line}' speaks of {missing}, which does not exist.") from missing
        except BadTextError:
            raise
        except (ValueError, ArithmeticError) as problem:
            raise BadTextError(f"The block '{line}' is not written as it should be: {problem}.") from problem
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


def _titled(inside: list[str]) -> list[tuple[str, str]]:
    """Return the parts that begin with `### `: the title of each and what stands under it."""
    parts = "\n".join(inside).strip().removeprefix("### ").split("\n### ")
    split = (part.partition("\n") for part in parts)
    return [(title.strip(), text.strip()) for title, _, text in split]


def _rows(inside: list[str]) -> list[list[str]]:
    """Return the cells of lines like `| one | two |`."""
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in inside if line.strip()]


def _steps(about: str, inside: list[str], places: Places) -> Block:
    return {"steps": [{"title": title, "text": rich_text([text], places)} for title, text in _titled(inside)]}


def _accordion(about: str, inside: list[str], places: Places) -> Block:
    return {"sections": [{"title": title, "text": rich_text([text], places)} for title, text in _titled(inside)]}


def _quote(about: str, inside: list[str], places: Places) -> Block:
    return {"words": "\n".join(inside).strip(), "who": about}


def _link(target: str, places: Places) -> Block:
    if target.startswith(_ELSEWHERE):
        return {"page": None, "address": target}
    return {"page": places.page(target) if target else None, "address": ""}


def _cards(about: str, inside: list[str], places: Places) -> Block:
    return {"cards": [_card(title, text.splitlines(), places) for title, text in _titled(inside)]}


def _card(title: str, lines: list[str], places: Places) -> Block:
    link = _LINK.fullmatch(title)
    if link is None:
        raise ValueError(f"a card begins with '### [Title](page)', not with '### {title}'")
    picture: Block | None = None
    if lines and lines[0].startswith(_PICTURE):
        picture = places.picture(lines.pop(0).removeprefix(_PICTURE).strip(), "card")
    card = {"title": link["words"], "text": " ".join(lines).strip(), "picture": picture or dict(_NO_PICTURE)}
    return card | _link(link["target"], places)


def _documents(about: str, inside: list[str], places: Places) -> Block:
    names = [line.removeprefix("- ").strip() for line in inside if line.strip()]
    return {"title": about, "documents": [places.document(name) for name in names]}


def _video(about: str, inside: list[str], places: Places) -> Block:
    head, _, words = "\n".join(inside).strip().partition("\n\n")
    facts = _pairs(head.splitlines())
    return {
        "link": about,
        "title": facts.get("Title", ""),
        "length": facts.get("Length", ""),
        "poster": places.picture(facts["Picture"], "poster")["image"] if "Picture" in facts else None,
        "words_page": places.page(facts["Words"]) if "Words" in facts else None,
        "words": rich_text([words], places),
    }


def _dates(about: str, inside: list[str], places: Places) -> Block:
    return {"dates": [_date(row, places) for row in _rows(inside)], "past": about or "leave-out"}


def _date(row: list[str], places: Places) -> Block:
    days, time, title, target = row
    first, _, last = days.partition(" to ")
    return {
        "title": title,
        "day": date.fromisoformat(first).isoformat(),
        "end": date.fromisoformat(last).isoformat() if last else None,
        "time": time,
    } | _link(target, places)


def _figures(about: str, inside: list[str], places: Places) -> Block:
    rows = [dict(zip(("figure", "what", "source", "year"), row, strict=True)) for row in _rows(inside)]
    return {"figures": rows}


def _bars(about: str, inside: list[str], places: Places) -> Block:
    (labels, unit), *rows = _rows([line for line in inside if line.startswith("|")])
    facts = _pairs(line for line in inside if not line.startswith("|"))
    bars = [{"label": label, "number": str(Decimal(number))} for label, number in rows]
    return {"title": about, "labels": labels, "unit": unit, "bars": bars, "source": facts.get("Source", "")}


def _table(about: str, inside: list[str], places: Places) -> Block:
    return {
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "table_header_choice": "both",
        "table_caption": about,
        "data": _rows(inside),
    }


def _facts(about: str, inside: list[str], places: Places) -> Block:
    return {"facts": [{"term": term, "text": text} for term, text in _pairs(inside).items()]}


def _picture(about: str, inside: list[str], places: Places) -> Block:
    return {"picture": places.picture(about), "caption": " ".join(inside).strip()}


def _tiles(about: str, inside: list[str], places: Places) -> Block:
    return {"tiles": places.tiles(about)}


def _button(about: str, inside: list[str], places: Places) -> Block:
    return {"text": " ".join(inside).strip()} | _link(about, places)


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
    "contact-here": _contact,
    "accordion": _accordion,
    "quote": _quote,
    "cards": _cards,
    "documents": _documents,
    "video": _video,
    "dates": _dates,
    "figures": _figures,
    "bars": _bars,
    "list": _list,
}
# What is called otherwise here than in the editor.
_TYPES = {"contact-here": "contact"}
