"""Draws plain shapes joined by bars, in the colours of the house, as small PNG files.

A picture is drawn three times too large and then reduced, so that every edge is smooth.
"""

import math
from io import BytesIO
from itertools import pairwise
from typing import Final

from PIL import Image, ImageDraw

Point = tuple[float, float]
Outline = list[Point]

WIDTH: Final = 1600
HEIGHT: Final = 1000
_OVER: Final = 3
# Enough for a dozen flat colours and the steps between them along the edges.
_COLOURS: Final = 96

# The light palette, by the names that the style sheets use.
PALETTE: Final[dict[str, str]] = {
    "paper": "#ffffff",
    "oat": "#f6f3ec",
    "oat-deep": "#ebe6da",
    "accent": "#0b5961",
    "accent-tint": "#e1efed",
    "accent-line": "#8fbdb9",
    "deep": "#0e3f46",
    "deep-2": "#17545b",
    "deep-3": "#2b6b72",
    "motif-1": "#8fd5ce",
    "motif-2": "#ffc53d",
    "motif-3": "#f3ae8d",
    "motif-4": "#d9ebe9",
    "teal": "#0f6f6c",
    "teal-plate": "#d9edea",
    "blue": "#2a5fa5",
    "blue-plate": "#dfe9f6",
    "heather": "#6a4699",
    "heather-plate": "#ebe4f4",
    "rose": "#a63360",
    "rose-plate": "#f8e2ea",
    "clay": "#a3441d",
    "clay-plate": "#f8e5da",
    "moss": "#566413",
    "moss-plate": "#e9edd2",
}


def _arc(centre: Point, radius: float, start: float, end: float) -> Outline:
    """Return points along a circle, from one angle to another in degrees, clockwise from three o'clock."""
    count = 90
    angles = (math.radians(start + (end - start) * step / count) for step in range(count + 1))
    return [(centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)) for angle in angles]


# The same shapes as in hub.look.shapes, as outlines in a square of 24 units.
OUTLINES: Final[dict[str, list[Outline]]] = {
    "circle": [_arc((12, 12), 10, 0, 360)],
    "triangle": [[(12, 2.5), (22.5, 21), (1.5, 21)]],
    "diamond": [[(12, 1), (23, 12), (12, 23), (1, 12)]],
    "half": [_arc((12, 17), 10, 180, 360)],
    "hexagon": [[(12, 1.5), (21.5, 7), (21.5, 17), (12, 22.5), (2.5, 17), (2.5, 7)]],
    "arch": [
        [(3, 22), *_arc((12, 11), 9, 180, 360), (21, 22), (15.5, 22), *_arc((12, 11.5), 3.5, 360, 180), (8.5, 22)],
    ],
    "sail": [[(3, 21), *_arc((3, 21), 19, -90, 0)]],
    "plus": [
        [
            *((8.5, 2), (15.5, 2), (15.5, 8.5), (22, 8.5), (22, 15.5), (15.5, 15.5)),
            *((15.5, 22), (8.5, 22), (8.5, 15.5), (2, 15.5), (2, 8.5), (8.5, 8.5)),
        ]
    ],
    "pentagon": [[(12, 1.5), (23, 9.7), (18.8, 22.5), (5.2, 22.5), (1, 9.7)]],
    "square": [[(3, 3), (21, 3), (21, 21), (3, 21)]],
    "ring": [[*_arc((12, 12), 10.5, 0, 360), *_arc((12, 12), 4.5, 360, 0)]],
    "slabs": [[(9, 3), (22, 3), (18.5, 10.5), (5.5, 10.5)], [(5.5, 13.5), (18.5, 13.5), (15, 21), (2, 21)]],
}

# Shapes that one can see through, as they are without their holes: drawn first, they hide the bars behind.
_BACKS: Final[dict[str, Outline]] = {
    "ring": _arc((12, 12), 9, 0, 360),
    "arch": [(3.5, 21.5), *_arc((12, 11), 8.5, 180, 360), (20.5, 21.5)],
    "slabs": [(9, 3.5), (21, 3.5), (15, 20.5), (3, 20.5)],
}


class Canvas:
    """A picture of 1600 by 1000 points, drawn from back to front. Colours are names in the palette."""

    def __init__(self, background: str) -> None:
        self._image = Image.new("RGB", (WIDTH * _OVER, HEIGHT * _OVER), PALETTE[background])
        self._draw = ImageDraw.Draw(self._image)

    def polygon(self, outline: Outline, colour: str) -> None:
        """Fill an outline."""
        self._draw.polygon([(x * _OVER, y * _OVER) for x, y in outline], fill=PALETTE[colour])

    def box(self, left: float, top: float, right: float, bottom: float, colour: str, *, radius: float = 0) -> None:
        """Fill an upright box, with round corners if `radius` is given."""
        edges = (left * _OVER, top * _OVER, right * _OVER - 1, bottom * _OVER - 1)
        self._draw.rounded_rectangle(edges, radius * _OVER, fill=PALETTE[colour])

    def disc(self, centre: Point, radius: float, colour: str) -> None:
        """Fill a circle."""
        self.polygon(_arc(centre, radius, 0, 360), colour)

    def half_disc(self, centre: Point, radius: float, colour: str) -> None:
        """Fill the upper half of a circle."""
        self.polygon(_arc(centre, radius, 180, 360), colour)

    def bar(self, start: Point, end: Point, colour: str, *, width: float = 22) -> None:
        """Join two points by a bar with round ends."""
        self._draw.line(
            [(x * _OVER, y * _OVER) for x, y in (start, end)], fill=PALETTE[colour], width=round(width * _OVER)
        )
        for end_point in (start, end):
            self.disc(end_point, width / 2, colour)

    def path(self, points: Outline, colour: str, *, width: float = 22) -> None:
        """Join points by bars, one after another."""
        for start, end in pairwise(points):
            self.bar(start, end, colour, width=width)

    def shape(self, name: str, centre: Point, size: float, colour: str, *, behind: str) -> None:
        """Draw one of the twelve shapes, `size` points wide, around `centre`; `behind` shows through its holes."""
        if name in _BACKS:
            self.polygon(_placed(_BACKS[name], centre, size), behind)
        for outline in OUTLINES[name]:
            self.polygon(_placed(outline, centre, size), colour)

    def standing(self, name: str, foot: Point, size: float, colour: str, *, behind: str) -> Point:
        """Draw a shape that stands on `foot`; return its middle."""
        lowest = max(y for outline in OUTLINES[name] for _x, y in outline)
        middle = (foot[0], foot[1] - (lowest - 12) * size / 24)
        self.shape(name, middle, size, colour, behind=behind)
        return middle

    def png(self) -> bytes:
        """Return the finished picture as a PNG file."""
        small = self._image.reduce(_OVER)
        flat = small.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        file = BytesIO()
        flat.save(file, "PNG", optimize=True)
        return file.getvalue()


def _placed(outline: Outline, centre: Point, size: float) -> Outline:
    scale = size / 24
    return [(centre[0] + (x - 12) * scale, centre[1] + (y - 12) * scale) for x, y in outline]
