"""The short words that are known, read once and kept until somebody changes one."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.apps import apps
from django.conf import settings
from django.utils.text import slugify

from hub.serving.caches import kept_pages
from hub.serving.freshness import version


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a short word stands for, other words for that, and short words to look at too."""

    words: str
    explanation: str = ""
    synonyms: tuple[str, ...] = ()
    see_also: tuple[tuple[str, str], ...] = ()
    explain: bool = True


@dataclass(frozen=True)
class Entry:
    """A short word with all its meanings, and the name by which the glossary can be entered there."""

    term: str
    anchor: str
    meanings: tuple[Meaning, ...]

    @property
    def letter(self) -> str:
        """The letter it stands under; # for what begins with none."""
        first = self.term[:1].upper()
        return first if "A" <= first <= "Z" else "#"

    @cached_property
    def words(self) -> str:
        """All that it stands for: 'speech and language therapy, or senior leadership team'."""
        return ", or ".join(meaning.words for meaning in self.meanings)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The short word itself, and those of its synonyms that are short words too, such as 'EHC plan'."""
        others = (other for meaning in self.meanings for other in meaning.synonyms)
        return (self.term, *(other for other in others if sum(letter.isupper() for letter in other) > 1))

    @property
    def is_explained(self) -> bool:
        """Whether pages link to it."""
        return any(meaning.explain for meaning in self.meanings)

    def speaks_of(self, asked: str) -> bool:
        """Whether `asked` stands anywhere in the entry; nothing stands in all of them."""
        said = (self.term, *(" ".join((m.words, m.explanation, *m.synonyms)) for m in self.meanings))
        return any(asked.casefold() in part.casefold() for part in said)


def known_terms() -> tuple[Entry, ...]:
    """Return all short words in the order of the alphabet, from the cache if nothing has changed."""
    # Asked for before the rows are read: what a change overtakes is kept under the version before it.
    key = f"glossary:{version()}"
    kept: tuple[Entry, ...] | None = kept_pages.get(key)
    if kept is None:
        kept = _read()
        kept_pages.set(key, kept, max(settings.GUEST_PAGES_SECONDS, 1))
    return kept


def _read() -> tuple[Entry, ...]:
    fields = ("term", "words", "explanation", "synonyms", "see_also", "explain")
    rows = list(apps.get_model("home", "GlossaryTerm").objects.order_by("term", "pk").values_list(*fields))
    anchors: dict[str, str] = {}
    # What the page around the terms is entered by.
    taken = {"main", "query", "found", "contents"}
    for term, *_ in rows:
        if term not in anchors:
            anchors[term] = _unused(slugify(term) or "term", taken | set(anchors.values()))
    return tuple(
        Entry(
            term,
            anchors[term],
            tuple(
                Meaning(
                    words,
                    explanation,
                    _parts(synonyms),
                    tuple((other, anchors.get(other, "")) for other in _parts(see_also)),
                    explain,
                )
                for _, words, explanation, synonyms, see_also, explain in meanings
            ),
        )
        for term, meanings in groupby(rows, key=lambda row: row[0])
    )


def _parts(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())


def _unused(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
