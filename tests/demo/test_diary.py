"""The demonstration's dates: on school days, without clashes, and still to come whenever it is loaded."""

from datetime import date, timedelta

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.demo.clusters import CLUSTERS
from hub.demo.diary import coming, diary_of, next_census, next_term_month, working_day_before
from hub.demo.school_year import SchoolYear, easter_sunday, school_year_of
from hub.demo.wording import curly, words_of

days = st.dates(date(2024, 1, 1), date(2060, 12, 31))
seeds = st.integers(0, 1000)


@pytest.mark.parametrize(
    "sunday", [date(2024, 3, 31), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25), date(2049, 4, 18)]
)
def test_easter_is_when_it_is(sunday: date) -> None:
    assert easter_sunday(sunday.year) == sunday


def test_this_years_terms_are_those_of_the_council() -> None:
    autumn, spring, summer = SchoolYear(2026).terms
    assert (autumn.first, autumn.half_term, autumn.last) == (date(2026, 9, 1), date(2026, 10, 26), date(2026, 12, 18))
    assert (spring.first, spring.half_term, spring.last) == (date(2027, 1, 4), date(2027, 2, 15), date(2027, 3, 25))
    assert (summer.first, summer.half_term, summer.last) == (date(2027, 4, 12), date(2027, 5, 31), date(2027, 7, 21))
    # The 190 days that the law asks for, and five for training.
    assert len(SchoolYear(2026).school_days()) == 195


@hypothesis.settings(max_examples=25)
@given(year=st.integers(2024, 2060), seed=seeds)
def test_everything_happens_on_school_days_and_no_two_clusters_meet_on_one(year: int, seed: int) -> None:
    diary = diary_of(SchoolYear(year), seed)
    with_school = set(SchoolYear(year).school_days())
    meetings = [meeting.day for meeting in diary.meetings]
    panels = [day for panel in diary.panels for day in (panel.closes, panel.meets, panel.decides)]
    assert len(set(meetings)) == len(meetings) == 3 * len(CLUSTERS)
    assert len(diary.panels) == len(diary.mornings) == 6
    assert {*meetings, *panels, *diary.mornings} <= with_school
    assert not set(meetings) & {panel.meets for panel in diary.panels}


@hypothesis.settings(max_examples=25)
@given(today=days, seed=seeds)
def test_there_is_always_something_to_come(today: date, seed: int) -> None:
    ahead = coming(today, seed)
    assert len(ahead.meetings) >= 4
    assert [meeting.day for meeting in ahead.meetings] == sorted(meeting.day for meeting in ahead.meetings)
    assert today <= ahead.meetings[0].day <= today + timedelta(weeks=12)
    assert all(today <= panel.closes for panel in ahead.panels[:2])
    assert len(ahead.panels) >= 2
    assert len(ahead.mornings) >= 2


@given(today=days, ago=st.integers(0, 100))
def test_news_comes_out_on_days_when_the_council_works(today: date, ago: int) -> None:
    day = working_day_before(today, ago)
    assert day.weekday() < 5
    assert (day.month, day.day) not in {(12, 25), (12, 28), (1, 1)}
    assert timedelta(days=ago) <= today - day <= timedelta(days=ago + 14)


@given(today=days)
def test_months_named_ahead_are_neither_over_nor_august(today: date) -> None:
    month = next_term_month(today)
    assert month > today + timedelta(days=21)
    assert month.month != 8


@pytest.mark.parametrize(
    ("today", "census"),
    [
        (date(2026, 9, 30), date(2026, 10, 1)),
        (date(2026, 11, 25), date(2027, 1, 21)),
        (date(2027, 1, 22), date(2027, 5, 20)),
    ],
)
def test_census_days_are_those_of_the_department(today: date, census: date) -> None:
    assert next_census(today) == census


@given(today=days)
def test_in_the_last_week_of_summer_people_look_at_next_year(today: date) -> None:
    year = school_year_of(today)
    assert today <= year.terms[2].last - timedelta(days=7)
    assert today > SchoolYear(year.begins - 1).terms[2].last - timedelta(days=7)


def test_texts_speak_of_the_days_to_come() -> None:
    words = words_of(date(2026, 11, 25), seed=7)
    assert words["school_year"] == "2026 to 2027"
    assert words["next_panel_closes"] == "Friday 27 November"
    assert words["next_census"] == "Thursday 21 January"
    assert words["next_month"] == "January"
    assert words["primary_meetings"].count("\n") == 8


def test_another_seed_is_another_year() -> None:
    today = date(2026, 11, 25)
    assert words_of(today, seed=8)["primary_meetings"] != words_of(today, seed=7)["primary_meetings"]
    assert words_of(today, seed=8)["terms"] == words_of(today, seed=7)["terms"]


def test_quotation_marks_are_round() -> None:
    assert curly("the pupil's 'Pupil A' ('B')") == "the pupil\u2019s \u2018Pupil A\u2019 (\u2018B\u2019)"
