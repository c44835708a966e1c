"""Anybody can write to the council: nothing typed is lost, nothing is sent twice, machines stay out."""

import html
import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import PageViewRestriction

from home.contact.form import messages_for
from home.models import ContactField, ContactMessage, ContactPage, HomePage
from home.tasks import WAITS, delete_old_messages, deliver
from hub.members.models import Person
from hub.serving.freshness import raise_version
from tests.factories.pages import ContactPageFactory

ADDRESS = "/contact-us/"
SENT = "/contact-us/sent/"
FIELDS = [
    {"label": "Your name", "field_type": "name"},
    {"label": "Your e-mail address", "field_type": "email"},
    {"label": "What it is about", "field_type": "radio", "choices": "A page\nA meeting"},
    {"label": "Days that suit", "field_type": "checkboxes", "choices": "Monday, Friday", "required": False},
    {"label": "By when", "field_type": "date", "required": False},
    {"label": "Your message", "field_type": "multiline"},
]
ANSWERS = {
    "your_name": "Sian Tull",
    "your_e_mail_address": "sian.tull@example.org",
    "what_it_is_about": "A page",
    "your_message": "The panel dates are last year's.",
}


@pytest.fixture
def page(home: HomePage) -> ContactPage:
    """A page with a form."""
    page: ContactPage = ContactPageFactory.create(parent=home, fields=FIELDS)
    raise_version()
    return page


def opened(client: Client, address: str = ADDRESS) -> dict[str, str]:
    """Open the form and return the fields it comes with that people do not see."""
    found = re.search(r'name="form-stamp" value="([^"]+)"', client.get(address).content.decode())
    assert found
    return {"form-stamp": html.unescape(found[1]), "form-more": ""}


def some_time_later(seconds: float = 30) -> time_machine.travel:
    """Return the time in which somebody has written."""
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds))


def write(client: Client, answers: dict[str, str] | None = None, **headers: str) -> tuple[int, str]:
    """Open the form, write for a while and send it; return the answer's status, and where it leads or what it says."""
    hidden = opened(client)
    with some_time_later():
        answer = client.post(ADDRESS, hidden | (ANSWERS if answers is None else answers), headers=headers)
    return answer.status_code, answer.headers.get("Location") or html.unescape(answer.content.decode())


def do_what_is_due() -> None:
    """Do what the worker would."""
    for row in DBTaskResult.objects.filter(task_path="home.tasks.deliver", status="READY"):
        DBTaskResult.objects.filter(pk=row.pk).update(status="SUCCESSFUL")
        deliver.call(*row.args_kwargs["args"])


def test_a_message_reaches_the_mailboxes_and_a_copy_is_kept(page: ContactPage, client: Client) -> None:
    assert write(client) == (302, SENT)
    message = ContactMessage.objects.get()
    assert message.form_data["your_message"] == ANSWERS["your_message"]
    assert message.mailed_at is None
    do_what_is_due()
    letter = mail.outbox[0]
    assert letter.to == ["hub@northmere.example"]
    assert letter.subject == "Contact us: a message from the website"
    assert letter.reply_to == ["sian.tull@example.org"]
    assert "The panel dates are last year's." in str(letter.body)
    message.refresh_from_db()
    assert message.mailed_at


def test_what_happens_next_has_an_address_of_its_own(page: ContactPage, client: Client) -> None:
    page.next_steps = "<p>Somebody answers within two school days.</p>"
    page.save()
    words = client.get(SENT).content.decode()
    assert "Your message has been sent" in words
    assert "Somebody answers within two school days." in words
    assert "keep a copy for 90 days" in words


def test_a_second_press_sends_nothing_more(page: ContactPage, client: Client) -> None:
    hidden = opened(client)
    with some_time_later():
        first = client.post(ADDRESS, hidden | ANSWERS)
        second = client.post(ADDRESS, hidden | ANSWERS)
    assert first["Location"] == second["Location"] == SENT
    assert ContactMessage.objects.count() == 1
    do_what_is_due()
    assert len(mail.outbox) == 1


def test_going_back_and_writing_something_else_is_another_message(page: ContactPage, client: Client) -> None:
    hidden = opened(client)
    with some_time_later():
        client.post(ADDRESS, hidden | ANSWERS)
        client.post(ADDRESS, hidden | ANSWERS | {"your_message": "And the room is wrong."})
    assert ContactMessage.objects.count() == 2


def test_two_people_may_write_the_same(page: ContactPage) -> None:
    write(Client())
    write(Client())
    assert ContactMessage.objects.count() == 2


def test_an_empty_form_says_what_is_missing_in_plain_words(page: ContactPage, client: Client) -> None:
    status, words = write(client, {})
    assert status == 200
    assert "<title>Error: Contact us" in words
    for sentence in ("Enter your name", "Enter your e-mail address", "Choose what it is about", "Enter your message"):
        # In the summary and beside the field.
        assert words.count(sentence) == 2, sentence
    assert 'href="#id_your_name"' in words
    assert ContactMessage.objects.count() == 0


