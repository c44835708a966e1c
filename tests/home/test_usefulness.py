"""Readers say whether a page was useful: easily, once, and without being known."""

import re
import uuid
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageLogEntry, PageViewRestriction

from home import page_answers
from home.actions.page_answers import delete_remark
from home.chores import forget_answers_about_pages
from home.forms import RemarkForm
from home.models import ContentPage, HomePage, PageAnswer
from hub.members.models import Person
from hub.serving.freshness import version
from hub.serving.origin import came_from_here
from hub.serving.throttle import Throttle, code_of
from hub.worker import chores
from tests.factories.answers import PageAnswerFactory
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.look.markup import read

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
BY_SCRIPT = FROM_HERE | {"X-Requested-With": "fetch"}
QUESTION = "Was this page useful?"
TODAY = date(2026, 11, 24)


@pytest.fixture
def page(home: HomePage) -> ContentPage:
    """A page that guests can read."""
    page: ContentPage = ContentPageFactory.create(parent=home, title="Top-up funding", slug="top-up")
    return page


def press(
    page: ContentPage,
    answer: str,
    client: Client | None = None,
    *,
    address: str = "192.0.2.1",
    browser: str = "A browser",
) -> str:
    """Press Yes or No without script; return the address one is led to."""
    reply = (client or Client()).post(
        f"/useful/{page.pk}/",
        {"answer": answer},
        headers=FROM_HERE | {"User-Agent": browser},
        REMOTE_ADDR=address,
    )
    assert reply.status_code == 302
    return str(reply["Location"])


def receipt_in(address: str) -> str:
    return parse_qs(urlsplit(address).query)["receipt"][0]


class TestAsking:
    """Where the question stands, and that asking costs nothing."""

    def test_every_page_but_the_home_page_asks_at_its_foot(self, home: HomePage, page: ContentPage) -> None:
        news = NewsIndexPageFactory.create(parent=home, slug="news")
        NewsPageFactory.create(parent=news, slug="item")
        asked = {
            place: QUESTION in Client().get(place).content.decode()
            for place in ("/", "/top-up/", "/news/", "/news/item/")
        }
        assert asked == {"/": False, "/top-up/": True, "/news/": True, "/news/item/": True}

    def test_the_page_that_asks_is_kept_for_all_guests_and_sets_no_cookie(self, page: ContentPage) -> None:
        first = Client().get("/top-up/")
        assert not first.cookies
        assert "csrf" not in first.content.decode()
        assert Client().get("/top-up/")["ETag"] == first["ETag"]

    def test_the_buttons_are_a_named_group_and_need_no_script(self, page: ContentPage) -> None:
        group = read(Client().get("/top-up/").content.decode()).one(class_="useful")
        assert group.attributes["role"] == "group"
        assert group.one(id=str(group.attributes["aria-labelledby"])).text == QUESTION
        form = group.one("form")
        assert form.attributes["method"] == "post"
        assert form.attributes["action"] == f"/useful/{page.pk}/"
        assert [button.text for button in form.all("button")] == ["Yes", "No"]

    def test_opening_an_address_never_answers(self, page: ContentPage) -> None:
        for place in (f"/useful/{page.pk}/?answer=no", f"/useful/{page.pk}/remark/", f"/useful/{page.pk}/thank-you/"):
            Client().get(place, headers=FROM_HERE)
        assert not PageAnswer.objects.exists()

    def test_the_pages_behind_the_buttons_are_found_by_no_search_engine(self, page: ContentPage) -> None:
        for place in (f"/useful/{page.pk}/", f"/useful/{page.pk}/thank-you/"):
            assert 'name="robots" content="noindex"' in Client().get(place).content.decode()


