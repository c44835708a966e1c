"""The front door: dates to come, the latest news."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import PageViewRestriction

from home.models import HomePage
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory

TODAY = datetime.date(2026, 11, 25)


def with_dates(home: Any, *days: datetime.date) -> HomePage:
    """Give the home page a public date on each of these days, in this order."""
    home.dates = [("date", {"title": f"On {day}", "day": day, "time": "1.30pm"}) for day in days]
    home.save()
    page: HomePage = HomePage.objects.get()
    return page


def day(number: int) -> datetime.date:
    """Return the day so many days after today."""
    return TODAY + datetime.timedelta(days=number)


def test_dates_that_are_over_are_gone_and_the_others_stand_in_order(home: HomePage) -> None:
    page = with_dates(home, day(9), day(-1), day(0), day(2))
    assert [date.starts for date in page.next_dates(TODAY)] == [day(0), day(2), day(9)]


def test_only_the_first_date_is_soon(home: HomePage) -> None:
    page = with_dates(home, day(9), day(2), day(3))
    assert [date.soon for date in page.next_dates(TODAY)] == [True, False, False]


def test_there_are_four_dates_at_most(home: HomePage) -> None:
    page = with_dates(home, *(day(number) for number in range(10)))
    assert [date.starts for date in page.next_dates(TODAY)] == [day(0), day(1), day(2), day(3)]


def test_without_dates_the_page_says_so(home: HomePage) -> None:
    assert with_dates(home).next_dates(TODAY) == []
    assert "No public dates at the moment" in Client().get("/").content.decode()


def test_a_date_leads_to_the_page_or_address_that_tells_more(home: Any) -> None:
    more = ContentPageFactory.create(parent=home, slug="meeting")
    home.dates = [
        ("date", {"title": "Here", "day": day(1), "page": more.pk}),
        ("date", {"title": "There", "day": day(2), "address": "https://example.org/day"}),
        ("date", {"title": "Nowhere", "day": day(3)}),
    ]
    home.save()
    raise_version()
    dates = HomePage.objects.get().next_dates(TODAY)
    assert [date.href for date in dates] == ["/meeting/", "https://example.org/day", ""]


@pytest.mark.parametrize(("moment", "seen"), [("2026-07-01T22:59:00", True), ("2026-07-01T23:01:00", False)])
def test_a_date_is_over_when_the_day_is_over_in_london(home: HomePage, moment: str, seen: bool) -> None:
    with_dates(home, datetime.date(2026, 7, 1))
    with time_machine.travel(datetime.datetime.fromisoformat(moment).replace(tzinfo=datetime.UTC)):
        assert ("On 2026-07-01" in Client().get("/").content.decode()) is seen


def test_the_four_latest_news_stand_on_the_home_page_newest_first(home: HomePage) -> None:
    index = NewsIndexPageFactory.create(parent=home, slug="news")
    for number in (3, 1, 5, 2, 4):
        NewsPageFactory.create(parent=index, title=f"Item {number}", date=day(number))
    NewsPageFactory.create(parent=index, title="Item draft", date=day(9), live=False)
    private = NewsPageFactory.create(parent=index, title="Item private", date=day(9))
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    raise_version()
    html = Client().get("/").content.decode()
    places = [html.index(f"Item {number}") for number in (5, 4, 3, 2)]
    assert places == sorted(places)
    for missing in ("Item 1", "Item draft", "Item private"):
        assert missing not in html
    assert 'href="/news/"' in html


def test_news_of_the_same_day_stand_in_the_order_in_which_they_were_published(home: HomePage) -> None:
    index = NewsIndexPageFactory.create(parent=home, slug="news")
    for title in ("Item first", "Item second"):
        NewsPageFactory.create(parent=index, title=title, date=TODAY).save_revision().publish()
    raise_version()
    html = Client().get("/news/").content.decode()
    assert html.index("Item second") < html.index("Item first")
