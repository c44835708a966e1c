"""How old one must be to read the page with ease, and which sentences are longest.

The measure is that of Flesch and Kincaid: long sentences and long words make a text hard. It gives the year of an
American school, to which five is added for the age. It needs a page of text to mean anything.
"""

from collections.abc import Iterator

from home.checks.content import Content
from home.checks.findings import Finding, Subject
from home.checks.prose import Passage, passages_of, sentences_in, syllables_in, words_in

AIM = (11, 13)
FEWEST_WORDS = 100
LONGEST_SENTENCE = 25  # words
_MOST_SENTENCES = 3
_YOUNGEST, _GROWN_UP = 5, 18
# A line without a full stop, such as the item of a list or a heading, is a sentence only when it is long enough.
_FEWEST_IN_A_LINE = 4


def reading_age(sentences: list[str]) -> int | None:
    """Return the age in years for which these sentences are easy; nothing for fewer than 100 words."""
    words = [word for sentence in sentences for word in words_in(sentence)]
    if len(words) < FEWEST_WORDS:
        return None
    syllables = sum(map(syllables_in, words))
    year = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return max(round(year) + 5, _YOUNGEST)


def check_reading(content: Content) -> Iterator[Finding]:
    """Yield the reading age where it is above what we aim for, and the longest sentences of all that are too long."""
    passages = passages_of(content)
    told = [(passage, sentence) for passage in passages for sentence in _sentences(passage)]
    age = reading_age([sentence for _, sentence in told])
    if age and age > AIM[1]:
        yield Finding(
            Subject.WORDS,
            f"Reading age {_in_words(age)}: aim for {AIM[0]} to {AIM[1]}. Shorter sentences and everyday words help.",
            told[0][0].where,
        )
    longest = sorted(told, key=lambda one: -len(words_in(one[1])))[:_MOST_SENTENCES]
    for passage, sentence in longest:
        number = len(words_in(sentence))
        if number > LONGEST_SENTENCE:
            yield Finding(
                Subject.WORDS,
                f"A sentence has {number} words. Up to {LONGEST_SENTENCE} are easy to take in.",
                passage.where,
                sentence,
            )


def _in_words(age: int) -> str:
    # Above that, the measure says nothing that anybody can use.
    return f"about {age}" if age <= _GROWN_UP else f"over {_GROWN_UP}"


def _sentences(passage: Passage) -> list[str]:
    return [
        sentence
        for sentence in sentences_in(passage.words)
        if sentence[-1] in ".!?" or len(words_in(sentence)) >= _FEWEST_IN_A_LINE
    ]
