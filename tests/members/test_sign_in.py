"""Signing in and out."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import HomePage
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory
from tests.factories.people import PASSWORD, PersonFactory

SIGN_IN = "/account/sign-in/"
NOT_CORRECT = "is not right"
# Browsers give up after twenty; nobody should be sent about as often as that.
MOST_STEPS = 4


@pytest.fixture(autouse=True)
def _site(home: HomePage) -> None:
    """Every page stands on a site with a home page."""


def sign_in(browser: Client, email: str, password: str = PASSWORD, **more: str) -> str:
    """Send the form; return where it leads, or nothing if it is shown again."""
    answer = browser.post(SIGN_IN, {"login": email, "password": password, **more})
    return str(answer.get("Location", ""))


def follow(browser: Client, address: str) -> Any:
    """Go where an address leads, as a browser does, and return where it ends."""
    answer = browser.get(address)
    for _ in range(MOST_STEPS):
        if answer.status_code != 302:
            break
        answer = browser.get(answer["Location"])
    return answer


def problem_with(browser: Client, email: str, password: str) -> str:
    """Send the form and return what it says is wrong."""
    answer = browser.post(SIGN_IN, {"login": email, "password": password})
    assert answer.status_code == 200
    (sentence,) = answer.context["form"].non_field_errors()
    assert sentence in answer.content.decode()
    return str(sentence)


@pytest.mark.parametrize("typed", ["priya.nair@example.org", "Priya.Nair@Example.ORG", " priya.nair@example.org "])
def test_people_sign_in_with_their_address_however_they_write_it(client: Client, priya: Person, typed: str) -> None:
    assert sign_in(client, typed) == "/"
    assert "Priya Nair" in client.get("/").content.decode()


def test_who_works_on_pages_lands_among_them(client: Client, tom: Person) -> None:
    assert sign_in(client, tom.email) == "/admin/"


def test_a_wrong_password_and_an_unknown_address_are_answered_with_the_same_sentence(
    client: Client, priya: Person
) -> None:
    wrong = problem_with(client, priya.email, "not the password")
    unknown = problem_with(client, "nobody@example.org", "not the password")
    assert wrong == unknown
    assert NOT_CORRECT in wrong
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("email", "password", "field", "sentence"),
    [
        ("", PASSWORD, "login", "Enter your e-mail address"),
        ("priya", PASSWORD, "login", "Enter an e-mail address like name@example.org"),
        ("priya.nair@example.org", "", "password", "Enter your password"),
    ],
)
def test_what_is_missing_is_said_in_plain_words_beside_the_field(
    client: Client, email: str, password: str, field: str, sentence: str
) -> None:
    answer = client.post(SIGN_IN, {"login": email, "password": password})
    assert answer.context["form"].errors == {field: [sentence]}
    assert answer.content.decode().count(sentence) >= 2


def test_after_too_many_wrong_passwords_even_the_right_one_must_wait(client: Client, priya: Person) -> None:
    for _ in range(10):
        client.post(SIGN_IN, {"login": priya.email, "password": "not the password"})
    assert NOT_CORRECT not in problem_with(client, priya.email, "not the password")
    assert sign_in(client, priya.email) == ""
    with time_machine.travel(timezone.now().timestamp() + 6 * 60):
        assert sign_in(client, priya.email) == "/"


def test_somebody_elses_wrong_passwords_keep_nobody_out(client: Client, priya: Person, tom: Person) -> None:
    for number in range(6):
        client.post(SIGN_IN, {"login": tom.email, "password": f"wrong {number}"}, REMOTE_ADDR="192.0.2.7")
    assert sign_in(client, priya.email) == "/"


def test_many_addresses_tried_from_one_place_must_wait_too(client: Client, priya: Person) -> None:
    for number in range(10):
        client.post(SIGN_IN, {"login": f"person{number}@example.org", "password": "a guess"})
    assert sign_in(client, priya.email) == ""


def test_an_account_that_was_closed_lets_nobody_in(client: Client) -> None:
    closed = PersonFactory.create(is_active=False)
    sign_in(client, closed.email)
    assert "_auth_user_id" not in client.session


def test_the_session_ends_with_the_browser_and_has_a_new_key_after_signing_in(client: Client, priya: Person) -> None:
    client.cookies["session"] = "k" * 32
    answer = client.post(SIGN_IN, {"login": priya.email, "password": PASSWORD})
    cookie = answer.cookies["session"]
    assert cookie.value != "k" * 32
    assert cookie["max-age"] == cookie["expires"] == ""
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_signing_out_needs_a_form_so_that_no_picture_or_link_can_do_it(
    signed_in: Callable[[Person], Client], priya: Person
) -> None:
    browser = signed_in(priya)
    assert browser.get("/account/sign-out/").status_code == 200
    assert "_auth_user_id" in browser.session
    assert browser.post("/account/sign-out/")["Location"] == "/"
    assert "_auth_user_id" not in browser.session
    assert "Sign in" in browser.get("/").content.decode()


class TestTheWayBack:
    """Where people go on after signing in."""

    def test_who_was_sent_to_sign_in_is_brought_back(self, client: Client, tom: Person) -> None:
        asked = client.get("/admin/pages/", follow=True)
        assert asked.request["PATH_INFO"] == SIGN_IN
        assert asked.context["redirect_field_value"] == "/admin/pages/"
        assert sign_in(client, tom.email, next="/admin/pages/") == "/admin/pages/"

    @pytest.mark.parametrize("before", ["/admin/login/", "/_util/login/"])
    def test_there_is_one_way_to_sign_in_and_all_others_lead_to_it(self, client: Client, before: str) -> None:
        assert client.get(f"{before}?next=/admin/pages/")["Location"] == f"{SIGN_IN}?next=/admin/pages/"
        assert client.post(before, {"username": "a", "password": "b"}).status_code == 302

    @pytest.mark.parametrize("next_", ["https://example.org/", "//example.org", "javascript:alert(1)"])
    def test_nobody_is_led_away_from_the_site(self, client: Client, priya: Person, next_: str) -> None:
        assert sign_in(client, priya.email, next=next_) == "/"

    def test_who_is_signed_in_already_goes_straight_on(
        self, signed_in: Callable[[Person], Client], tom: Person
    ) -> None:
        answer = signed_in(tom).get(f"{SIGN_IN}?next=/admin/pages/", follow=True)
        assert answer.status_code == 200
        assert answer.request["PATH_INFO"].startswith("/admin/pages/")


class TestWhoMayNotGoOn:
    """A sentence, and no going round in circles."""

    @pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/settings/home/sitesettings/"])
    def test_a_member_without_part_in_publishing_is_told_so(
        self, signed_in: Callable[[Person], Client], priya: Person, address: str
    ) -> None:
        answer = follow(signed_in(priya), address)
        assert answer.status_code == 403
        assert "Your account does not let you open this page." in answer.content.decode()

    def test_so_is_who_signs_in_to_go_there(self, client: Client, priya: Person) -> None:
        assert sign_in(client, priya.email, next="/admin/") == "/admin/"
        assert follow(client, "/admin/").status_code == 403

    def test_so_is_who_is_not_in_the_group_that_a_page_is_for(
        self, signed_in: Callable[[Person], Client], home: HomePage, priya: Person, helen: Person
    ) -> None:
        page = ContentPageFactory.create(parent=home, slug="for-publishers")
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
        restriction.groups.set(helen.groups.all())
        assert signed_in(helen).get("/for-publishers/").status_code == 200
        assert follow(signed_in(priya), "/for-publishers/").status_code == 403

    def test_later_the_way_to_sign_in_leads_on_again(self, signed_in: Callable[[Person], Client], tom: Person) -> None:
        browser = signed_in(tom)
        assert browser.get(f"{SIGN_IN}?next=/")["Location"] == "/"
        with time_machine.travel(timezone.now().timestamp() + 11):
            assert browser.get(f"{SIGN_IN}?next=/")["Location"] == "/"

    def test_an_editor_is_told_what_only_publishers_may_do(
        self, signed_in: Callable[[Person], Client], tom: Person
    ) -> None:
        answer = signed_in(tom).get("/admin/users/", follow=True)
        assert answer.status_code == 200
        assert answer.request["PATH_INFO"] == "/admin/"
        assert "do not have permission" in " ".join(str(message) for message in get_messages(answer.wsgi_request))
