"""A council chooses one colour; everything made from it can be read, or the colour is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.look.accent import (
    DARK_OAT_DEEP,
    OAT_DEEP,
    PAPER,
    Palette,
    UnreadableAccent,
    contrast,
    near_red,
    palette_for,
    theme_css,
)

colours = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02x}{:02x}{:02x}".format(*parts))

TRIED = {
    "plum": ("#6b2a6f", 9.6),
    "blue": ("#1f4e8c", 8.3),
    "brick": ("#8c2f1b", 8.3),
    "moss": ("#3c5a14", 7.9),
    "slate": ("#3d4a5c", 9.0),
}


def accepted(colour: str) -> Palette | None:
    try:
        return palette_for(colour)
    except UnreadableAccent:
        return None


@pytest.mark.parametrize(("colour", "on_paper"), TRIED.values(), ids=TRIED)
def test_colours_that_councils_use_are_accepted(colour: str, on_paper: float) -> None:
    palette = palette_for(colour)
    assert palette.light.accent == colour
    assert contrast(colour, PAPER) == pytest.approx(on_paper, abs=0.05)
    assert contrast(palette.dark.accent, palette.dark.accent_tint) > 5.4


def test_a_pale_colour_is_refused_with_its_ratio() -> None:
    with pytest.raises(UnreadableAccent) as refused:
        palette_for("#2f8fd0")
    assert refused.value.ratio == pytest.approx(3.5, abs=0.05)
    assert refused.value.needed == 4.5
    assert refused.value.surface == "white"
    assert str(refused.value) == (
        "This colour is hard to read on white: its contrast is 3.5 to 1 and must be at least 4.5 to 1. "
        "Choose a darker colour."
    )


def test_a_colour_that_only_white_carries_is_refused_for_the_grey_of_tags() -> None:
    with pytest.raises(UnreadableAccent) as refused:
        palette_for("#6f7070")
    assert contrast("#6f7070", PAPER) > 4.5
    assert refused.value.surface == "the warm grey of tags and plates"


@given(colours)
def test_links_can_be_read_wherever_they_stand(colour: str) -> None:
    palette = accepted(colour)
    if palette is None:
        return
    light, dark = palette.light, palette.dark
    for surface in (PAPER, OAT_DEEP, light.accent_tint):
        assert contrast(light.accent, surface) >= 4.5
    assert contrast(dark.accent, DARK_OAT_DEEP) >= 5.5
    assert contrast(dark.accent, dark.accent_tint) >= 4.5


@given(colours)
def test_words_on_buttons_hero_and_footer_can_be_read(colour: str) -> None:
    palette = accepted(colour)
    if palette is None:
        return
    for shades in (palette.light, palette.dark):
        assert contrast(shades.on_accent, shades.accent) >= 4.5
        assert contrast(shades.on_accent, shades.accent_strong) >= 4.5
        assert contrast("#ffffff", shades.deep) >= 7
        assert contrast("#cfe3e1", shades.deep_2) >= 4.5
    assert contrast("#14292c", palette.light.accent_tint) >= 7
    assert contrast("#46585b", palette.light.accent_tint) >= 4.5
    assert contrast("#e9f0ef", palette.dark.accent_tint) >= 7
    assert contrast("#a9bcbb", palette.dark.accent_tint) >= 4.5


@given(colours)
def test_a_refusal_says_how_far_the_colour_is_off(colour: str) -> None:
    if accepted(colour):
        return
    with pytest.raises(UnreadableAccent) as refused:
        palette_for(colour)
    assert refused.value.ratio < refused.value.needed
    assert f"{refused.value.ratio:.1f} to 1" in str(refused.value)


@given(colours)
def test_contrast_is_the_same_both_ways_and_within_its_bounds(colour: str) -> None:
    assert contrast(colour, PAPER) == contrast(PAPER, colour)
    assert 1 <= contrast(colour, "#000000") <= 21


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("text", ["", "red", "#12345", "#1234567", "#12345g", "##12345", "#12 345", "#+12345"])
def test_what_is_no_colour_is_no_accent(text: str) -> None:
    with pytest.raises(ValueError, match="is not a colour like #0b5961"):
        palette_for(text)


def test_the_theme_sets_every_accent_token_in_both_schemes_and_leaves_paper_light() -> None:
    css = theme_css("#6b2a6f")
    light, dark, chosen = css.splitlines()
    assert light.startswith(":root{--accent:#6b2a6f;")
    assert "screen and (prefers-color-scheme:dark)" in dark
    assert ':root[data-theme="dark"]' in chosen
    names = {"accent", "accent-strong", "accent-tint", "accent-line", "on-accent", "deep", "deep-2", "deep-3"}
    for line in (light, dark, chosen):
        assert set(re.findall(r"--([a-z0-9-]+):#[0-9a-f]{6};", line)) == names


@pytest.mark.parametrize(("colour", "like_an_error"), [("#ad2018", True), ("#8c2f1b", True), ("#a0155f", False)])
def test_a_colour_near_red_is_noticed(colour: str, like_an_error: bool) -> None:
    assert near_red(colour) is like_an_error


@pytest.mark.parametrize("colour", ["#0b5961", "#1f4e8c", "#444444"])
def test_other_colours_and_greys_are_not_near_red(colour: str) -> None:
    assert not near_red(colour)
