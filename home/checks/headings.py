"""Whether the headings lead through the page."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from home.checks.content import Content, Text
from home.checks.findings import Finding, Subject

LONGEST = 60
_LEVELS = ["h2", "h3", "h4", "h5", "h6"]
# A bold paragraph of more words than this is a bold paragraph.
_LONGEST_BOLD = 80
# Short forms are capitals by nature; a longer word in capitals is shouted.
_LONGEST_SHORT_FORM = 6


def check_headings(content: Content) -> Iterator[Finding]:
    """Yield what could be better about the headings, those that only look like headings among them."""
    # The title of the page is the heading above all.
    before = 1
    for text in content.texts:
        soup = text.soup
        level = 0 if text.nested else before
        for heading in soup.find_all(_LEVELS):
            own = int(heading.name[1])
            yield from _about(text, heading, own, level)
            level = own
        if not text.nested:
            before = level
        yield from _only_bold(text, soup)


def _about(text: Text, heading: Tag, own: int, before: int) -> Iterator[Finding]:
    words = " ".join(heading.get_text(" ").split())
    if not words:
        yield Finding(
            Subject.HEADINGS, "There is a heading without words. Write it or take it away.", text.where, must=True
        )
        return
    if before and own > before + 1:
        yield Finding(
            Subject.HEADINGS,
            "The heading is more than one step below the one before it. Choose the larger kind of heading.",
            text.where,
            words,
        )
    if len(words) > LONGEST:
        yield Finding(
            Subject.HEADINGS,
            f"The heading has {len(words)} letters. Up to {LONGEST} can be taken in at a glance.",
            text.where,
            words,
        )
    if is_shouted(words):
        yield Finding(
            Subject.HEADINGS,
            "The heading is in capitals, which are slow to read. Write it as a sentence.",
            text.where,
            words,
        )


def is_shouted(words: str) -> bool:
    """Whether the words are all capitals and more than short forms."""
    return words.isupper() and any(len(word) > _LONGEST_SHORT_FORM for word in words.split())


def _only_bold(text: Text, soup: BeautifulSoup) -> Iterator[Finding]:
    for paragraph in soup.find_all("p"):
        words = " ".join(paragraph.get_text(" ").split())
        bold = " ".join(" ".join(part.get_text(" ") for part in paragraph.find_all(["b", "strong"])).split())
        if words and words == bold and len(words) <= _LONGEST_BOLD and words[-1] not in ".:,;":
            yield Finding(
                Subject.HEADINGS,
                "A bold paragraph looks like a heading but is none to people who listen. Make it a heading.",
                text.where,
                words,
            )
