"""Dates that people should know."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.blocks import CharBlock, ChoiceBlock, DateBlock, ListBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks import examples
from home.blocks.links import LinkBlock

LEAVE_OUT, MARK = "leave-out", "mark"


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A date in a list: from `starts` to `ends`, or on one day.

    `month` is there where it is in another year, `soon` marks the next one, `past` what is over.
    """

    title: str
    starts: datetime.date
    ends: datetime.date | None
    month: str
    time: str
    href: str
    soon: bool
    past: bool


class PublicDateBlock(LinkBlock):
    """A date that anybody may know."""

    title = CharBlock(max_length=90)
    day = DateBlock()
    time = CharBlock(max_length=40, required=False, help_text="Such as '1.30pm to 4pm'")

    class Meta:
        icon = "date"


class KeyDateBlock(LinkBlock):
    """One day, or several in a row, and what is on."""

    title = CharBlock(max_length=90, label="What it is")
    day = DateBlock()
    end = DateBlock(required=False, label="Last day", help_text="Only if it lasts longer than one day")
    time = CharBlock(max_length=40, required=False, help_text="Such as '1.30pm to 4pm' or 'By 5pm'")

    class Meta:
        label_format = "{title}"

    def clean(self, value: StructValue) -> StructValue:
        value = super().clean(value)
        if value.get("day") and value.get("end") and value["end"] < value["day"]:
            raise StructBlockValidationError({"end": ValidationError("The last day cannot come before the first.")})
        return value


class KeyDatesBlock(StructBlock):
    """Dates in order of time, the next one marked."""

    dates = ListBlock(KeyDateBlock(), min_num=1)
    past = ChoiceBlock(
        choices=[(LEAVE_OUT, "Leave them out"), (MARK, "Keep them, marked as past")],
        default=LEAVE_OUT,
        label="When a date has passed",
    )

    class Meta:
        icon = "calendar"
        template = "home/blocks/dates.html"
        description = "Dates in order of time. What has passed goes by itself, or is marked."

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["dates"] = in_order(value, timezone.localdate())
        return context

    def get_preview_value(self) -> StructValue:
        """Return dates of which the first is always a few days away."""
        today = timezone.localdate()
        dates = [
            rest
            | {
                "day": today + datetime.timedelta(days=days),
                "end": today + datetime.timedelta(days=days + lasts) if lasts else None,
            }
            for days, lasts, rest in examples.DATES
        ]
        return self.normalize({"dates": dates, "past": LEAVE_OUT})


def in_order(value: StructValue, today: datetime.date) -> list[KeyDate]:
    """Return the dates of a KeyDatesBlock as they stand on `today`, the earliest first."""
    rows = sorted((row for row in value["dates"] if row["day"]), key=lambda row: (row["day"], row["title"]))
    coming = [row for row in rows if _last_day(row) >= today]
    return [
        KeyDate(
            title=row["title"],
            starts=row["day"],
            ends=_last_day(row) if _last_day(row) > row["day"] else None,
            month=_month(row["day"], today),
            time=row.get("time") or "",
            href=row.href,
            soon=bool(coming) and row is coming[0],
            past=_last_day(row) < today,
        )
        for row in (rows if value.get("past") == MARK else coming)
    ]


def _last_day(row: StructValue) -> datetime.date:
    last: datetime.date = row.get("end") or row["day"]
    return last


def _month(day: datetime.date, today: datetime.date) -> str:
    # The leaf says no year; one that is not this year's has to be said.
    return "" if day.year == today.year else f"{day:%B} {day.year}"
