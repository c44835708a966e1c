"""What a PDF says about whether everybody can read it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.files.pdf import readability_of
from tests.files.samples import pdf

EITHER = (False, True)


@pytest.mark.parametrize(("tagged", "language", "title", "packed"), list(product(EITHER, repeat=4)))
def test_what_is_missing_is_found_also_where_it_is_packed(
    *, tagged: bool, language: bool, title: bool, packed: bool
) -> None:
    found = readability_of(pdf(tagged=tagged, language=language, title=title, packed_objects=packed))
    assert found
    assert (found.tagged, found.language, found.title) == (tagged, language, title)
    assert len(found.missing) == 3 - tagged - language - title


def test_a_title_in_the_metadata_counts_and_an_empty_one_does_not() -> None:
    metadata = b'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%b</rdf:li></rdf:Alt></dc:title>'
    full, empty = readability_of(metadata % b"Plan"), readability_of(metadata % b"")
    assert full
    assert full.title
    assert empty
    assert not empty.title


def test_of_a_locked_pdf_nothing_is_said() -> None:
    assert readability_of(pdf() + b"/Encrypt 9 0 R") is None


@given(st.binary(max_size=300))
def test_wild_bytes_do_no_harm(data: bytes) -> None:
    found = readability_of(b"%PDF-1.7 /Type/ObjStm>>stream\n" + data)
    assert found is None or set(found.missing) <= {"no tags", "no language", "no title"}
