"""Northmere's school year: terms, holidays and school days of any year, so that the demonstration never looks stale.

Councils set their dates by hand and the site keeps them as data; this invented council follows a rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONDAY, WEDNESDAY, FRIDAY = 0, 2, 4
_DAY = timedelta(days=1)


def easter_sunday(year: int) -> date:
    """Return Easter Sunday, by the rule of the western churches."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (moon - weekday + 40) // 44
    return date(year, month, moon - weekday + 28 - 31 * (month // 4))


def may_day(year: int) -> date:
    """Return the early May bank holiday."""
    return on_or_after(date(year, 5, 1), MONDAY)


def is_working_day(day: date) -> bool:
    """Whether the council's offices are open: not at weekends, on bank holidays or between Christmas and New Year."""
    easter = easter_sunday(day.year)
    closed = {
        easter - timedelta(days=2),
        easter + _DAY,
        may_day(day.year),
        on_or_after(date(day.year, 5, 25), MONDAY),
        on_or_after(date(day.year, 8, 25), MONDAY),
    }
    at_new_year = (day.month, day.day) >= (12, 25) or (day.month, day.day) <= (1, 3)
    return day.weekday() <= FRIDAY and day not in closed and not at_new_year


def on_or_after(day: date, weekday: int) -> date:
    """Return the first such weekday (Monday is 0) from `day` on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its first and last day, and the week of half-term, from Monday to Friday."""

    name: str
    first: date
    half_term: date
    last: date

    @property
    def half_term_ends(self) -> date:
        """The Friday of half-term."""
        return self.half_term + timedelta(days=4)

    def school_days(self) -> list[date]:
        """Return the days with school, in order."""
        return [day for day in _days(self.first, self.last) if self._is_school_day(day)]

    def _is_school_day(self, day: date) -> bool:
        in_half_term = self.half_term <= day <= self.half_term_ends
        return day.weekday() <= FRIDAY and not in_half_term and day != may_day(day.year)


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """The school year that begins in the autumn of `begins`."""

    begins: int

    @property
    def name(self) -> str:
        """Such as '2026 to 2027'."""
        return f"{self.begins} to {self.begins + 1}"

    @property
    def terms(self) -> tuple[Term, Term, Term]:
        """Autumn, spring and summer. Bank holidays other than May Day lie between them or in half-terms."""
        before, year = self.begins, self.begins + 1
        easter = easter_sunday(year)
        late_may = date(year, 5, 31) - timedelta(days=date(year, 5, 31).weekday())
        first_day = date(before, 9, 1)
        autumn = Term(
            "Autumn",
            on_or_after(first_day, MONDAY) if first_day.weekday() > FRIDAY else first_day,
            on_or_after(date(before, 10, 21), MONDAY),
            on_or_after(date(before, 12, 14), FRIDAY),
        )
        spring = Term(
            "Spring",
            on_or_after(date(year, 1, 4), MONDAY),
            on_or_after(date(year, 2, 12), MONDAY),
            # The Thursday before Good Friday.
            easter - timedelta(days=3),
        )
        after_easter = easter + timedelta(days=15)
        summer = Term(
            "Summer",
            after_easter + _DAY if after_easter == may_day(year) else after_easter,
            late_may,
            on_or_after(date(year, 7, 18), WEDNESDAY),
        )
        return autumn, spring, summer

    def school_days(self) -> list[date]:
        """Return all days with school, in order."""
        return [day for term in self.terms for day in term.school_days()]


def school_year_of(day: date) -> SchoolYear:
    """Return the school year that people plan with on `day`: in the last week of summer term it is the next."""
    this = SchoolYear(day.year if day.month >= 9 else day.year - 1)
    if day > this.terms[2].last - timedelta(days=7):
        return SchoolYear(this.begins + 1)
    return this


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _DAY
