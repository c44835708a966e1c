"""What happens in Northmere and when: cluster meetings, panels, mornings for new SENCos, census days.

Everything is worked out from the school year and the seed, so that it agrees on every page.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from hub.demo.clusters import CLUSTERS, Cluster
from hub.demo.school_year import FRIDAY, MONDAY, SchoolYear, Term, is_working_day, on_or_after, school_year_of

_THURSDAY = 3
# Clusters meet on these, panels on Fridays and new SENCos on Mondays, so that nobody is wanted in two places.
_MEETING_DAYS = frozenset({1, 2, 3})
_CLOSES_BEFORE = 10
_DECISION_AFTER = 5
AUGUST = 8


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of one cluster."""

    cluster: Cluster
    term: str
    day: date


@dataclass(frozen=True, slots=True)
class Panel:
    """A top-up panel: requests close ten school days before, schools hear within five school days after."""

    closes: date
    meets: date
    decides: date


@dataclass(frozen=True, slots=True)
class Diary:
    """A school year in Northmere."""

    year: SchoolYear
    meetings: tuple[Meeting, ...]
    panels: tuple[Panel, ...]
    mornings: tuple[date, ...]

    def meeting(self, cluster: Cluster, term: str) -> date:
        """Return the day on which this cluster meets in this term."""
        return next(meeting.day for meeting in self.meetings if (meeting.cluster, meeting.term) == (cluster, term))


def diary_of(year: SchoolYear, seed: int) -> Diary:
    """Return what happens in this school year; the same for the same seed."""
    chance = random.Random(f"{seed} {year.begins}")  # noqa: S311 - nothing secret is chosen
    halves = [half for term in year.terms for half in _halves(term)]
    return Diary(
        year,
        tuple(meeting for term in year.terms for meeting in _meetings(term, chance)),
        tuple(_panel(half, year.school_days()) for half in halves),
        tuple(_second_monday(half) for half in halves),
    )


def coming(today: date, seed: int) -> Diary:
    """Return this school year's diary from `today` on, with all of next year's after it."""
    this, following = (
        diary_of(year, seed) for year in (school_year_of(today), SchoolYear(school_year_of(today).begins + 1))
    )
    return Diary(
        this.year,
        tuple(
            sorted((m for m in this.meetings + following.meetings if m.day >= today), key=lambda meeting: meeting.day)
        ),
        tuple(panel for panel in this.panels + following.panels if panel.closes >= today),
        tuple(day for day in this.mornings + following.mornings if day >= today),
    )


def next_census(today: date) -> date:
    """Return the next school census day: the first Thursday of October, the third of January or of May."""
    days = [
        on_or_after(date(year, month, earliest), _THURSDAY)
        for year in (today.year, today.year + 1)
        for month, earliest in ((1, 15), (5, 15), (10, 1))
    ]
    return min(day for day in days if day >= today)


def next_term_month(today: date) -> date:
    """Return the first day of a month that begins at least five weeks from `today`, other than August."""
    later = today + timedelta(days=35)
    first = date(later.year + later.month // 12, later.month % 12 + 1, 1)
    return first.replace(month=AUGUST + 1) if first.month == AUGUST else first


def working_day_before(today: date, days: int) -> date:
    """Return a day about `days` days ago on which the council worked."""
    day = today - timedelta(days=days)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def _meetings(term: Term, chance: random.Random) -> list[Meeting]:
    # Nobody can leave school in the first two weeks of a term, or in the last.
    days = [day for day in term.school_days()[10:-5] if day.weekday() in _MEETING_DAYS]
    order = chance.sample(CLUSTERS, len(CLUSTERS))
    between = len(days) // len(order)
    return [
        Meeting(cluster, term.name, days[place * len(days) // len(order) + chance.randrange(between)])
        for place, cluster in enumerate(order)
    ]


def _halves(term: Term) -> tuple[list[date], list[date]]:
    days = term.school_days()
    return [day for day in days if day < term.half_term], [day for day in days if day > term.half_term_ends]


def _panel(half: list[date], year: list[date]) -> Panel:
    meets = [day for day in half if day.weekday() == FRIDAY][-2]
    place = year.index(meets)
    return Panel(year[place - _CLOSES_BEFORE], meets, year[place + _DECISION_AFTER])


def _second_monday(half: list[date]) -> date:
    return [day for day in half if day.weekday() == MONDAY][1]