class TestAnswering:
    """A press is counted once, and nothing of the person is."""

    def test_yes_is_counted_and_thanked_for(self, page: ContentPage) -> None:
        thanks = Client().get(press(page, "yes")).content.decode()
        assert "Thank you. Your answer is counted." in thanks
        assert "<textarea" not in thanks
        assert list(PageAnswer.objects.values_list("useful", "remark")) == [(True, "")]

    def test_what_is_kept_is_the_page_yes_or_no_a_remark_and_the_day(self, page: ContentPage) -> None:
        kept = {field.name for field in PageAnswer._meta.get_fields()}
        assert kept == {"id", "page", "useful", "remark", "day", "sitting"}
        press(page, "no")
        assert PageAnswer.objects.get().day == timezone.localdate()

    def test_nobody_is_given_a_cookie_for_answering(self, page: ContentPage) -> None:
        browser = Client()
        browser.get(press(page, "no", browser))
        assert not browser.cookies

    def test_no_leads_to_a_remark_that_asks_for_no_names(self, page: ContentPage) -> None:
        form = read(Client().get(press(page, "no")).content.decode()).one("form", method="post", novalidate="")
        field = form.one("textarea")
        assert form.one("label", for_=field.attributes["id"]).text == "What were you looking for?"
        hint = form.one(id=str(field.attributes["aria-describedby"]))
        assert "Do not write anything about a person, a child or a school by name." in hint.text

    def test_a_remark_is_kept_with_its_answer(self, page: ContentPage) -> None:
        receipt = receipt_in(press(page, "no"))
        reply = Client().post(f"/useful/{page.pk}/remark/", {"receipt": receipt, "remark": "  The form \r\n itself. "})
        assert reply["Location"] == f"/useful/{page.pk}/thank-you/"
        assert PageAnswer.objects.get().remark == "The form \n itself."
        assert "We read every remark" in Client().get(reply["Location"]).content.decode()

    def test_an_empty_remark_is_thanked_for_and_changes_nothing(self, page: ContentPage) -> None:
        receipt = receipt_in(press(page, "no"))
        assert Client().post(f"/useful/{page.pk}/remark/", {"receipt": receipt, "remark": " "}).status_code == 302
        assert PageAnswer.objects.get().remark == ""

    def test_mailboxes_and_numbers_in_a_remark_are_masked_before_it_is_kept(self, page: ContentPage) -> None:
        receipt = receipt_in(press(page, "no"))
        remark = "Ring me on 01632 960 142 or write to priya.nair@example.org"
        Client().post(f"/useful/{page.pk}/remark/", {"receipt": receipt, "remark": remark})
        assert PageAnswer.objects.get().remark == "Ring me on [number] or write to [address]"

    def test_a_remark_that_is_too_long_says_by_how_much_and_loses_nothing(self, page: ContentPage) -> None:
        receipt = receipt_in(press(page, "no"))
        reply = Client().post(f"/useful/{page.pk}/remark/", {"receipt": receipt, "remark": "x" * 501})
        shown = read(reply.content.decode())
        assert reply.status_code == 200
        assert "Take out 1 character." in shown.one(class_="govuk-error-message").text
        assert shown.one("textarea").text.strip() == "x" * 501
        assert PageAnswer.objects.get().remark == ""

    @given(lines=st.lists(st.text(alphabet="ab é", max_size=40), max_size=16))
    def test_what_fits_is_judged_as_people_count(self, lines: list[str]) -> None:
        typed = "x" + "\r\n".join(lines) + "x"
        assert RemarkForm({"remark": typed}).is_valid() == (len(typed.replace("\r\n", "\n")) <= 500)

    def test_a_program_that_fills_in_every_field_is_thanked_and_ignored(self, page: ContentPage) -> None:
        receipt = receipt_in(press(page, "no"))
        sent = {"receipt": receipt, "remark": "Buy now", "website": "http://shop.example"}
        assert Client().post(f"/useful/{page.pk}/remark/", sent).status_code == 302
        assert PageAnswer.objects.get().remark == ""

    def test_a_double_press_counts_once_with_and_without_script(self, page: ContentPage) -> None:
        for _ in range(2):
            press(page, "no")
        for _ in range(2):
            Client().post(f"/useful/{page.pk}/", {"answer": "yes", "sitting": uuid.UUID(int=7).hex}, headers=BY_SCRIPT)
        assert sorted(PageAnswer.objects.values_list("useful", flat=True)) == [False, True]

    def test_a_change_of_mind_takes_the_place_of_the_first_answer(self, page: ContentPage) -> None:
        press(page, "no")
        press(page, "yes")
        assert PageAnswer.objects.get().useful

    def test_another_browser_at_the_same_school_counts_for_itself(self, page: ContentPage) -> None:
        press(page, "no")
        press(page, "no", browser="Another")
        with time_machine.travel(timezone.now() + timedelta(minutes=2)):
            press(page, "no")
        assert PageAnswer.objects.count() == 3

    def test_with_script_only_the_part_comes_back_and_nothing_is_left_in_the_address(self, page: ContentPage) -> None:
        reply = Client().post(f"/useful/{page.pk}/", {"answer": "no"}, headers=BY_SCRIPT)
        part = reply.content.decode()
        assert reply.status_code == 200
        assert "<html" not in part
        assert "Thank you. Your answer is counted." in part
        receipt = read(part).one("input", name="receipt").attributes["value"]
        sent = {"receipt": str(receipt), "remark": "The form"}
        thanks = Client().post(f"/useful/{page.pk}/remark/", sent, headers=BY_SCRIPT).content.decode()
        assert "We read every remark" in thanks
        assert PageAnswer.objects.get().remark == "The form"

    def test_an_answer_leaves_the_kept_pages_as_they_are(self, page: ContentPage) -> None:
        before = version()
        press(page, "yes")
        assert version() == before

    def test_an_answer_costs_few_queries(
        self, page: ContentPage, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        Client().get("/top-up/")
        with django_assert_max_num_queries(12):
            press(page, "yes")


class TestWhoMayAnswer:
    """People who can read the page, from a page of this site."""

    @pytest.mark.parametrize("elsewhere", ["cross-site", "same-site"])
    def test_a_press_on_another_site_is_refused(self, page: ContentPage, elsewhere: str) -> None:
        reply = Client().post(f"/useful/{page.pk}/", {"answer": "no"}, HTTP_SEC_FETCH_SITE=elsewhere)
        assert reply.status_code == 403
        assert not PageAnswer.objects.exists()

    def test_a_press_that_no_page_led_to_is_asked_for_once_more(self, page: ContentPage) -> None:
        reply = Client().post(f"/useful/{page.pk}/", {"answer": "no"}, HTTP_SEC_FETCH_SITE="none")
        assert "csrfmiddlewaretoken" in reply.content.decode()
        assert not PageAnswer.objects.exists()

    @pytest.mark.parametrize(
        ("origin", "believed"),
        [
            ("http://testserver", True),
            ("http://elsewhere.example", False),
            ("https://testserver", False),
            ("null", False),
        ],
    )
    def test_browsers_that_only_tell_the_origin_are_judged_by_it(
        self, page: ContentPage, origin: str, believed: bool
    ) -> None:
        reply = Client().post(f"/useful/{page.pk}/", {"answer": "no"}, HTTP_ORIGIN=origin)
        assert reply.status_code == (302 if believed else 403)
        assert PageAnswer.objects.exists() is believed

    def test_a_browser_that_says_nothing_answers_with_one_press_more(self, page: ContentPage) -> None:
        browser = Client(enforce_csrf_checks=True)
        between = read(browser.post(f"/useful/{page.pk}/", {"answer": "no"}).content.decode())
        assert not PageAnswer.objects.exists()
        form = between.one("form", method="post", class_="row")
        sent = {str(field.attributes["name"]): str(field.attributes["value"]) for field in form.all("input")}
        assert browser.post(f"/useful/{page.pk}/", sent | {"csrfmiddlewaretoken": "wrong"}).status_code == 403
        assert browser.post(f"/useful/{page.pk}/", sent).status_code == 302
        assert PageAnswer.objects.get().useful is False

    def test_a_private_page_answers_only_to_those_who_may_read_it(self, page: ContentPage, priya: Person) -> None:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        member = Client()
        member.force_login(priya)
        for place in ("", "thank-you/"):
            assert Client().get(f"/useful/{page.pk}/{place}").status_code == 404
            assert member.get(f"/useful/{page.pk}/{place}").status_code == 200
        assert Client().post(f"/useful/{page.pk}/", {"answer": "no"}, headers=FROM_HERE).status_code == 404
        press(page, "yes", member)
        assert PageAnswer.objects.count() == 1

    def test_drafts_the_home_page_and_pages_that_are_not_there_answer_not_found(
        self, home: HomePage, page: ContentPage
    ) -> None:
        page.live = False
        page.save()
        for key in (page.pk, home.pk, home.get_parent().pk, 4_000_000):
            assert Client().post(f"/useful/{key}/", {"answer": "no"}, headers=FROM_HERE).status_code == 404

    @pytest.mark.parametrize("nonsense", ["", "maybe", "YES"])
    def test_what_is_neither_yes_nor_no_asks_again(self, page: ContentPage, nonsense: str) -> None:
        reply = Client().post(f"/useful/{page.pk}/", {"answer": nonsense}, headers=FROM_HERE)
        assert QUESTION in reply.content.decode()
        assert not PageAnswer.objects.exists()

    def test_a_remark_needs_the_receipt_of_an_answer_to_this_page_of_late(
        self, home: HomePage, page: ContentPage
    ) -> None:
        other = ContentPageFactory.create(parent=home)
        receipt = receipt_in(press(page, "no"))
        tries = [(page, "made:up"), (page, ""), (other, receipt)]
        for asked, shown in tries:
            reply = Client().post(f"/useful/{asked.pk}/remark/", {"receipt": shown, "remark": "x"})
            assert reply["Location"] == f"/useful/{asked.pk}/"
        with time_machine.travel(timezone.now() + timedelta(hours=3)):
            Client().post(f"/useful/{page.pk}/remark/", {"receipt": receipt, "remark": "x"})
        assert PageAnswer.objects.get().remark == ""

    def test_one_address_answers_so_often_and_then_waits(
        self, page: ContentPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(page_answers, "_ANSWERS", Throttle("page-answers", 2, timedelta(minutes=10)))

        def answer(address: str = "192.0.2.1") -> int:
            sent = {"answer": "no", "sitting": uuid.uuid4().hex}
            return Client().post(f"/useful/{page.pk}/", sent, REMOTE_ADDR=address, headers=FROM_HERE).status_code

        with time_machine.travel("2026-11-24T10:00:00Z", tick=False):
            assert [answer() for _ in range(3)] == [302, 302, 429]
            assert answer("192.0.2.2") == 302
        with time_machine.travel("2026-11-24T10:11:00Z", tick=False):
            assert answer() == 302
        assert PageAnswer.objects.count() == 4

    def test_remarks_wait_as_well(self, page: ContentPage, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(page_answers, "_REMARKS", Throttle("page-remarks", 1, timedelta(minutes=10)))
        sent = {"receipt": receipt_in(press(page, "no")), "remark": "First"}
        with time_machine.travel(timezone.now(), tick=False):
            assert Client().post(f"/useful/{page.pk}/remark/", sent).status_code == 302
            refused = Client().post(f"/useful/{page.pk}/remark/", sent | {"remark": "Second"})
        assert refused.status_code == 429
        assert "Wait ten minutes" in refused.content.decode()
        assert PageAnswer.objects.get().remark == "First"

    def test_what_counts_the_answers_holds_no_address(self, page: ContentPage) -> None:
        press(page, "no", address="192.0.2.77")
        kept = repr(cache._cache) + repr(list(PageAnswer.objects.values()))  # type: ignore[attr-defined]
        assert "192.0.2.77" not in kept
        assert "throttle:page-answers:" in kept


def test_an_office_with_many_new_addresses_is_one_address() -> None:
    def code(address: str) -> str:
        return code_of(RequestFactory().get("/", REMOTE_ADDR=address))

    assert code("2001:db8:1:2::1") == code("2001:db8:1:2:ffff::9")
    assert code("2001:db8:1:2::1") != code("2001:db8:1:3::1")
    assert code("192.0.2.1") != code("192.0.2.2")


def test_the_browser_s_own_word_goes_before_the_origin() -> None:
    asked = RequestFactory().post("/", HTTP_SEC_FETCH_SITE="cross-site", HTTP_ORIGIN="http://testserver")
    assert came_from_here(asked) is False


class TestForgetting:
    """What is old goes, and what is about somebody goes at once."""

    def test_answers_are_forgotten_after_two_years(self, page: ContentPage) -> None:
        with time_machine.travel(TODAY):
            PageAnswerFactory.create(page=page, day=TODAY - timedelta(days=731))
            kept = PageAnswerFactory.create(page=page, day=TODAY - timedelta(days=730))
            forget_answers_about_pages.call()
        assert list(PageAnswer.objects.all()) == [kept]
        assert forget_answers_about_pages.module_path in chores._list

    def test_a_deleted_remark_leaves_its_answer_and_a_line_without_its_words(
        self, page: ContentPage, helen: Person
    ) -> None:
        answer = PageAnswerFactory.create(page=page, remark="Where Amy sits")
        for _ in range(2):
            delete_remark(answer=answer, by=helen)
        assert list(PageAnswer.objects.values_list("remark", "useful")) == [("", False)]
        line = PageLogEntry.objects.get(action="home.remark_deleted")
        assert line.user == helen
        assert not re.search("Amy", repr(line.data))
        assert line.message == "A reader's remark of 1 November 2026 deleted"

    def test_answers_go_with_their_page(self, page: ContentPage) -> None:
        PageAnswerFactory.create(page=page)
        page.delete()
        assert not PageAnswer.objects.exists()
