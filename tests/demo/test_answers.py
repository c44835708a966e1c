"""Readers of the demonstration have answered for a year, and its pages say when they are to be read again."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from wagtail.models import Page

from home.models import ContentPage, PageAnswer
from home.usefulness import usefulness_of
from tests.demo.conftest import TODAY, Demonstration

Told = list[tuple[str, bool, str, str]]


def told() -> Told:
    """Return all answers by the page's address."""
    rows = PageAnswer.objects.values_list("page__url_path", "useful", "remark", "day")
    return sorted((path, useful, remark, day.isoformat()) for path, useful, remark, day in rows)


def load(**options: object) -> None:
    call_command("demo", today=TODAY, verbosity=0, **options)


def test_a_few_hundred_answered_in_the_past_year(demonstration: Demonstration) -> None:
    assert 300 < PageAnswer.objects.count() < 900
    days = PageAnswer.objects.values_list("day", flat=True)
    assert TODAY - timedelta(days=380) < min(days)
    assert max(days) <= TODAY


def test_one_page_plainly_wants_work_and_people_say_why(demonstration: Demonstration) -> None:
    worst = usefulness_of(Page.objects.all(), since=None)[0]
    assert worst.title == "Top-up funding"
    assert worst.remarks >= 3


@pytest.mark.parametrize("words", ["she", "he", "her", "his", "him", "Mr", "Mrs", "Ms", "son", "daughter"])
def test_no_remark_is_about_a_person(demonstration: Demonstration, words: str) -> None:
    remarks = PageAnswer.objects.exclude(remark="").values_list("remark", flat=True)
    assert len(remarks) >= 8
    assert [remark for remark in remarks if words in remark.replace(".", "").split()] == []


def test_loading_again_adds_none_and_a_reset_brings_back_the_same(demonstration: Demonstration) -> None:
    before = told()
    load()
    assert told() == before
    PageAnswer.objects.filter(useful=False).delete()
    load(reset=True)
    assert told() == before


def test_some_pages_are_late_and_most_are_not(demonstration: Demonstration) -> None:
    days = ContentPage.objects.exclude(looked_after_by="").values_list("review_by", flat=True)
    assert None not in days
    late = [day for day in days if day and day < TODAY]
    assert 1 <= len(late) <= len(days) // 5
    assert ContentPage.objects.get(slug="educational-psychology").review_by == TODAY - timedelta(days=23)
