"""The pictures of the demonstration: who is in them, and how each is composed. The seed varies the colours."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from hub.demo.drawing import Canvas, Outline

_ROUND_THE_TABLE = (
    *("circle", "triangle", "diamond", "half", "hexagon", "arch"),
    *("sail", "plus", "pentagon", "square", "ring", "slabs"),
)
_MOTIF = ("motif-1", "motif-2", "motif-3", "motif-4")
_HUES = ("teal", "blue", "heather", "rose", "clay", "moss")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the name of its file, its title, its description and how it is drawn."""

    name: str
    title: str
    description: str
    compose: Callable[[random.Random], Canvas]


def meeting(chance: random.Random) -> Canvas:
    """Twelve shapes round a table, each joined to its neighbours and to the middle."""
    canvas = Canvas("deep")
    turn = chance.randrange(12)
    seats = [
        (800 + 580 * math.cos(math.radians(angle)), 500 + 350 * math.sin(math.radians(angle)))
        for angle in range(-90, 270, 30)
    ]
    for seat in seats:
        canvas.bar(seat, (800, 500), "deep-2", width=18)
    canvas.path([*seats, seats[0]], "deep-3")
    canvas.disc((800, 500), 150, "deep-2")
    canvas.disc((800, 500), 112, "deep")
    canvas.shape("ring", (800, 500), 150, "motif-2", behind="deep")
    for number, seat in enumerate(seats):
        canvas.shape(_ROUND_THE_TABLE[(number + turn) % 12], seat, 146, _MOTIF[number % 4], behind="deep")
    return canvas


def moving_up(chance: random.Random) -> Canvas:
    """Small shapes cross a bridge to larger ones on the other bank."""
    canvas = Canvas("oat")
    ground = 660
    canvas.half_disc((1010, ground), 330, "motif-2")
    canvas.polygon(_hill((180, ground), 560, 330), "moss-plate")
    canvas.polygon(_hill((1480, ground), 480, 420), "teal-plate")
    canvas.box(0, ground, 1600, 1000, "deep")
    for y, left, right in ((876, 500, 660), (876, 860, 1000), (922, 620, 760), (922, 980, 1090), (966, 540, 690)):
        canvas.bar((left, y), (right, y), "deep-3", width=9)
    canvas.box(440, ground, 1160, ground + 168, "accent-line")
    for x in (560, 800, 1040):
        canvas.half_disc((x, ground + 168), 94, "deep")
    canvas.box(0, ground, 450, 1000, "accent")
    canvas.box(1150, ground, 1600, 1000, "accent")
    names = ("circle", "triangle", "square", "hexagon", "pentagon", "ring")
    sizes = (104, 122, 140, 166, 196, 250)
    middles = (120, 290, 490, 720, 1000, 1360)
    hues = chance.sample(_HUES, 6)
    heights = [ground - size * 0.42 for size in sizes]
    canvas.path(list(zip(middles, heights, strict=True)), "deep-3", width=16)
    for name, x, size, hue in zip(names, middles, sizes, hues, strict=True):
        canvas.standing(name, (x, ground), size, hue, behind="teal-plate")
    return canvas


def steps(chance: random.Random) -> Canvas:
    """Four steps upwards with a shape on each, and a way back to the first."""
    canvas = Canvas("accent-tint")
    tops = (780, 650, 520, 390)
    for number, (top, tone) in enumerate(zip(tops, ("accent-line", "deep-3", "accent", "deep"), strict=True)):
        canvas.box(140 + 330 * number, top, 1600, 1000, tone)
    feet = [(305.0 + 330 * number, float(top)) for number, top in enumerate(tops)]
    canvas.path([(x, y - 82) for x, y in feet], "deep-3", width=20)
    # The way back: dots that grow along a wide curve from the last step to the first.
    for dot in range(13):
        angle = math.radians(-38 - dot * 10.8)
        canvas.disc((815 + 500 * math.cos(angle), 560 + 455 * math.sin(angle)), 10 + dot, "motif-2")
    for name, foot, hue in zip(("circle", "square", "triangle", "ring"), feet, chance.sample(_HUES, 4), strict=True):
        canvas.standing(name, foot, 190, hue, behind="accent-tint")
    return canvas


def harbour(chance: random.Random) -> Canvas:
    """Boats with sails of several shapes on calm water, with hills and the sun behind."""
    canvas = Canvas("blue-plate")
    canvas.disc((1180, 330), 130, "motif-2")
    canvas.polygon(_hill((1330, 620), 560, 230), "accent-line")
    canvas.polygon(_hill((260, 620), 620, 330), "teal-plate")
    canvas.polygon(_hill((760, 620), 520, 170), "motif-1")
    canvas.box(0, 620, 1600, 1000, "accent")
    for x, y in ((70, 664), (560, 672), (1010, 668), (1460, 790), (90, 822), (1120, 846), (470, 930), (1180, 948)):
        canvas.bar((x, y), (x + 180, y), "deep-3", width=10)
    hues = chance.sample(("clay", "rose", "heather", "moss"), 3)
    for (x, y, size), hue in zip(((330, 700, 300), (790, 810, 400), (1270, 710, 260)), hues, strict=True):
        canvas.bar((x, y), (x, y - size * 1.12), "deep", width=size * 0.035)
        scale = size / 24
        canvas.polygon([(x + 1.2 * scale, y - 2 * scale), *_quarter((x + 1.2 * scale, y - 2 * scale), size)], hue)
        canvas.polygon(
            [(x - scale, y - 2 * scale), (x - scale, y - size * 0.72), (x - size * 0.46, y - 2 * scale)], "oat"
        )
        hull = [
            (x - size * 0.55, y),
            (x + size * 0.75, y),
            (x + size * 0.5, y + size * 0.2),
            (x - size * 0.38, y + size * 0.2),
        ]
        canvas.polygon(hull, "deep")
    return canvas


