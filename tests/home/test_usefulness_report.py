"""Editors see what readers answered about their pages: bars, table and file say the same."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries
from wagtail.models import GroupPagePermission, PageLogEntry

from home.models import ContentPage, HomePage, PageAnswer
from hub.members.models import Person
from tests.factories.answers import PageAnswerFactory
from tests.factories.pages import ContentPageFactory
from tests.look.markup import Element, read

REPORT = "/admin/reports/page-usefulness/"
TODAY = date(2026, 11, 24)
LAST_WEEK = TODAY - timedelta(days=7)
Browser = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _on_the_day() -> object:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def pages(home: HomePage) -> list[ContentPage]:
    """Two pages with answers and one that nobody said anything of."""
    help_ = ContentPageFactory.create(parent=home, title="Help for schools", slug="help")
    funding = ContentPageFactory.create(parent=help_, title="Top-up funding", slug="top-up")
    ContentPageFactory.create(parent=home, title="Cookies", slug="cookies")
    PageAnswerFactory.create_batch(3, page=funding, day=LAST_WEEK)
    PageAnswerFactory.create(page=funding, day=TODAY - timedelta(days=60), remark="The form itself")
    PageAnswerFactory.create_batch(2, page=funding, useful=True, day=TODAY - timedelta(days=400))
    PageAnswerFactory.create(page=help_, useful=True, day=LAST_WEEK)
    return [help_, funding]


def main_of(html: bytes) -> str:
    """Return the part of the back office that is ours."""
    text = html.decode()
    return text[text.index('<div id="listing-results">') : text.index("</main>")]


def table_of(browser: Client, asked: str = "") -> list[list[str]]:
    """Return the rows of the table."""
    page = read(main_of(browser.get(f"{REPORT}{asked}").content).partition("</table>")[0].partition("<tbody>")[2][:-20])
    return [[cell.text for cell in row.all("td")] for row in page.all("tr")]


def bars_of(browser: Client, asked: str = "") -> list[tuple[str, str]]:
    """Return what each bar says in words, and what it draws, as 'no' and 'yes'."""
    text = browser.get(f"{REPORT}{asked}").content.decode()
    lists = [part.partition("</ol>")[0] for part in text.split('<ol class="hub-bars">')[1:]]
    return [bar for part in lists for bar in map(_bar, read(part).all("li"))]


def _bar(item: Element) -> tuple[str, str]:
    no, yes = (item.one("rect", class_=name).attributes["width"] for name in ("hub-bar-no", "hub-bar-yes"))
    return item.text, f"{no} no, {yes} yes"


def test_the_report_is_in_the_menu_of_those_who_work_on_pages(signed_in: Browser, tom: Person, home: HomePage) -> None:
    assert REPORT in signed_in(tom).get("/admin/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("priya", 302), ("tom", 200), ("helen", 200), ("rob", 200)])
def test_who_works_on_pages_sees_the_report(
    request: pytest.FixtureRequest, signed_in: Browser, pages: list[ContentPage], who: str, status: int
) -> None:
    browser = signed_in(request.getfixturevalue(who))
    for place in (REPORT, f"{REPORT}results/", f"{REPORT}{pages[1].pk}/", "/admin/reports/due-for-review/"):
        assert browser.get(place).status_code == status, place
    assert Client().get(REPORT).status_code == 302


def test_the_table_counts_the_last_year_with_most_no_first(
    signed_in: Browser, tom: Person, pages: list[ContentPage]
) -> None:
    assert table_of(signed_in(tom)) == [
        ["Top-up funding", "Page of guidance", "0", "4", "0 %", "1 remark on Top-up funding", "17 November 2026"],
        ["Help for schools", "Page of guidance", "1", "0", "100 %", "None", "17 November 2026"],
    ]


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ("?period=30", {"Top-up funding": ("0", "3"), "Help for schools": ("1", "0")}),
        ("?period=90", {"Top-up funding": ("0", "4"), "Help for schools": ("1", "0")}),
        ("?period=all", {"Top-up funding": ("2", "4"), "Help for schools": ("1", "0")}),
        ("?period=nonsense", {"Top-up funding": ("0", "4"), "Help for schools": ("1", "0")}),
    ],
)
def test_the_period_can_be_chosen(
    signed_in: Browser, tom: Person, pages: list[ContentPage], asked: str, counted: dict[str, tuple[str, str]]
) -> None:
    assert {row[0]: (row[2], row[3]) for row in table_of(signed_in(tom), asked)} == counted


def test_a_part_of_the_site_and_a_type_can_be_chosen(
    signed_in: Browser, tom: Person, pages: list[ContentPage], home: HomePage
) -> None:
    PageAnswerFactory.create(page=home, day=LAST_WEEK)
    browser = signed_in(tom)
    assert [row[0] for row in table_of(browser, f"?section={pages[0].pk}")] == ["Top-up funding", "Help for schools"]
    assert [row[0] for row in table_of(browser, f"?kind={home.content_type_id}")] == ["Home"]


def test_bars_say_in_words_what_they_draw_and_what_the_table_says(
    signed_in: Browser, tom: Person, pages: list[ContentPage]
) -> None:
    browser = signed_in(tom)
    by_page = {row[0]: f"{row[3]} no, {row[2]} yes" for row in table_of(browser, "?period=all")}
    bars = bars_of(browser, "?period=all")
    assert bars[0] == ("Top-up funding 4 no, 2 yes", by_page["Top-up funding"])
    months = dict(bars[1:])
    assert months["October 2025 0 no, 2 yes"] == "0 no, 2 yes"
    assert months["September 2026 1 no, 0 yes"] == "1 no, 0 yes"
    assert months["November 2026 3 no, 1 yes"] == "3 no, 1 yes"
    assert len(months) == 14, "months without an answer are there as well"


def test_the_files_say_what_the_table_says(signed_in: Browser, tom: Person, pages: list[ContentPage]) -> None:
    browser = signed_in(tom)
    shown = [(row[0], int(row[2]), int(row[3])) for row in table_of(browser)]
    text = b"".join(browser.get(f"{REPORT}?export=csv")).decode()
    from_csv = list(csv.DictReader(io.StringIO(text)))
    assert [(row["Page"], int(row["Yes"]), int(row["No"])) for row in from_csv] == shown
    assert from_csv[0]["Last answer"] == "2026-11-17"
    book = load_workbook(io.BytesIO(b"".join(browser.get(f"{REPORT}?export=xlsx"))))
    heading, *rows = book.active.values
    assert heading == ("Page", "Type", "Yes", "No", "Useful to (%)", "Remarks", "Last answer")
    assert [(row[0], row[2], row[3]) for row in rows] == shown


def test_an_editor_sees_only_what_readers_said_of_pages_in_hand(
    signed_in: Browser, tom: Person, helen: Person, pages: list[ContentPage]
) -> None:
    group = Group.objects.get(name="LA editors")
    GroupPagePermission.objects.filter(group=group).update(page=ContentPage.objects.get(slug="cookies"))
    browser = signed_in(tom)
    assert "Nobody has answered" in browser.get(REPORT).content.decode()
    assert browser.get(f"{REPORT}{pages[1].pk}/").status_code == 404
    assert len(table_of(signed_in(helen))) == 2


def test_nothing_yet_is_said_in_a_sentence(signed_in: Browser, tom: Person, home: HomePage) -> None:
    assert "Nobody has answered “Was this page useful?”" in signed_in(tom).get(REPORT).content.decode()


@pytest.mark.parametrize("rows", [1, 20])
def test_the_report_costs_the_same_however_long_it_is(
    signed_in: Browser,
    tom: Person,
    home: HomePage,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    rows: int,
) -> None:
    for page in ContentPageFactory.create_batch(rows, parent=home):
        PageAnswerFactory.create(page=page, day=LAST_WEEK)
    browser = signed_in(tom)
    browser.get(f"{REPORT}results/")
    with django_assert_max_num_queries(14):
        assert browser.get(f"{REPORT}results/").status_code == 200


class TestRemarks:
    """What readers were looking for, and what a publisher does when it is about somebody."""

    def test_they_are_listed_with_their_day(self, signed_in: Browser, tom: Person, pages: list[ContentPage]) -> None:
        shown = signed_in(tom).get(f"{REPORT}{pages[1].pk}/").content.decode()
        assert "The form itself" in shown
        assert "25 September 2026" in shown
        assert "/delete/" not in shown, "an editor cannot delete"

    def test_a_publisher_deletes_one_after_being_asked(
        self, signed_in: Browser, helen: Person, pages: list[ContentPage]
    ) -> None:
        answer = PageAnswer.objects.exclude(remark="").get()
        browser, place = signed_in(helen), f"{REPORT}{pages[1].pk}/delete/{answer.pk}/"
        assert "The form itself" in browser.get(place).content.decode()
        assert browser.post(place)["Location"] == f"{REPORT}{pages[1].pk}/"
        assert not PageAnswer.objects.exclude(remark="").exists()
        assert PageAnswer.objects.filter(pk=answer.pk).exists()
        assert PageLogEntry.objects.get(action="home.remark_deleted").user == helen
        assert "Nobody has left a remark" in browser.get(f"{REPORT}{pages[1].pk}/").content.decode()

    def test_an_editor_cannot_and_one_page_s_remark_is_not_another_s(
        self, signed_in: Browser, tom: Person, helen: Person, pages: list[ContentPage]
    ) -> None:
        answer = PageAnswer.objects.exclude(remark="").get()
        assert signed_in(tom).post(f"{REPORT}{pages[1].pk}/delete/{answer.pk}/").status_code == 302
        assert signed_in(helen).post(f"{REPORT}{pages[0].pk}/delete/{answer.pk}/").status_code == 404
        assert PageAnswer.objects.exclude(remark="").exists()
