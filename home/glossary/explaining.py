"""Marks the short words in a page's text, each the first time it stands there, with a link to its meaning.

The text is gone through once, tag by tag. Nothing is marked where a link would be in the way: in headings, links,
buttons, the heads of tables, code, and what only screen readers meet. Whatever the HTML looks like, only words are
added to it: what was there stays as it was.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from home.glossary.terms import Entry

# A comment, a tag, or a sign that begins neither.
_PIECE = re.compile(r"""<!--.*?(?:-->|$)|</?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>|<""", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_UNSEEN = re.compile(r"""\s(?:hidden|aria-hidden="true"|class="[^"]*visually-hidden)""")
# fmt: off
_LEFT_ALONE = frozenset({
    "a", "abbr", "button", "caption", "code", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "iframe", "kbd",
    "label", "legend", "math", "noscript", "object", "option", "pre", "samp", "script", "select", "style", "summary",
    "svg", "template", "textarea", "th", "title",
})
# Between their tags is no HTML, so only their own end counts.
_RAW = frozenset({"script", "style", "textarea", "title"})
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
# fmt: on
# No part of a longer word, an address, a file's name or a sign written as its name.
_BEFORE = r"(?<![\w@./#&\-])(?<!&amp;)"
_AFTER = r"(?![\w@/\-]|\.\w|&amp;)"


@dataclass(slots=True)
class Marker:
    """Goes through one page's text and remembers which words it has met."""

    spellings: Mapping[str, Entry]
    glossary: str
    _met: set[str] = field(default_factory=set)
    _inside: list[str] = field(default_factory=list)

    def marked(self, html: str) -> str:
        """Return `html` with a mark on the first occurrence of each word."""
        if not self.spellings:
            return html
        longest_first = sorted(self.spellings, key=lambda word: (-len(word), word))
        words = re.compile(f"{_BEFORE}({'|'.join(re.escape(escape(w, quote=False)) for w in longest_first)})s?{_AFTER}")
        found, position = [], 0
        for piece in _PIECE.finditer(html):
            found.append(self._text(html[position : piece.start()], words))
            found.append(piece[0])
            self._pass(piece[0])
            position = piece.end()
        found.append(self._text(html[position:], words))
        return "".join(found)

    def _text(self, text: str, words: re.Pattern[str]) -> str:
        return text if self._inside or not text else words.sub(self._mark, text)

    def _mark(self, match: re.Match[str]) -> str:
        entry = self.spellings[match[1].replace("&amp;", "&")]
        if entry.term in self._met:
            return match[0]
        self._met.add(entry.term)
        address = escape(f"{self.glossary}#{entry.anchor}")
        return (
            f'<a class="term" href="{address}" data-means="{escape(_about(entry))}">{match[0]}'
            f'<span class="govuk-visually-hidden"> ({escape(entry.words)})</span></a>'
        )

    def _pass(self, tag: str) -> None:
        named = _NAME.match(tag)
        if named is None:
            return
        name, closes = named[1].lower(), tag.startswith("</")
        if self._inside:
            # Only what has the same name can end what is left alone, or hide its end.
            if name == self._inside[-1]:
                if closes:
                    self._inside.pop()
                elif name not in _RAW:
                    self._inside.append(name)
        elif not closes and name not in _VOID and (name in _LEFT_ALONE or _UNSEEN.search(tag)):
            self._inside.append(name)


def explained(html: str, entries: Iterable[Entry], glossary: str) -> str:
    """Return `html` with links to the page at `glossary` for the first occurrence of each entry's short word."""
    spellings: dict[str, Entry] = {}
    for entry in entries:
        if entry.is_explained:
            for spelling in entry.spellings:
                spellings.setdefault(spelling, entry)
    # A word of its own comes before the same word as another's synonym.
    spellings |= {entry.term: entry for entry in entries if entry.is_explained}
    return Marker(spellings, glossary).marked(html)


def _about(entry: Entry) -> str:
    return " ".join(
        f"{meaning.words[:1].upper()}{meaning.words[1:]}. {meaning.explanation}".strip() for meaning in entry.meanings
    )
