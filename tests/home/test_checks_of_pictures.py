"""Pictures have words for those who cannot see them."""

import pytest

from home.checks.content import Picture
from home.checks.pictures import check_pictures
from tests.home.checked import HERE, parts, text


@pytest.mark.parametrize(
    ("alt", "says"),
    [
        ("", "no words for people who cannot see it"),
        ("   ", "no words for people who cannot see it"),
        ("playground.jpg", "name of its file"),
        ("IMG_2031", "name of its file"),
        ("DSC00012", "name of its file"),
        ("school_gate_final", "name of its file"),
        ("Image of a school gate", "that it is a picture"),
        ("A photo of two pupils", "that it is a picture"),
        ("Picture showing a map", "that it is a picture"),
        ("word " * 50, "long to listen to"),
    ],
)
def test_a_picture_with_poor_words_is_found(alt: str, says: str) -> None:
    (finding,) = check_pictures(parts(Picture(HERE, alt)))
    assert says in finding.sentence
    assert finding.must is (not alt.strip())


@pytest.mark.parametrize(
    "alt", ["A school gate in the rain", "Imaging suite at the hospital", "Photographs on a classroom wall", "A"]
)
def test_a_picture_with_good_words_is_left_in_peace(alt: str) -> None:
    assert list(check_pictures(parts(Picture(HERE, alt)))) == []


def test_a_picture_that_says_nothing_needs_no_words() -> None:
    assert list(check_pictures(parts(Picture(HERE, "", decorative=True)))) == []


def test_pictures_inside_texts_are_found_too() -> None:
    page = text('<p>Hello</p><embed embedtype="image" id="1" format="left"/><img src="/x.png" alt="x.png">')
    assert len(list(check_pictures(page))) == 2
