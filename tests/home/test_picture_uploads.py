"""Which pictures editors may upload, and what they are told of the others."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image as Pillow
from pytest_django import Settings
from wagtail.images.models import Image

from hub.members.models import Person
from tests.home.drawn_pictures import drawn, upload

Browser = Callable[[Person], Client]


@pytest.fixture
def editor(helen: Person, signed_in: Browser) -> Client:
    """A publisher's browser."""
    return signed_in(helen)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.jpg", b"no picture", "cannot be opened: the file is damaged or is not a picture"),
        ("a.jpg", drawn((600, 400))[:-900], "cannot be opened: the file is damaged or is not a picture"),
        ("a.png", drawn(kind="PNG")[:-30], "cannot be opened: the file is damaged or is not a picture"),
        ("a.jpg", drawn(kind="PNG"), "is called .jpeg but holds another kind of picture"),
        ("a.bmp", drawn(kind="BMP"), "Save it as JPEG, PNG, WebP or GIF"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Save it as JPEG, PNG, WebP or GIF"),
    ],
)
def test_a_file_that_is_no_sound_picture_is_refused_in_plain_words(
    editor: Client, name: str, data: bytes, words: str
) -> None:
    said = upload(editor, name, data)
    assert not said["success"]
    assert words in said["error_message"]
    assert "\n" not in said["error_message"]
    assert not Image.objects.exists()


def test_a_picture_of_too_many_dots_is_refused_before_it_is_unpacked(editor: Client) -> None:
    huge = BytesIO()
    Pillow.new("1", (8_000, 6_251)).save(huge, "PNG")
    said = upload(editor, "a.png", huge.getvalue())["error_message"]
    assert said == (
        "This picture is too large: it has more than 50 million dots. "
        "Save a copy no wider than 5,000 dots and upload that."
    )


def test_a_picture_file_that_is_too_large_is_refused_with_its_limit(editor: Client, settings: Settings) -> None:
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024
    said = upload(editor, "a.jpg", drawn() + bytes(20_000))["error_message"]
    assert said == "This picture is too large: a file may have at most 10 KB. Save a smaller copy and upload that."
