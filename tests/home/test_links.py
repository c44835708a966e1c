"""Links to other sites are asked politely, never into a private network, and called broken when they are."""

import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st
from pytest_django import Settings
from wagtail.rich_text import RichText

from home.actions.checking import heed_link, ignore_link, keep_findings
from home.checking import ask_some_links, check_every_page, check_link
from home.models import CheckedLink, ContentPage, HomePage, LinkUse, PageCheck
from home.outside_links.asking import MOST_HOPS, Outcome, ask
from home.outside_links.network import IP, NotForEverybodyError, is_for_everybody, look_up
from home.outside_links.rounds import MOST_IN_A_ROUND, ask_link, go_round, is_night
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory
from tests.home.conftest import Commit
from tests.home.other_sites import OtherSite, another_site


def anywhere(address: IP) -> bool:
    """Let a test reach this machine."""
    return True


@pytest.fixture(scope="module")
def serving() -> Iterator[OtherSite]:
    """One site for all tests of this file."""
    with another_site() as site:
        yield site


@pytest.fixture
def other(serving: OtherSite) -> OtherSite:
    """The other site, which has not been asked anything yet."""
    serving.asked.clear()
    return serving


@pytest.mark.parametrize(
    ("path", "works", "says"),
    [
        ("/200", True, "It works."),
        ("/204", True, "It works."),
        ("/to/to/200", True, "It works."),
        ("/no-head/200", True, "It works."),
        ("/404", False, "There is no page at this address (404)."),
        ("/410", False, "The page has been taken away (410)."),
        ("/no-head/404", False, "There is no page at this address (404)."),
        ("/to/404", False, "There is no page at this address (404)."),
        ("/500", False, "The other site is out of order (500)."),
        ("/400", False, "The other site refuses (400)."),
        ("/403", None, "It does not answer programs (403). Look for yourself."),
        ("/429", None, "It does not answer programs (429). Look for yourself."),
        ("/away?ftp://example.org/", False, "It leads on to something that is not a web page."),
    ],
)
def test_what_an_address_answers_is_said_in_words(other: OtherSite, path: str, works: bool | None, says: str) -> None:
    assert ask(other.address + path, may_reach=anywhere) == Outcome(works, says)


def test_the_site_says_who_asks_and_asks_for_little(other: OtherSite) -> None:
    ask(f"{other.address}/200?a=b#part", may_reach=anywhere)
    ((command, path, agent),) = other.asked
    assert (command, path) == ("HEAD", "/200?a=b")
    assert "http://localhost:8000" in agent


def test_it_is_led_on_five_times_and_no_further(other: OtherSite) -> None:
    assert ask(other.address + "/to" * MOST_HOPS + "/200", may_reach=anywhere).works
    assert not ask(other.address + "/to" * (MOST_HOPS + 1) + "/200", may_reach=anywhere).works


def test_a_site_that_does_not_answer_is_not_waited_for(other: OtherSite) -> None:
    outcome = ask(f"{other.address}/slow", may_reach=anywhere, seconds=0.2)
    assert outcome == Outcome(works=False, says="It did not answer within 0 seconds.")


def test_a_site_that_is_not_there_is_said_to_be_not_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        outcome = ask(f"http://127.0.0.1:{taken.getsockname()[1]}/", may_reach=anywhere, seconds=1)
    assert outcome == Outcome(works=False, says="It refuses every connection.")


@pytest.mark.parametrize(
    "address",
    ["https://127.0.0.1:{}/", "http://:80/", "http://[1/", "nonsense", "", "http://a b/", "http://127.0.0.1:99999/"],
)
def test_an_address_that_is_none_is_no_accident(other: OtherSite, address: str) -> None:
    port = other.address.rpartition(":")[2]
    assert ask(address.format(port), may_reach=anywhere, seconds=1).works is False


