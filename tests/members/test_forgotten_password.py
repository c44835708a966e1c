"""Finding the way back in, without telling anybody who has an account."""

import re

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from home.models import HomePage
from hub.members.models import Person
from tests.factories.people import PASSWORD

FORGOTTEN = "/account/forgotten-password/"
NEW = "three words together"


@pytest.fixture(autouse=True)
def _site(home: HomePage) -> None:
    """Every page stands on a site with a home page."""


def link_in(mail: EmailMessage) -> str:
    """Return the path of the link in a mail."""
    found = re.search(r"https?://[^/\s]+(/account/new-password/\S+)", str(mail.body))
    assert found, mail.body
    return found[1]


def ask(client: Client, email: str) -> tuple[int, str, bytes]:
    """Ask for a new password; return what is seen."""
    answer = client.post(FORGOTTEN, {"email": email}, follow=True)
    return answer.status_code, answer.request["PATH_INFO"], answer.content


@pytest.mark.parametrize("typed", ["priya.nair@example.org", "PRIYA.NAIR@example.org"])
def test_a_link_comes_by_mail(client: Client, priya: Person, mailoutbox: list[EmailMessage], typed: str) -> None:
    ask(client, typed)
    (mail,) = mailoutbox
    assert mail.to == [priya.email]
    assert mail.subject
    assert "\n" not in mail.subject
    assert link_in(mail)


def test_the_page_is_the_same_whether_or_not_the_address_is_known(
    client: Client, priya: Person, mailoutbox: list[EmailMessage]
) -> None:
    known = ask(client, priya.email)
    unknown = ask(Client(), "nobody@example.org")
    assert known == unknown
    assert known[:2] == (200, "/account/forgotten-password/sent/")
    assert not any("/new-password/" in str(mail.body) for mail in mailoutbox if mail.to == ["nobody@example.org"])


def test_the_link_lets_its_owner_choose_a_new_password_once(
    client: Client, priya: Person, mailoutbox: list[EmailMessage]
) -> None:
    ask(client, priya.email)
    link = link_in(mailoutbox[0])
    form = client.get(link, follow=True)
    assert "New password again" in form.content.decode()
    assert link not in form.content.decode(), "the key would travel on in the browser's history"
    done = client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW}, follow=True)
    assert done.request["PATH_INFO"] == "/account/new-password/done/"
    priya.refresh_from_db()
    assert priya.check_password(NEW)
    again = Client().get(link, follow=True)
    assert "New password again" not in again.content.decode()


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("short", "short", "at least 12 characters"),
        ("password12345", "password12345", "too common"),
        ("priya.nair@example", "priya.nair@example", "too similar"),
        (NEW, f"{NEW}s", "same password"),
        ("", "", "Enter a new password"),
    ],
)
def test_a_password_that_others_could_guess_is_refused_with_a_reason(
    client: Client, priya: Person, mailoutbox: list[EmailMessage], first: str, second: str, sentence: str
) -> None:
    ask(client, priya.email)
    form = client.get(link_in(mailoutbox[0]), follow=True)
    answer = client.post(form.request["PATH_INFO"], {"password1": first, "password2": second})
    assert sentence in answer.content.decode()
    priya.refresh_from_db()
    assert priya.check_password(PASSWORD)


def test_a_link_that_was_tampered_with_opens_nothing(
    client: Client, priya: Person, mailoutbox: list[EmailMessage]
) -> None:
    ask(client, priya.email)
    link = link_in(mailoutbox[0])
    answer = client.get(f"{link[:-2]}x/", follow=True)
    assert answer.status_code == 200
    assert "New password again" not in answer.content.decode()


def test_asking_again_and_again_must_wait(client: Client, priya: Person, mailoutbox: list[EmailMessage]) -> None:
    answers = [client.post(FORGOTTEN, {"email": priya.email}) for _ in range(7)]
    assert len(mailoutbox) < 7
    assert answers[-1].status_code == 429


def test_people_cannot_make_their_own_account_and_are_told_how_to_get_one(client: Client) -> None:
    page = client.get("/account/join/")
    assert "Ask the SEND and Inclusion Service" in page.content.decode()
    client.post("/account/join/", {"email": "new@example.org", "password1": NEW})
    assert not Person.objects.exists()
