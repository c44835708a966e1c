"""Every page says when it is to be read again, editors see which are late, and one press says that a page holds."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from home.actions.review_dates import a_year_after, renew_review
from home.models import ContentPage, HomePage
from home.models.base import SitePage
from home.review_dates import Keeping, page_types, with_keeping
from hub.members.models import Person
from hub.serving.freshness import version
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.look.markup import read

REPORT = "/admin/reports/due-for-review/"
TODAY = date(2026, 11, 24)
NEXT_YEAR = date(2027, 11, 24)
Browser = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/London")), tick=False):
        yield


def a_page(home: HomePage, title: str, days: int | None, team: str = "") -> ContentPage:
    """Make a page that is to be read again in so many days."""
    due = TODAY + timedelta(days=days) if days is not None else None
    page: ContentPage = ContentPageFactory.create(parent=home, title=title, review_by=due, looked_after_by=team)
    return page


def shown(browser: Client, asked: str = "") -> list[list[str]]:
    """Return the rows of the table, cell by cell."""
    body = browser.get(f"{REPORT}{asked}").content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    return [[cell.text for cell in row.all("td")] for row in read(body).all("tr")]


def titles(browser: Client, asked: str = "") -> list[str]:
    return [row[0] for row in shown(browser, asked)]


class TestReport:
    """What is late and what comes soon."""

    def test_late_and_soon_pages_of_every_type_are_there_the_latest_first(
        self, signed_in: Browser, tom: Person, home: HomePage
    ) -> None:
        a_page(home, "Late", -3, "SEN team")
        a_page(home, "Soon", 30)
        a_page(home, "Later", 31)
        a_page(home, "Undated", None)
        ContentPageFactory.create(parent=home, title="Draft", review_by=TODAY, live=False)
        news = NewsIndexPageFactory.create(parent=home, review_by=TODAY - timedelta(days=1))
        NewsPageFactory.create(parent=news, title="Told", review_by=TODAY)
        home.review_by = TODAY + timedelta(days=1)
        home.save()
        assert [(row[0], row[1], row[2], row[5]) for row in shown(signed_in(tom))] == [
            ("Late", "Page of guidance", "SEN team", "3 days overdue"),
            ("News", "List of news", "No team", "1 day overdue"),
            ("Told", "Piece of news", "No team", "Due today"),
            ("Home", "Home page", "No team", "Due in 1 day"),
            ("Soon", "Page of guidance", "No team", "Due in 30 days"),
        ]

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("?state=overdue", ["Late"]),
            ("?state=soon", ["Soon"]),
            ("?state=dated", ["Late", "Soon", "Later"]),
            ("?state=undated", ["Home", "Undated"]),
            ("?team=SEN+team", ["Late"]),
            ("?team=SEN+team&state=soon", []),
            ("?team=Nobody", ["Late", "Soon"]),
        ],
    )
    def test_state_and_team_can_be_chosen(
        self, signed_in: Browser, tom: Person, home: HomePage, asked: str, found: list[str]
    ) -> None:
        a_page(home, "Late", -3, "SEN team")
        a_page(home, "Soon", 5, "Advisers")
        a_page(home, "Later", 200)
        a_page(home, "Undated", None)
        assert titles(signed_in(tom), asked) == found

    def test_owner_and_last_change_are_there(self, signed_in: Browser, tom: Person, home: HomePage) -> None:
        page = a_page(home, "Late", -3)
        page.owner = tom
        page.save()
        page.save_revision().publish()
        row = shown(signed_in(tom))[0]
        assert (row[3], row[4], row[6]) == ("Tom Whitlow", "21 November 2026", "24 November 2026")

    def test_the_files_say_what_the_table_says(self, signed_in: Browser, tom: Person, home: HomePage) -> None:
        a_page(home, "Late", -3, "SEN team")
        a_page(home, "Soon", 12)
        browser = signed_in(tom)
        table = [(row[0], row[5]) for row in shown(browser)]
        text = b"".join(browser.get(f"{REPORT}?export=csv")).decode()
        from_csv = list(csv.DictReader(io.StringIO(text)))
        assert [(row["Page"], row["How it stands"]) for row in from_csv] == table
        assert [row["Days overdue"] for row in from_csv] == ["3", "-12"]
        book = load_workbook(io.BytesIO(b"".join(browser.get(f"{REPORT}?export=xlsx"))))
        _, *rows = book.active.values
        assert [(row[0], row[6]) for row in rows] == table
        assert rows[0][4] == date(2026, 11, 21)

    def test_only_pages_in_hand_are_there(self, signed_in: Browser, tom: Person, home: HomePage) -> None:
        mine = a_page(home, "Mine", -1)
        other = a_page(home, "Other", -1, "Their team")
        group = Group.objects.get(name="LA editors")
        GroupPagePermission.objects.filter(group=group).update(page=mine)
        browser = signed_in(tom)
        assert titles(browser) == ["Mine"]
        assert "Their team" not in browser.get(REPORT).content.decode()
        assert browser.get(f"{REPORT}{other.pk}/").status_code == 404

    def test_nothing_due_is_said_in_a_sentence(self, signed_in: Browser, tom: Person, home: HomePage) -> None:
        assert "No page like this." in signed_in(tom).get(REPORT).content.decode()

    def test_a_new_type_of_page_is_among_them_by_itself(self) -> None:
        ours = {model for model in apps.get_models() if issubclass(model, SitePage)}
        assert set(page_types()) == ours
        assert len(ours) >= 4

    def test_a_page_that_is_none_of_ours_has_no_date_and_no_team(self, home: HomePage) -> None:
        root = with_keeping(Page.objects.filter(depth=1)).get()
        assert (root.review_day, root.team) == (None, "")

    @pytest.mark.parametrize("rows", [1, 20])
    def test_the_report_costs_the_same_however_long_it_is(
        self,
        signed_in: Browser,
        tom: Person,
        home: HomePage,
        django_assert_max_num_queries: DjangoAssertNumQueries,
        rows: int,
    ) -> None:
        for number in range(rows):
            a_page(home, f"Page {number}", -number)
        browser = signed_in(tom)
        browser.get(f"{REPORT}results/")
        with django_assert_max_num_queries(12):
            assert browser.get(f"{REPORT}results/").status_code == 200


class TestStillRight:
    """One press, a year, and nothing that guests see."""

    def test_it_asks_first_and_then_sets_the_date_a_year_on(
        self, signed_in: Browser, tom: Person, home: HomePage
    ) -> None:
        page = a_page(home, "Late", -3)
        browser = signed_in(tom)
        asked = browser.get(f"{REPORT}{page.pk}/").content.decode()
        assert "24 November 2027" in asked
        assert "21 November 2026" in asked
        page.refresh_from_db()
        assert page.review_by == date(2026, 11, 21)
        assert browser.post(f"{REPORT}{page.pk}/")["Location"] == REPORT
        page.refresh_from_db()
        assert page.review_by == NEXT_YEAR
        assert titles(browser) == []

    def test_the_draft_takes_the_date_and_stays_a_draft(self, tom: Person, home: HomePage) -> None:
        page = a_page(home, "Published", -3)
        page.save_revision().publish()
        page.refresh_from_db()
        page.title = "Not yet"
        page.save_revision(user=tom)
        page.refresh_from_db()
        renew_review(page=page, by=tom, today=TODAY)
        page.refresh_from_db()
        assert (page.title, page.has_unpublished_changes, page.review_by) == ("Published", True, NEXT_YEAR)
        draft = page.get_latest_revision_as_object()
        assert (draft.title, draft.review_by) == ("Not yet", NEXT_YEAR)
        page.get_latest_revision().publish()
        page.refresh_from_db()
        assert (page.title, page.review_by) == ("Not yet", NEXT_YEAR)

    def test_what_is_to_be_published_later_does_not_bring_the_old_date_back(self, tom: Person, home: HomePage) -> None:
        page = a_page(home, "Published", -3)
        page.save_revision().publish()
        page.refresh_from_db()
        page.go_live_at = datetime(2026, 12, 24, tzinfo=ZoneInfo("Europe/London"))
        scheduled = page.save_revision()
        scheduled.publish()
        page.save_revision(user=tom)
        page.refresh_from_db()
        renew_review(page=page, by=tom, today=TODAY)
        scheduled.refresh_from_db()
        assert scheduled.approved_go_live_at
        assert scheduled.content["review_by"] == "2027-11-24"

    def test_guests_pages_stay_kept_and_the_history_says_who_pressed(
        self, signed_in: Browser, tom: Person, home: HomePage
    ) -> None:
        page = a_page(home, "Late", -3)
        before = version()
        renew_review(page=page, by=tom, today=TODAY)
        assert version() == before
        line = PageLogEntry.objects.get(action="home.review_renewed")
        assert line.user == tom
        assert line.data == {"before": "2026-11-21", "after": "2027-11-24"}
        history = signed_in(tom).get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
        assert "Found still right, to be read again by 24 November 2027" in history

    def test_pressing_twice_is_pressing_once(self, tom: Person, home: HomePage) -> None:
        page = a_page(home, "Late", None)
        assert [renew_review(page=page, by=tom, today=TODAY) for _ in range(2)] == [NEXT_YEAR] * 2
        assert PageLogEntry.objects.filter(action="home.review_renewed").count() == 1

    def test_a_page_that_somebody_has_locked_is_left_alone(
        self, signed_in: Browser, tom: Person, helen: Person, home: HomePage
    ) -> None:
        page = a_page(home, "Late", -3)
        page.locked, page.locked_by = True, helen
        page.save()
        assert signed_in(tom).post(f"{REPORT}{page.pk}/").status_code == 302
        page.refresh_from_db()
        assert page.review_by == date(2026, 11, 21)

    @pytest.mark.parametrize("who", ["priya", "guest"])
    def test_who_does_not_work_on_pages_cannot(
        self, request: pytest.FixtureRequest, signed_in: Browser, home: HomePage, who: str
    ) -> None:
        page = a_page(home, "Late", -3)
        browser = Client() if who == "guest" else signed_in(request.getfixturevalue(who))
        assert browser.post(f"{REPORT}{page.pk}/").status_code == 302
        page.refresh_from_db()
        assert page.review_by == date(2026, 11, 21)

    def test_a_draft_cannot_be_found_still_right(self, signed_in: Browser, helen: Person, home: HomePage) -> None:
        page = ContentPageFactory.create(parent=home, live=False)
        assert signed_in(helen).post(f"{REPORT}{page.pk}/").status_code == 404


@given(day=st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_year_on_is_the_same_day_or_the_last_of_february(day: date) -> None:
    later = a_year_after(day)
    assert later.year == day.year + 1
    assert (later.month, later.day) == (day.month, day.day) or (day.month, day.day, later.day) == (2, 29, 28)


@given(days=st.integers(-400, 400))
def test_how_a_page_stands_is_said_in_whole_words(days: int) -> None:
    row = Keeping(1, "", "", "", "", TODAY + timedelta(days=days), None, TODAY)
    assert row.is_overdue == (days < 0)
    assert str(abs(days)) in row.state or row.state == "Due today"
    assert ("1 days" in row.state) is False or abs(days) % 10 == 1