@trials(deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_written_as_an_address_is_answered_and_never_raises(words: str) -> None:
    assert ask(f"ftp://{words}").works is False


PRIVATE = [
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::1", "::127.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_no_address_inside_a_network_is_for_everybody(address: str) -> None:
    assert not is_for_everybody(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_an_address_of_the_public_network_is(address: str) -> None:
    assert is_for_everybody(ip_address(address))


@trials(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_address_in_its_newer_dress_is_the_same_address(address: IPv4Address) -> None:
    assert is_for_everybody(IPv6Address(f"::ffff:{address}")) == is_for_everybody(address)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f000001", "127.1", "0"])
def test_this_machine_is_refused_under_all_its_names(host: str) -> None:
    with pytest.raises((NotForEverybodyError, socket.gaierror)):
        look_up(host, 80, is_for_everybody)


def test_nothing_is_sent_into_a_private_network(other: OtherSite) -> None:
    outcome = ask(f"{other.address}/200")
    assert outcome.works is False
    assert "private network" in outcome.says
    assert other.asked == []


def test_nothing_is_sent_into_a_private_network_by_way_of_another_site(other: OtherSite) -> None:
    port = other.address.rpartition(":")[2]
    let_through: list[IP] = []

    def only_once(address: IP) -> bool:
        let_through.append(address)
        return len(let_through) == 1

    outcome = ask(f"{other.address}/away?http://localhost:{port}/200", may_reach=only_once)
    assert "private network" in outcome.says
    assert [path for _, path, _ in other.asked] == [f"/away?http://localhost:{port}/200"]


def page_with(home: HomePage, *addresses: str) -> ContentPage:
    """Return a published page that links to these addresses."""
    html = "".join(f'<p><a href="{address}">Guide {n}</a></p>' for n, address in enumerate(addresses))
    page: ContentPage = ContentPageFactory.create(parent=home, body=[("text", RichText(html))])
    return page


@pytest.fixture
def link(home: HomePage, other: OtherSite) -> CheckedLink:
    """A link to a page elsewhere that is gone, on a published page."""
    keep_findings(page=page_with(home, f"{other.address}/404"))
    return CheckedLink.objects.get()


def fail_on(link: CheckedLink, moment: datetime) -> bool:
    """Ask the address at this moment; return whether it is broken then."""
    with time_machine.travel(moment):
        ask_link(link, may_reach=anywhere)
        return CheckedLink.objects.broken().filter(pk=link.pk).exists()


def test_a_link_is_broken_when_it_fails_on_two_days(link: CheckedLink) -> None:
    evening = datetime(2026, 11, 24, 20, tzinfo=timezone.get_current_timezone())
    assert not fail_on(link, evening)
    assert not fail_on(link, evening + timedelta(hours=2))
    assert fail_on(link, evening + timedelta(days=1))
    assert link.first_failed == evening.replace(microsecond=link.first_failed.microsecond if link.first_failed else 0)


def test_a_link_that_works_again_is_broken_no_more(link: CheckedLink, other: OtherSite) -> None:
    now = timezone.now()
    fail_on(link, now)
    assert fail_on(link, now + timedelta(days=1))
    link.address = f"{other.address}/200"
    assert not fail_on(link, now + timedelta(days=2))
    link.address = f"{other.address}/404"
    assert not fail_on(link, now + timedelta(days=3)), "two days in a row, not two in all"


def test_the_links_of_a_page_are_remembered_and_forgotten_with_it(home: HomePage) -> None:
    page = page_with(home, "https://example.org/a", "https://example.org/a#part", "mailto:hub@northmere.example", "/")
    other = page_with(home, "https://example.org/a", f"https://example.org/{'x' * 2000}")
    for one in (page, other, page):
        keep_findings(page=one)
    assert list(CheckedLink.objects.values_list("address", flat=True)) == ["https://example.org/a"]
    assert LinkUse.objects.count() == 2
    page.body = []  # type: ignore[assignment]
    page.save()
    keep_findings(page=page)
    assert LinkUse.objects.get().page_id == other.pk
    other.unpublish()
    keep_findings(page=other)
    assert CheckedLink.objects.count() == 0
    assert not PageCheck.objects.filter(page=other).exists()


def test_a_link_to_a_page_of_ours_that_is_gone_is_broken_at_once(home: HomePage) -> None:
    html = '<p><a linktype="page" id="99999">The panels</a></p>'
    page = ContentPageFactory.create(parent=home, body=[("text", RichText(html))])
    keep_findings(page=page)
    broken = CheckedLink.objects.broken().get()
    assert broken.inside
    assert "deleted" in broken.says
    page.body = []
    page.save()
    check_link.func(broken.pk)
    assert CheckedLink.objects.count() == 0


def test_a_page_is_checked_when_it_is_published_and_all_are_by_night(home: HomePage, commit: Commit) -> None:
    page = page_with(home, "https://example.org/a")
    with commit():
        page.save_revision().publish()
    assert PageCheck.objects.get().page_id == page.pk
    PageCheck.objects.all().delete()
    draft = ContentPageFactory.create(parent=home, live=False)
    PageCheck.objects.create(page=draft, checked=timezone.now())
    check_every_page.func()
    assert set(PageCheck.objects.values_list("page", flat=True)) == {home.pk, page.pk}


def test_a_round_asks_a_few_and_those_first_that_were_not_asked_for_longest(home: HomePage, other: OtherSite) -> None:
    addresses = [f"{other.address}/200?{n}" for n in range(MOST_IN_A_ROUND + 5)]
    keep_findings(page=page_with(home, *addresses))
    assert go_round(may_reach=anywhere, pause=0) == MOST_IN_A_ROUND
    assert go_round(may_reach=anywhere, pause=0) == 5
    assert go_round(may_reach=anywhere, pause=0) == 0
    assert len({path for _, path, _ in other.asked}) == len(addresses)


def test_a_site_that_must_not_ask_asks_nobody(link: CheckedLink, other: OtherSite, settings: Settings) -> None:
    settings.LINK_CHECKS_ENABLED = False
    assert go_round(may_reach=anywhere) == 0
    check_link.func(link.pk)
    assert other.asked == []


@pytest.mark.parametrize(("hour", "asked"), [(3, 1), (6, 1), (7, 0), (12, 0), (18, 0), (19, 1), (23, 1)])
def test_other_sites_are_asked_by_night(link: CheckedLink, hour: int, asked: int) -> None:
    with time_machine.travel(datetime(2026, 7, 1, hour, 30, tzinfo=timezone.get_current_timezone())):
        assert is_night() is bool(asked)
        ask_some_links.func()
    link.refresh_from_db()
    assert bool(link.checked) is bool(asked)
    # And, being on this machine, it was not asked at all.
    assert "private network" in link.says or not asked


def test_a_link_that_is_left_alone_is_in_no_report_and_asked_no_more(link: CheckedLink, tom: Person) -> None:
    assert ignore_link(link=link, because=" It works for people. ", by=tom)
    assert not ignore_link(link=link, because="It works for people.", by=tom)
    assert list(CheckedLink.objects.ignored()) == [link]
    assert go_round(may_reach=anywhere) == 0
    assert heed_link(link=link, by=tom)
    assert not heed_link(link=link, by=tom)
    assert list(CheckedLink.objects.ignored()) == []


def test_leaving_a_link_alone_needs_a_reason(link: CheckedLink, tom: Person) -> None:
    with pytest.raises(ValueError, match="reason"):
        ignore_link(link=link, because="  ", by=tom)
