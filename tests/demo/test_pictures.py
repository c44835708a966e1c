"""The drawn pictures: always the same for a seed, in the colours of the house, and described."""

from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client
from PIL import Image
from wagtail.images.models import Rendition
from wagtail.models import Page

from hub.demo.drawing import OUTLINES, PALETTE
from hub.demo.pictures import PICTURES, Picture, drawn
from hub.look.shapes import SHAPES
from tests.demo.conftest import Demonstration


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_large_as_seen_and_small_as_sent(picture: Picture) -> None:
    file = drawn(picture, 7)
    image = Image.open(BytesIO(file))
    assert image.size == (1600, 1000)
    assert image.format == "PNG"
    assert len(file) < 60_000
    assert len(picture.description) > 40


def test_a_seed_gives_one_picture_and_another_seed_another() -> None:
    shelf = next(picture for picture in PICTURES if picture.name == "shelf")
    assert drawn.__wrapped__(shelf, 7) == drawn(shelf, 7)
    assert drawn(shelf, 8) != drawn(shelf, 7)


def test_every_colour_is_one_of_the_style_sheets() -> None:
    palette = (settings.PROJECT / "hub" / "assets" / "scss" / "_palette.scss").read_text()
    assert {name for name, colour in PALETTE.items() if f'"{name}": {colour}' not in palette} == set()


def test_the_shapes_are_those_of_the_clusters() -> None:
    assert set(OUTLINES) == set(SHAPES) - {"link"}


def test_no_reader_waits_for_a_picture_to_be_made(demonstration: Demonstration, client: Client) -> None:
    made = Rendition.objects.count()
    assert made
    for page in Page.objects.filter(depth__gt=2):
        assert client.get(page.url).status_code == 200
    assert client.get("/").status_code == 200
    assert Rendition.objects.count() == made