def test_what_was_typed_stays_when_something_is_wrong(page: ContactPage, client: Client) -> None:
    typed = ANSWERS | {"your_e_mail_address": "sian at example", "days_that_suit": "Friday"}
    status, words = write(client, typed)
    assert status == 200
    assert "Enter an e-mail address like name@example.org" in words
    assert 'value="sian at example"' in words
    assert "The panel dates are last year's." in words
    assert len(re.findall(r"<input[^>]* checked", words)) == 2


@pytest.mark.parametrize(
    ("label", "kind", "own", "said"),
    [
        ("Your name", "name", "", "Enter your name"),
        ("What it is about", "radio", "", "Choose what it is about"),
        ("What is it about?", "radio", "", "Answer the question \u2018What is it about?\u2019"),
        ("I have read the rules", "checkbox", "", "Tick the box \u2018I have read the rules\u2019"),
        ("EHCP number", "singleline", "", "Enter EHCP number"),
        ("Your name", "name", "Say who you are", "Say who you are"),
    ],
)
def test_an_empty_field_is_named_in_a_sentence(label: str, kind: str, own: str, said: str) -> None:
    assert messages_for(label, kind, own)["required"] == said


def test_who_fills_in_the_trap_is_asked_once_more_and_a_person_loses_nothing(page: ContactPage, client: Client) -> None:
    hidden = opened(client)
    with some_time_later():
        answer = client.post(ADDRESS, hidden | ANSWERS | {"form-more": "https://pills.example"})
        assert answer.status_code == 200
        words = html.unescape(answer.content.decode())
        assert "press the button again" in words
        assert "pills" not in words
        assert ANSWERS["your_message"] in words
        assert ContactMessage.objects.count() == 0
        assert client.post(ADDRESS, hidden | ANSWERS).status_code == 302


def test_who_is_quicker_than_anybody_can_write_is_asked_once_more(page: ContactPage, client: Client) -> None:
    hidden = opened(client)
    answer = client.post(ADDRESS, hidden | ANSWERS)
    assert "press the button again" in answer.content.decode()
    assert ContactMessage.objects.count() == 0
    with some_time_later(5):
        assert client.post(ADDRESS, hidden | ANSWERS).status_code == 302


@pytest.mark.parametrize("stamp", ["", "made-up", "a:b:c"])
def test_a_form_that_is_not_ours_is_given_back_with_all_that_was_typed(
    page: ContactPage, client: Client, stamp: str
) -> None:
    answer = client.post(ADDRESS, ANSWERS | {"form-stamp": stamp})
    assert answer.status_code == 200
    assert ANSWERS["your_message"] in html.unescape(answer.content.decode())
    assert ContactMessage.objects.count() == 0


def test_a_form_that_was_open_for_a_month_still_works_without_cookies(page: ContactPage) -> None:
    browser = Client(enforce_csrf_checks=True)
    hidden = opened(browser)
    assert not browser.cookies
    with some_time_later(30 * 24 * 3600):
        assert browser.post(ADDRESS, hidden | ANSWERS).status_code == 302


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "null"}, False),
        ({"Referer": "https://elsewhere.example/a"}, False),
    ],
)
def test_another_site_cannot_write_through_a_visitors_browser(
    page: ContactPage, client: Client, headers: dict[str, str], taken: bool
) -> None:
    status, _ = write(client, None, **headers)
    assert (status == 302) is taken
    assert ContactMessage.objects.exists() is taken


def test_other_pages_still_ask_for_a_token(page: ContactPage, home: HomePage) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert browser.post("/").status_code == 403
    assert browser.post("/no/such/page/").status_code == 403


def test_after_five_messages_in_an_hour_one_has_to_wait_and_keeps_what_was_typed(
    page: ContactPage, client: Client
) -> None:
    for _ in range(5):
        assert write(client) == (302, SENT)
    status, words = write(client)
    assert status == 429
    assert "Wait an hour" in words
    assert ANSWERS["your_message"] in words
    assert ContactMessage.objects.count() == 5
    hidden = opened(client)
    with some_time_later(3700):
        assert client.post(ADDRESS, hidden | ANSWERS).status_code == 302


def test_guests_are_never_given_one_anothers_form(page: ContactPage) -> None:
    assert opened(Client()) != opened(Client())


class _DeadServer(EmailBackend):
    """A mail server that is away."""

    def send_messages(self, messages: object) -> int:
        raise ConnectionRefusedError("nobody there")


def test_a_mail_server_that_is_away_loses_nothing(page: ContactPage, client: Client, settings: Settings) -> None:
    write(client)
    settings.EMAIL_BACKEND = f"{__name__}._DeadServer"
    for _ in range(len(WAITS) + 3):
        do_what_is_due()
    tries = DBTaskResult.objects.filter(task_path="home.tasks.deliver")
    assert tries.count() == 1 + len(WAITS)
    assert ContactMessage.objects.get().mailed_at is None