def shelf(chance: random.Random) -> Canvas:
    """Three shelves of books and shapes, joined by the bars that carry them."""
    canvas = Canvas("clay-plate")
    canvas.bar((170, 0), (170, 1000), "deep-3", width=20)
    canvas.bar((1430, 0), (1430, 1000), "deep-3", width=20)
    for number, floor in enumerate((330, 620, 910)):
        _books(canvas, chance, floor, number)
        canvas.bar((110, floor + 13), (1490, floor + 13), "deep", width=26)
    return canvas


def network(chance: random.Random) -> Canvas:
    """Shapes in rows, each joined to the one it is nearest to, so that every one can be reached from any other."""
    canvas = Canvas("oat")
    spots = {(column, row): (160.0 + 256 * column, 180.0 + 213 * row) for column in range(6) for row in range(4)}
    joined = {(0, 0)}
    while len(joined) < len(spots):
        ways = [
            (here, there)
            for here in sorted(joined)
            for there in (
                (here[0] + 1, here[1]),
                (here[0] - 1, here[1]),
                (here[0], here[1] + 1),
                (here[0], here[1] - 1),
            )
            if there in spots and there not in joined
        ]
        here, there = chance.choice(ways)
        canvas.bar(spots[here], spots[there], "accent-line", width=18)
        joined.add(there)
    for number, spot in enumerate(spots.values()):
        name = _ROUND_THE_TABLE[number * 5 % 12]
        canvas.shape(name, spot, 128, _HUES[(number * 7 + number // 6) % 6], behind="oat")
    return canvas


PICTURES: tuple[Picture, ...] = (
    Picture(
        "meeting",
        "A cluster round the table",
        "Twelve plain shapes sit in a ring. Bars join each to its neighbours and to the table in the middle.",
        meeting,
    ),
    Picture(
        "moving-up",
        "Across the bridge",
        "Shapes joined by a bar cross a bridge over dark water. They grow from left to right.",
        moving_up,
    ),
    Picture(
        "steps",
        "Assess, plan, do, review",
        "Four steps go up from left to right with a shape on each. Dots lead from the top step back to the first.",
        steps,
    ),
    Picture(
        "harbour",
        "Boats in the harbour",
        "Three small boats with coloured sails lie on calm water. Low hills and a yellow sun stand behind them.",
        harbour,
    ),
    Picture(
        "shelf",
        "Shared shelves",
        "Three shelves hold books of many colours, with plain shapes standing among them.",
        shelf,
    ),
    Picture(
        "network",
        "Everyone in reach",
        "Four rows of coloured shapes on a pale ground. Bars join them, so that each can be reached from any other.",
        network,
    ),
)


@cache
def drawn(picture: Picture, seed: int) -> bytes:
    """Return the picture as a PNG file; the same for the same seed."""
    return picture.compose(random.Random(f"{seed} {picture.name}")).png()  # noqa: S311 - nothing secret is chosen


def _hill(foot: tuple[float, float], reach: float, height: float) -> Outline:
    """Return a rounded hill around `foot`, `reach` to either side and `height` high."""
    angles = [math.radians(180 + 2 * step) for step in range(91)]
    return [(foot[0] + reach * math.cos(angle), foot[1] + height * math.sin(angle)) for angle in angles]


def _quarter(corner: tuple[float, float], size: float) -> Outline:
    """Return the curve of a sail above and right of `corner`."""
    angles = [math.radians(-90 + step) for step in range(91)]
    return [(corner[0] + size * 0.7 * math.cos(angle), corner[1] + size * math.sin(angle)) for angle in angles]


def _books(canvas: Canvas, chance: random.Random, floor: float, number: int) -> None:
    x = 230.0
    shapes = iter(chance.sample(("circle", "arch", "hexagon", "half", "triangle", "square"), 3))
    gaps = (420 + 90 * number, 1010 - 110 * number)
    left = list(gaps)
    while x < 1330:
        if left and x > left[0]:
            left.pop(0)
            canvas.standing(next(shapes), (x + 74, floor), 128, chance.choice(_HUES), behind="clay-plate")
            x += 168
            continue
        width = chance.choice((34, 42, 42, 56, 68))
        height = chance.choice((132, 150, 168, 186, 204))
        colour = chance.choice((*_HUES, "accent", "motif-1", "motif-2", "motif-3", "deep-2"))
        canvas.box(x, floor - height, x + width, floor, colour, radius=5)
        canvas.box(x, floor - height + 24, x + width, floor - height + 36, "clay-plate")
        x += width + 6
