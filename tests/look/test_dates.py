"""Dates and times are written as people say them."""

from datetime import UTC, date, datetime, time

import pytest

from hub.look.templatetags.look import clock, full_date, long_date


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(9), "9am"),
        (time(13, 30), "1.30pm"),
        (time(12), "12 noon"),
        (time(12, 5), "12.05pm"),
        (time(0), "midnight"),
        (time(0, 15), "12.15am"),
        (time(23, 59), "11.59pm"),
        (None, ""),
    ],
)
def test_a_time_is_said_plainly(moment: time | None, words: str) -> None:
    assert clock(moment) == words


def test_a_moment_is_told_in_the_time_of_this_country() -> None:
    assert clock(datetime(2026, 7, 1, 12, 30, tzinfo=UTC)) == "1.30pm"
    assert clock(datetime(2026, 12, 1, 12, 30, tzinfo=UTC)) == "12.30pm"
    assert clock(datetime(2026, 7, 1, 9, 0)) == "9am"  # noqa: DTZ001 - a time that names no zone is taken as it is


def test_a_day_is_named() -> None:
    assert long_date(date(2026, 11, 25)) == "Wednesday 25 November"
    assert full_date(date(2027, 12, 1)) == "Wednesday 1 December 2027"


def test_a_moment_falls_on_the_day_it_is_here() -> None:
    late_in_june = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert long_date(late_in_june) == "Wednesday 1 July"
    assert full_date(late_in_june) == "Wednesday 1 July 2026"


def test_no_day_is_nothing() -> None:
    assert long_date(None) == ""
    assert full_date(None) == ""