def test_a_mail_server_that_comes_back_is_given_the_message(
    page: ContactPage, client: Client, settings: Settings
) -> None:
    write(client)
    before = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}._DeadServer"
    do_what_is_due()
    settings.EMAIL_BACKEND = before
    again = DBTaskResult.objects.get(task_path="home.tasks.deliver", status="READY")
    assert again.run_after > timezone.now()
    do_what_is_due()
    do_what_is_due()
    assert len(mail.outbox) == 1


def test_a_message_that_was_deleted_meanwhile_is_not_sent(page: ContactPage, client: Client) -> None:
    write(client)
    ContactMessage.objects.all().delete()
    do_what_is_due()
    assert mail.outbox == []


def test_nothing_that_was_written_stands_in_the_head_of_the_letter(page: ContactPage, client: Client) -> None:
    page.title = "Contact\nus"
    page.save()
    write(client, ANSWERS | {"your_name": "A\r\nBcc: everybody@example.org", "your_message": "\nBcc: x@example.org"})
    status, _ = write(client, ANSWERS | {"your_e_mail_address": "a@example.org\nBcc: b@example.org"})
    assert status == 200
    do_what_is_due()
    (letter,) = mail.outbox
    head = letter.message().as_string().partition("\n\n")[0]
    assert "Bcc" not in head
    assert letter.recipients() == ["hub@northmere.example"]


def test_copies_are_deleted_when_the_page_says(page: ContactPage, client: Client) -> None:
    page.keep_days = 7
    page.save()
    write(client)
    with some_time_later(6 * 24 * 3600):
        delete_old_messages.call()
        assert ContactMessage.objects.count() == 1
    with some_time_later(7 * 24 * 3600 + 60):
        delete_old_messages.call()
        assert ContactMessage.objects.count() == 0


@pytest.mark.parametrize(("days", "right"), [(6, False), (7, True), (365, True), (366, False)])
def test_copies_are_kept_between_a_week_and_a_year(page: ContactPage, days: int, right: bool) -> None:
    page.keep_days = days
    if right:
        page.full_clean()
        return
    with pytest.raises(ValidationError, match="keep_days"):
        page.full_clean()


@pytest.mark.parametrize(("mailboxes", "right"), [("a@b.example\nc@d.example", True), ("a@b.example, team", False)])
def test_mailboxes_are_addresses(page: ContactPage, mailboxes: str, right: bool) -> None:
    page.mailboxes = mailboxes
    if right:
        page.full_clean()
        assert page.addresses == ["a@b.example", "c@d.example"]
        return
    with pytest.raises(ValidationError, match="'team' is not an e-mail address"):
        page.full_clean()


def test_a_choice_needs_something_to_choose_from() -> None:
    with pytest.raises(ValidationError, match="what people can choose"):
        ContactField(label="Which", field_type="radio").clean()


def test_a_form_for_problems_knows_which_page_one_comes_from(home: HomePage, client: Client) -> None:
    ContactPageFactory.create(parent=home, slug="report", kind=ContactPage.Kind.PROBLEM)
    raise_version()
    there = client.get("/report/", headers={"Referer": "http://testserver/news/item/?q=secret"}).content.decode()
    assert 'value="/news/item/"' in there
    assert "secret" not in there
    assert "elsewhere" not in client.get("/report/", headers={"Referer": "http://elsewhere.example/"}).content.decode()
    hidden = opened(client, "/report/")
    with some_time_later():
        client.post("/report/", hidden | {"where_it_was": "/news/", "your_message": "Gone"})
    do_what_is_due()
    assert "Address of the page\n/news/" in str(mail.outbox[0].body)


@pytest.mark.parametrize(("mode", "words"), [("form", "Your name"), ("landing", "Your message has been sent")])
def test_editors_look_at_the_form_and_at_the_thanks_before_they_publish(
    page: ContactPage, mode: str, words: str
) -> None:
    answer = page.make_preview_request(preview_mode=mode)
    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_a_form_that_is_for_some_only_takes_nothing_from_others(page: ContactPage, client: Client) -> None:
    hidden = opened(client)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    raise_version()
    with some_time_later():
        answer = client.post(ADDRESS, hidden | ANSWERS)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/sign-in/")
    assert ContactMessage.objects.count() == 0


def test_those_who_are_signed_in_see_and_send_a_form_that_is_for_them(page: ContactPage, priya: Person) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    raise_version()
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(priya)
    assert write(browser) == (302, SENT)


@pytest.mark.parametrize("number", [1, 20])
def test_a_form_costs_few_queries_however_long_it_is(
    home: HomePage, django_assert_max_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    fields = [{"label": f"Question {n}", "field_type": "singleline"} for n in range(number)]
    ContactPageFactory.create(parent=home, fields=fields)
    Client().get("/")
    raise_version()
    with django_assert_max_num_queries(6):
        assert Client().get(ADDRESS).status_code == 200
