"""The reports 'Pages to improve' and 'Broken links': whose pages they tell of, what they cost, what can be done."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import GroupPagePermission, ModelLogEntry
from wagtail.rich_text import RichText

from home.checking import check_every_page
from home.models import CheckedLink, ContentPage, HomePage, LinkUse, PageCheck
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory
from tests.home.conftest import Commit

type_of_browser = Callable[[Person], Client]
REPORTS = ("pages_to_improve", "broken_links")
HTML = '<h2></h2><p><a href="https://example.org/{}">Click here</a> <a linktype="page" id="999">it</a></p>'
MOST_QUERIES = 14


def pages(home: HomePage, number: int) -> list[ContentPage]:
    """Make so many pages, each with a broken link elsewhere and faults, and check them."""
    made = [
        ContentPageFactory.create(parent=home, body=[("text", RichText(HTML.format(n)))], looked_after_by=f"Team {n}")
        for n in range(number)
    ]
    check_every_page.func()
    CheckedLink.objects.filter(inside=False).update(days_failed=2, first_failed=timezone.now(), says="Gone.")
    return made


def read(browser: Client, name: str, **query: str) -> str:
    """Return what the report says."""
    answer = browser.get(reverse(name), query)
    assert answer.status_code == 200
    return b"".join(answer).decode() if answer.streaming else answer.content.decode()


@pytest.mark.parametrize("rows", [1, 20])
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_costs_few_queries_however_long_it_is(
    signed_in: type_of_browser,
    tom: Person,
    home: HomePage,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    name: str,
    rows: int,
) -> None:
    pages(home, rows)
    browser = signed_in(tom)
    read(browser, name)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert "Guidance" in read(browser, name)


def test_the_worst_page_comes_first_and_says_what_it_is_about(
    signed_in: type_of_browser, tom: Person, home: HomePage
) -> None:
    (bad,) = pages(home, 1)
    ContentPageFactory.create(parent=home, title="Not so bad", body=[("text", RichText("<p><b>Bold words</b></p>"))])
    ContentPageFactory.create(parent=home, title="Good")
    check_every_page.func()
    report = read(signed_in(tom), "pages_to_improve")
    assert report.index(bad.title) < report.index("Not so bad")
    assert "Headings 1, Words of links 1, Links that lead nowhere 1" in report
    assert "Good" not in report


def test_pages_can_be_chosen_by_subject_and_by_team(signed_in: type_of_browser, tom: Person, home: HomePage) -> None:
    one, two = pages(home, 2)
    report = read(signed_in(tom), "pages_to_improve", team="Team 1")
    assert two.title in report
    assert one.title not in report
    assert one.title in read(signed_in(tom), "pages_to_improve", subject="headings")
    assert "No page matches what you chose." in read(signed_in(tom), "pages_to_improve", subject="tables")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_tells_only_of_pages_that_the_reader_may_change(
    signed_in: type_of_browser, priya: Person, home: HomePage, name: str
) -> None:
    mine, others = pages(home, 2)
    group = Group.objects.create(name="One page")
    group.permissions.set(Group.objects.get(name="LA editors").permissions.all())
    GroupPagePermission.objects.create(group=group, page=mine, permission_type="change")
    assert signed_in(priya).get(reverse(name)).status_code == 302
    priya.groups.add(group)
    report = read(signed_in(priya), name)
    assert mine.title in report
    assert others.title not in report
    link = CheckedLink.objects.get(address__endswith="/1")
    assert signed_in(priya).post(reverse("check_link_now", args=[link.pk])).status_code == 404


@pytest.mark.parametrize("name", REPORTS)
def test_a_page_that_is_not_published_is_in_no_report(
    signed_in: type_of_browser, tom: Person, home: HomePage, name: str
) -> None:
    (page,) = pages(home, 1)
    page.unpublish()
    assert page.title not in read(signed_in(tom), name)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_report_can_be_taken_away_as_a_table(
    signed_in: type_of_browser, tom: Person, home: HomePage, name: str, kind: str
) -> None:
    pages(home, 1)
    answer = signed_in(tom).get(reverse(name), {"export": kind})
    content = b"".join(answer)
    assert content.startswith(
        b"PK" if kind == "xlsx" else (b"Page,Address" if name == "pages_to_improve" else b"Address,")
    )
    assert kind == "xlsx" or b"Guidance" in content


def test_broken_links_name_the_pages_that_hold_them_since_when_and_why(
    signed_in: type_of_browser, tom: Person, home: HomePage
) -> None:
    (page,) = pages(home, 1)
    report = read(signed_in(tom), "broken_links")
    assert "https://example.org/0" in report
    assert "Gone." in report
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in report
    assert "has been deleted" in report
    assert "No link matches" in read(signed_in(tom), "broken_links", state="failing")
    assert "https://example.org/0" not in read(signed_in(tom), "broken_links", inside="true")


def test_a_site_that_asks_no_others_says_so(
    signed_in: type_of_browser, tom: Person, home: HomePage, settings: Settings
) -> None:
    settings.LINK_CHECKS_ENABLED = False
    assert "does not ask other sites" in read(signed_in(tom), "broken_links")
    assert "No broken link was found" in read(signed_in(tom), "broken_links")


def test_a_link_can_be_checked_now(signed_in: type_of_browser, tom: Person, home: HomePage, commit: Commit) -> None:
    (page,) = pages(home, 1)
    page.body = []  # type: ignore[assignment]
    page.save()
    link = CheckedLink.objects.get(inside=True)
    with commit():
        answer = signed_in(tom).post(reverse("check_link_now", args=[link.pk]), follow=True)
    assert "We are checking the link." in answer.content.decode()
    assert not LinkUse.objects.exists()
    assert signed_in(tom).get(reverse("check_link_now", args=[link.pk])).status_code == 405


def test_a_link_can_be_left_alone_with_a_reason_and_taken_in_again(
    signed_in: type_of_browser, tom: Person, home: HomePage
) -> None:
    pages(home, 1)
    browser = signed_in(tom)
    link = CheckedLink.objects.get(inside=False)
    ignore = reverse("ignore_link", args=[link.pk])
    assert link.address in browser.get(ignore).content.decode()
    assert "Say why the link is left alone." in browser.post(ignore, {"because": " "}).content.decode()

    browser.post(ignore, {"because": "It works for people."})
    assert link.address not in read(browser, "broken_links")
    left_alone = read(browser, "broken_links", state="ignored")
    assert "Left alone: It works for people. (Tom Whitlow)" in left_alone

    browser.post(reverse("heed_link", args=[link.pk]))
    assert link.address in read(browser, "broken_links")
    assert set(ModelLogEntry.objects.values_list("action", flat=True)) >= {"home.ignore_link", "home.heed_link"}


def test_the_menu_of_reports_leads_to_both(signed_in: type_of_browser, tom: Person, home: HomePage) -> None:
    menu = signed_in(tom).get(reverse("wagtailadmin_home")).content.decode()
    assert "Pages to improve" in menu
    assert "Broken links" in menu


def test_a_page_that_is_gone_takes_its_findings_with_it(home: HomePage) -> None:
    (page,) = pages(home, 1)
    assert str(PageCheck.objects.get(page_id=page.pk)) == f"{page.pk}: 2 + 1"
    page.delete()
    assert not PageCheck.objects.filter(page_id=page.pk).exists()
