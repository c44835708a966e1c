"""The running text of a page: its passages, sentences, words and syllables."""

import re
from dataclasses import dataclass
from functools import cache

from pyphen import Pyphen

from home.checks.content import Content
from home.checks.findings import Where

_PASSAGES = ["p", "li", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote"]
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
# The end of a sentence, unless what stands before is a short word with dots such as 'e.g.' or an initial.
_END = re.compile(r"(?<!\b[A-Za-z]\.)(?<=[.!?])[\"'\u2019\u201d)]*\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an item of a list or a heading, and where it stands."""

    where: Where
    words: str


def passages_of(content: Content) -> list[Passage]:
    """Return the passages of the page, in order: texts first, then what has no format."""
    found = [
        Passage(text.where, " ".join(part.get_text(" ").split()))
        for text in content.texts
        for part in text.soup.find_all(_PASSAGES)
        if not part.find(_PASSAGES)
    ]
    found += [Passage(plain.where, " ".join(plain.words.split())) for plain in content.plain]
    return [passage for passage in found if passage.words]


def sentences_in(passage: str) -> list[str]:
    """Return the sentences of a passage."""
    return [sentence.strip() for sentence in _END.split(passage) if words_in(sentence)]


def words_in(sentence: str) -> list[str]:
    """Return the words of a sentence, without numbers and signs."""
    return _WORD.findall(sentence)


@cache
def _parter() -> Pyphen:
    # The American patterns part words where syllables are; the British ones where printers like to, which is less
    # often. The margins let a syllable of one letter count.
    return Pyphen(lang="en_US", left=1, right=1)


def syllables_in(word: str) -> int:
    """Return about how many syllables the word has; at least one."""
    return sum(len(_parter().positions(part)) + 1 for part in re.split(r"['\u2019-]", word) if len(part) > 1) or 1
