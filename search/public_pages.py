"""Finding public pages by their words."""

import re
from dataclasses import dataclass

from wagtail.models import Page
from wagtail.query import PageQuerySet

LONGEST_QUERY = 200
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Found:
    """A page as the list of results shows it."""

    title: str
    url: str
    summary: str
    where: str


def words_of(query: str) -> str:
    """Return the words of what was typed, without the signs that search engines take for commands."""
    return " ".join(_WORD.findall(query[:LONGEST_QUERY].replace("\x00", " ")))


def find_public_pages(query: str) -> list[Page]:
    """Return the pages that anybody may read with all words of `query`, then those with any, best first."""
    words = words_of(query)
    if not words:
        return []
    pages: PageQuerySet = Page.objects.live().public().filter(depth__gt=1)
    every = list(pages.search(words, operator="and")[:100])
    seen = {page.pk for page in every}
    some = [page for page in pages.search(words, operator="or")[:100] if page.pk not in seen]
    return every + some


def as_found(pages: list[Page]) -> list[Found]:
    """Return what the list of results shows of these pages, in the same order."""
    by_key = {page.pk: page for page in Page.objects.filter(pk__in=[page.pk for page in pages]).specific()}
    parents = _titles_above(pages)
    return [
        Found(
            title=page.title,
            url=page.url or "",
            summary=_summary_of(by_key[page.pk]),
            where=parents.get(page.path[: -Page.steplen], ""),
        )
        for page in pages
        if page.pk in by_key
    ]


def _summary_of(page: Page) -> str:
    for name in ("summary", "lead", "hero_lead", "search_description"):
        text = getattr(page, name, "")
        if text:
            return str(text)
    return ""


def _titles_above(pages: list[Page]) -> dict[str, str]:
    paths = {page.path[: -Page.steplen] for page in pages}
    return dict(Page.objects.live().filter(path__in=paths, depth__gt=2).values_list("path", "title"))
