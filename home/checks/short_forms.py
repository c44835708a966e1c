"""Whether short forms such as EHCP are explained where they first stand."""

import re
from collections.abc import Collection, Iterator

from home.checks.content import Content
from home.checks.findings import Finding, Subject, Where
from home.checks.prose import Passage, passages_of

# What everybody who comes here knows, and what is better known short than long.
KNOWN_TO_ALL = frozenset(
    {"BBC", "CD", "DVD", "EU", "GCSE", "GP", "ID", "IT", "LA", "NHS", "OK", "PDF", "PE", "SEN", "SENCO", "SENCo",
     "SEND", "TV", "UK", "USA"}
)  # fmt: skip
_WORD = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_LONGEST = 7


def short_forms_in(words: str) -> list[str]:
    """Return the short forms in the words, once each, without the s of several."""
    found = (word.removesuffix("s") for word in _WORD.findall(words))
    return list(
        dict.fromkeys(
            word
            for word in found
            if len(word) <= _LONGEST and sum(map(str.isupper, word)) > sum(map(str.islower, word))
        )
    )


def check_short_forms(content: Content, known: Collection[str] = ()) -> Iterator[Finding]:
    """Yield one finding with the short forms that are explained nowhere. `known` need no explaining, such as those
    of a glossary."""
    passages = passages_of(content)
    whole = "\n".join(passage.words for passage in passages if not passage.words.isupper())
    missing = [
        form
        for form in short_forms_in(whole)
        if form not in KNOWN_TO_ALL and form not in known and not _is_explained(form, whole)
    ]
    if missing:
        yield Finding(
            Subject.WORDS,
            "Some short forms are not explained. Write each out once, with the short form in brackets behind it.",
            _first_place(missing[0], passages),
            ", ".join(missing),
        )


def _is_explained(form: str, whole: str) -> bool:
    # 'education, health and care plan (EHCP)' or 'EHCP (education, health and care plan)'
    plain = re.escape(form)
    return bool(re.search(rf"\w[^()\n]*\({plain}s?\)|\b{plain}s?\s+\(\w", whole))


def _first_place(form: str, passages: list[Passage]) -> Where:
    return next((passage.where for passage in passages if form in passage.words), Where(""))
