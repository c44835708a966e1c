"""The plain shapes and icons that everything is drawn with, as SVG for a square of 24 units.

A cluster keeps the name of its shape and of its hue, never a drawing or a colour.
"""

from typing import Final

# The first twelve are for clusters; networks, boards and the council share the last.
SHAPES: Final[dict[str, str]] = {
    "circle": '<circle cx="12" cy="12" r="10"/>',
    "triangle": '<path d="M12 2.5 22.5 21h-21z"/>',
    "diamond": '<path d="M12 1 23 12 12 23 1 12z"/>',
    "half": '<path d="M2 17a10 10 0 0 1 20 0z"/>',
    "hexagon": '<path d="M12 1.5 21.5 7v10L12 22.5 2.5 17V7z"/>',
    "arch": '<path d="M3 22V11a9 9 0 0 1 18 0v11h-5.5V11.5a3.5 3.5 0 0 0-7 0V22z"/>',
    "sail": '<path d="M3 21V2a19 19 0 0 1 19 19z"/>',
    "plus": '<path d="M8.5 2h7v6.5H22v7h-6.5V22h-7v-6.5H2v-7h6.5z"/>',
    "pentagon": '<path d="M12 1.5 23 9.7 18.8 22.5H5.2L1 9.7z"/>',
    "square": '<path d="M3 3h18v18H3z"/>',
    "ring": (
        '<path fill-rule="evenodd" d="M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21z'
        'm0 6a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z"/>'
    ),
    "slabs": '<path d="M9 3h13l-3.5 7.5H5.5zM5.5 13.5h13L15 21H2z"/>',
    "link": (
        '<path d="M5.5 2a4 4 0 0 1 3.9 3h5.2a4 4 0 1 1 0 2H9.4a4 4 0 0 1-.9 1.7l2.5 6.3h2V15h8v8h-8v-6h-2.7'
        'L7.2 9.6A4 4 0 1 1 5.5 2z"/>'
    ),
}

HUES: Final[tuple[str, ...]] = ("teal", "blue", "heather", "rose", "clay", "moss")

# Drawn with a line of 1.75 units; always beside a word.
ICONS: Final[dict[str, str]] = {
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "down": '<path d="m6 9 6 6 6-6"/>',
    "up": '<path d="m6 15 6-6 6 6"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4.5V9.5h15V17H17M7 14h10v6H7z"/>',
    "link": (
        '<path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3"/>'
        '<path d="M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1"/>'
    ),
    "tick": '<path d="m4.5 12.5 5 5 10-11"/>',
    "bell": '<path d="M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15zM10 21h4"/>',
    "document": '<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h6"/>',
    "play": '<circle cx="12" cy="12" r="9"/><path d="M10 8.5v7l5.5-3.5z"/>',
    "alert": '<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5M12 16.4v.1"/>',
}

# The motif of the public home: rows of shapes, each with the number of its colour, and the bars that join
# them, as pairs of (column, row).
MOTIF: Final[tuple[tuple[tuple[str, int], ...], ...]] = (
    (("circle", 1), ("square", 4), ("hexagon", 2), ("half", 3)),
    (("triangle", 3), ("ring", 2), ("diamond", 1), ("pentagon", 4)),
    (("plus", 4), ("arch", 1), ("sail", 3), ("slabs", 1)),
)
# Shapes that one can see through stand before their outline, so that no bar shows in the hole.
MOTIF_BACKS: Final[dict[str, str]] = {
    "ring": '<circle cx="12" cy="12" r="9"/>',
    "arch": '<path d="M3.5 21.5V11a8.5 8.5 0 0 1 17 0v10.5z"/>',
    "slabs": '<path d="M9 3.5h12L15 20.5H3z"/>',
}
MOTIF_BARS: Final[tuple[tuple[tuple[int, int], tuple[int, int]], ...]] = (
    ((0, 0), (3, 0)),
    ((0, 0), (0, 1)),
    ((2, 0), (2, 1)),
    ((3, 0), (3, 2)),
    ((1, 1), (3, 1)),
    ((0, 1), (1, 2)),
    ((1, 1), (1, 2)),
    ((1, 1), (2, 2)),
    ((0, 2), (1, 2)),
    ((2, 2), (3, 2)),
    ((1, 0), (0, 1)),
)
