"""All tokens of the accent from the one colour that a council chooses, in both schemes.

A colour that would make links or buttons hard to read is refused, with its contrast.
"""

import colorsys
from dataclasses import asdict, dataclass
from string import hexdigits
from typing import Final

Rgb = tuple[int, int, int]

# The surfaces on which the accent must be readable, as in the palette of the style sheets.
PAPER: Final = "#ffffff"
OAT_DEEP: Final = "#ebe6da"
DARK_PAPER: Final = "#112022"
DARK_OAT_DEEP: Final = "#223a3d"
ERROR: Final = "#ad2018"

_WHITE: Final[Rgb] = (255, 255, 255)
_BLACK: Final[Rgb] = (0, 0, 0)
_NIGHT: Final = "#0b1719"
_DARK_NIGHT: Final = "#06282b"

READABLE: Final = 4.5
READABLE_ON_DEEP: Final = 7.0
READABLE_IN_THE_DARK: Final = 5.5
NEAR_RED_DEGREES: Final = 20


class UnreadableAccent(ValueError):
    """The accent cannot be read on a surface where it is used. `ratio` is its contrast, `needed` the least."""

    def __init__(self, ratio: float, needed: float, surface: str) -> None:
        self.ratio = ratio
        self.needed = needed
        self.surface = surface
        super().__init__(
            f"This colour is hard to read on {surface}: its contrast is {ratio:.1f} to 1 and must be at least "
            f"{needed:g} to 1. Choose a darker colour."
        )


@dataclass(frozen=True, slots=True)
class Shades:
    """The tokens of the accent in one scheme, each "#rrggbb"."""

    accent: str
    accent_strong: str
    accent_tint: str
    accent_line: str
    on_accent: str
    deep: str
    deep_2: str
    deep_3: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The tokens of the accent in the light and in the dark scheme."""

    light: Shades
    dark: Shades


def palette_for(accent: str) -> Palette:
    """Derive all tokens from `accent`, "#rrggbb".

    Raises UnreadableAccent where text in this colour, or white on it, would be hard to read; ValueError for
    what is no colour.
    """
    light = _light(_rgb(accent))
    for surface, ratio, needed in (
        ("white", contrast(light.accent, PAPER), READABLE),
        ("the warm grey of tags and plates", contrast(light.accent, OAT_DEEP), READABLE),
        ("its own tint", contrast(light.accent, light.accent_tint), READABLE),
        ("the deep surface made from it", contrast(PAPER, light.deep), READABLE_ON_DEEP),
    ):
        if ratio < needed:
            raise UnreadableAccent(ratio, needed, surface)
    return Palette(light, _dark(_rgb(accent), light))


def theme_css(accent: str) -> str:
    """Return the style sheet that puts the tokens of `accent` in place of ours. Raises as `palette_for`."""
    palette = palette_for(accent)
    light, dark = _declarations(palette.light), _declarations(palette.dark)
    return (
        f":root{{{light}}}\n"
        f'@media screen and (prefers-color-scheme:dark){{:root:not([data-theme="light"]){{{dark}}}}}\n'
        f'@media screen{{:root[data-theme="dark"]{{{dark}}}}}\n'
    )


def near_red(accent: str) -> bool:
    """Whether links in this colour could be taken for errors. Greys, which have no hue, could not."""
    hue, _, saturation = colorsys.rgb_to_hls(*_unit(_rgb(accent)))
    error_hue = colorsys.rgb_to_hls(*_unit(_rgb(ERROR)))[0]
    apart = abs(hue - error_hue) * 360
    return saturation > 0 and min(apart, 360 - apart) <= NEAR_RED_DEGREES


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _light(accent: Rgb) -> Shades:
    deep = _mix(accent, _rgb(_NIGHT), 0.62)
    return Shades(
        accent=_hex(accent),
        accent_strong=_hex(_mix(accent, _BLACK, 0.62)),
        accent_tint=_hex(_mix(accent, _WHITE, 0.12)),
        accent_line=_hex(_mix(accent, _WHITE, 0.45)),
        on_accent=PAPER,
        deep=_hex(deep),
        deep_2=_hex(_mix(deep, _WHITE, 0.88)),
        deep_3=_hex(_mix(deep, _WHITE, 0.78)),
    )


def _dark(accent: Rgb, light: Shades) -> Shades:
    lifted = _lifted(accent)
    return Shades(
        accent=_hex(lifted),
        accent_strong=_hex(_mix(lifted, _WHITE, 0.62)),
        accent_tint=_hex(_mix(lifted, _rgb(DARK_PAPER), 0.18)),
        accent_line=_hex(_mix(lifted, _rgb(DARK_PAPER), 0.45)),
        on_accent=_DARK_NIGHT,
        deep=light.deep,
        deep_2=light.deep_2,
        deep_3=light.deep_3,
    )


def _lifted(accent: Rgb) -> Rgb:
    """Return the same hue, light enough to be read on the lightest surface of the dark scheme."""
    hue, _, saturation = colorsys.rgb_to_hls(*_unit(accent))
    for percent in range(67, 101):
        red, green, blue = colorsys.hls_to_rgb(hue, percent / 100, min(saturation, 0.55))
        lifted = (round(red * 255), round(green * 255), round(blue * 255))
        if contrast(_hex(lifted), DARK_OAT_DEEP) >= READABLE_IN_THE_DARK:
            break
    return lifted


def _declarations(shades: Shades) -> str:
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in asdict(shades).items())


def _rgb(colour: str) -> Rgb:
    digits = colour.removeprefix("#")
    if len(digits) != 6 or not set(digits) <= set(hexdigits):
        raise ValueError(f"{colour!r} is not a colour like #0b5961.")
    number = int(digits, 16)
    return number >> 16, number >> 8 & 255, number & 255


def _hex(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """Mix two colours as the sRGB mix of style sheets does; `share` is how much of the first there is."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _unit(colour: Rgb) -> tuple[float, float, float]:
    return colour[0] / 255, colour[1] / 255, colour[2] / 255


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _unit(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
