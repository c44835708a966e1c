"""Tags and filters that every template has without loading them: drawings, dates and words in the house style."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import template
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from hub.look.shapes import ICONS, MOTIF, MOTIF_BACKS, MOTIF_BARS, SHAPES

register = template.Library()

_STEP = 124
_CENTRE = 50
_SCALE = 3.1
_OFFSET = 13
_ARTICLES = ("the", "our", "a", "an")
_MAILBOX = re.compile(r"(?P<name>[\w.+-]+)@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_TELEPHONE = re.compile(r"\b0\d{2,4}(?: \d{3,6}){1,2}\b")


def _drawn(markup: str) -> SafeString:
    return SafeString(markup)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon; a word belongs beside it. Raises KeyError for a name that does not exist."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', _drawn(ICONS[name])
    )


@register.simple_tag
def shape(name: str) -> SafeString:
    """Draw a cluster's shape in the colour of its surroundings. Raises KeyError for a name that does not exist."""
    return format_html('<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', _drawn(SHAPES[name]))


@register.simple_tag
def logo() -> SafeString:
    """Draw the mark of the hub: three shapes joined by bars."""
    return _drawn(
        '<svg class="logo" viewBox="0 0 44 40" aria-hidden="true" focusable="false">'
        '<path class="bar" d="M12 12h20M12 12l10 18M32 12 22 30"/><circle class="one" cx="11" cy="11" r="9.5"/>'
        '<path class="two" d="M25 3h16v16H25z"/><path class="three" d="M22 20.5 33 39H11z"/></svg>'
    )


@register.simple_tag
def motif() -> SafeString:
    """Draw the motif of the public home: twelve shapes, joined."""
    bars = format_html_join(
        "",
        '<path d="M{} {}L{} {}"/>',
        (
            (_CENTRE + _STEP * x1, _CENTRE + _STEP * y1, _CENTRE + _STEP * x2, _CENTRE + _STEP * y2)
            for (x1, y1), (x2, y2) in MOTIF_BARS
        ),
    )
    shapes = format_html_join(
        "",
        '<g class="motif-{}" transform="translate({} {}) scale({})"><g class="back">{}</g>{}</g>',
        (
            (
                colour,
                _OFFSET + _STEP * column,
                _OFFSET + _STEP * row,
                _SCALE,
                _drawn(MOTIF_BACKS.get(name, "")),
                _drawn(SHAPES[name]),
            )
            for row, names in enumerate(MOTIF)
            for column, (name, colour) in enumerate(names)
        ),
    )
    return format_html(
        '<svg class="motif" viewBox="0 0 472 348" preserveAspectRatio="xMinYMid meet" aria-hidden="true"'
        ' focusable="false"><g class="bars">{}</g>{}</svg>',
        bars,
        shapes,
    )


@register.filter
def page_numbers(paginator: Paginator[Any], number: int) -> Iterator[int | str]:
    """Return the numbers to show for page `number` of a long list, with dots where numbers are left out."""
    return paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)


@register.filter
def long_date(day: date | None) -> str:
    """Write a day as "Wednesday 25 November"; a moment as the day it falls on here. Nothing for no day."""
    return _day(day, "{0:%A} {0.day} {0:%B}")


@register.filter
def full_date(day: date | None) -> str:
    """Write a day as "Wednesday 25 November 2026"; a moment as the day it falls on here. Nothing for no day."""
    return _day(day, "{0:%A} {0.day} {0:%B} {0.year}")


@register.filter
def clock(moment: datetime | time | None) -> str:
    """Write a time as "9am", "1.30pm", "12 noon" or "midnight", in the time of this country."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        moment = (timezone.localtime(moment) if timezone.is_aware(moment) else moment).time()
    if (moment.hour, moment.minute) in {(0, 0), (12, 0)}:
        return "12 noon" if moment.hour else "midnight"
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


@register.filter
def well_broken(words: str) -> SafeString:
    """Say where a line may break: before the @ of a mailbox rather than inside it, and never in a telephone number."""
    whole = _TELEPHONE.sub(lambda number: number[0].replace(" ", "\N{NO-BREAK SPACE}"), str(words))
    return _drawn(_MAILBOX.sub(r"\g<name><wbr>@\g<host>", escape(whole)))


@register.filter
def with_the(team: str) -> str:
    """Write the name of a team as it stands in a sentence: "the SEN team"; one that has its article keeps it."""
    first, _, rest = team.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in _ARTICLES and rest else f"the {team}"


@register.filter
def plain_number(number: Decimal) -> str:
    """Write a number as "1,250" or "3.5", without digits that say nothing."""
    return f"{number:,.2f}".rstrip("0").rstrip(".") if number % 1 else f"{number:,.0f}"


def _day(day: date | None, pattern: str) -> str:
    if day is None:
        return ""
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    return pattern.format(day)
