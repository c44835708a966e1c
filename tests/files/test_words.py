"""'PDF, 240 KB': what readers are told before they open a document."""

from dataclasses import dataclass

import pytest

from hub.files.words import size_in_words, words_for

KB = 1024
MB = 1024 * KB


@dataclass
class Paper:
    """A document as far as the words go."""

    filename: str
    file_size: int | None


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1 KB"),
        (1, "1 KB"),
        (1 * KB, "1 KB"),
        (240 * KB - 1, "240 KB"),
        (240 * KB + 511, "240 KB"),
        (240 * KB + 512, "241 KB"),
        (1023 * KB, "1023 KB"),
        (MB - 513, "1023 KB"),
        (MB - 512, "1 MB"),
        (MB, "1 MB"),
        (MB + 50 * KB, "1 MB"),
        (MB + 52 * KB, "1.1 MB"),
        (int(1.44 * MB), "1.4 MB"),
        (2 * MB, "2 MB"),
        (int(9.96 * MB), "10 MB"),
        (int(12.4 * MB), "12 MB"),
        (int(12.5 * MB), "13 MB"),
        (20 * MB, "20 MB"),
    ],
)
def test_a_size_is_rounded_as_readers_know_it(size: int, words: str) -> None:
    assert size_in_words(size) == words


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (Paper("plan.pdf", 240 * KB), "PDF, 240 KB"),
        (Paper("PLAN.PDF", 2 * MB), "PDF, 2 MB"),
        (Paper("a.b.docx", 10), "Word, 1 KB"),
        (Paper("places.ods", 3 * KB), "OpenDocument spreadsheet, 3 KB"),
        (Paper("plan.pdf", None), "PDF"),
        (Paper("old.rtf", 5 * KB), "RTF, 5 KB"),
        (Paper("old", 5 * KB), "File, 5 KB"),
    ],
)
def test_a_document_says_what_it_is_and_how_large(document: Paper, words: str) -> None:
    assert words_for(document) == words
