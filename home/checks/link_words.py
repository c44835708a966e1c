"""Whether the words of links say where they lead, read by themselves."""

import re
from collections.abc import Iterator

from home.checks.content import Content, Link
from home.checks.findings import Finding, Subject

SAY_NOTHING = frozenset(
    {
        "click", "click here", "click this link", "continue", "details", "download", "find out more",
        "follow this link", "go", "go here", "here", "info", "learn more", "link", "more", "more details", "more info",
        "more information", "page", "press here", "read more", "read on", "see here", "see more", "this", "this link",
        "this page", "this website", "view", "view more", "visit", "website",
    }
)  # fmt: skip
_BARE = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[^\w\s]+")


def check_link_words(content: Content) -> Iterator[Finding]:
    """Yield what could be better about the words of links."""
    first: dict[str, Link] = {}
    told: set[str] = set()
    for link in content.links:
        words = link.words.strip()
        if not words:
            if _leads_anywhere(link) and not link.where.field.endswith("_page"):
                yield Finding(
                    Subject.LINKS, "There is a link without words, which nobody can press.", link.where, link.address
                )
            continue
        plain = " ".join(_NOT_LETTERS.sub(" ", words.casefold()).split())
        if plain in SAY_NOTHING:
            yield Finding(
                Subject.LINKS,
                "The words of the link do not say where it leads. Name the page or what one can do there.",
                link.where,
                words,
            )
        elif _BARE.match(words):
            yield Finding(
                Subject.LINKS, "The link is a bare address. Write what is found there instead.", link.where, words
            )
        elif first.setdefault(plain, link) and _target(first[plain]) != _target(link) and plain not in told:
            told.add(plain)
            yield Finding(
                Subject.LINKS,
                "Two links have the same words and lead to different places. Say what differs.",
                link.where,
                words,
            )


def _leads_anywhere(link: Link) -> bool:
    return bool(link.page or link.address or link.document)


def _target(link: Link) -> tuple[int | None, str]:
    return link.page, link.address.rstrip("/")
