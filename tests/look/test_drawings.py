"""Shapes, icons and the mark: decoration that screen readers pass over and every scheme colours."""

from itertools import product
from xml.etree import ElementTree

import pytest
from django.core.paginator import Paginator

from hub.look.shapes import HUES, ICONS, MOTIF, MOTIF_BACKS, SHAPES
from hub.look.templatetags.look import icon, logo, motif, page_numbers, shape


@pytest.mark.parametrize(
    "markup",
    [logo(), motif(), *map(shape, SHAPES), *map(icon, ICONS)],
    ids=["logo", "motif", *SHAPES, *(f"icon-{name}" for name in ICONS)],
)
def test_a_drawing_is_sound_hidden_from_readers_and_has_no_colour_of_its_own(markup: str) -> None:
    drawing = ElementTree.fromstring(markup)  # noqa: S314 - drawn by ourselves
    assert drawing.get("aria-hidden") == "true"
    assert drawing.get("focusable") == "false"
    assert len(drawing)
    for part in drawing.iter():
        assert not {"style", "fill", "stroke", "onload"} & set(part.attrib)


def test_a_name_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon("unicorn")
    with pytest.raises(KeyError):
        shape("unicorn")


def test_twelve_clusters_have_a_shape_of_their_own_and_seventy_two_a_pair() -> None:
    for_clusters = [name for name in SHAPES if name != "link"]
    assert len(for_clusters) == 12
    assert len(set(SHAPES.values())) == 13
    assert len(set(product(for_clusters, HUES))) == 72


def test_the_motif_holds_each_cluster_shape_once() -> None:
    drawn = [name for row in MOTIF for name, _ in row]
    assert sorted(drawn) == sorted(name for name in SHAPES if name != "link")
    assert set(MOTIF_BACKS) <= set(drawn)


def test_a_long_list_leaves_out_the_numbers_far_away() -> None:
    assert list(page_numbers(Paginator(range(120), 10), 5)) == [1, "…", 4, 5, 6, "…", 12]
    assert list(page_numbers(Paginator(range(30), 10), 1)) == [1, 2, 3]
