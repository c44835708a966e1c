"""Who may read what strangers wrote to the council, and take it away."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.models import ContactMessage, ContactPage, HomePage
from hub.members.models import Person
from tests.factories.pages import ContactPageFactory


@pytest.fixture
def message(home: HomePage) -> ContactMessage:
    """A message that somebody wrote."""
    page: ContactPage = ContactPageFactory.create(parent=home)
    message: ContactMessage = ContactMessage.objects.create(
        page=page,
        form_data={"your_message": "=HYPERLINK(1)"},
        fingerprint="a" * 64,
        delete_on=timezone.localdate(),
    )
    return message


@pytest.mark.parametrize(
    ("who", "may"), [("guest", False), ("priya", False), ("tom", False), ("helen", True), ("rob", True)]
)
def test_only_who_answers_for_the_page_reads_and_deletes_messages(
    request: pytest.FixtureRequest, message: ContactMessage, who: str, may: bool
) -> None:
    browser = Client()
    if who != "guest":
        browser.force_login(request.getfixturevalue(who))
    answer = browser.get(reverse("wagtailforms:list_submissions", args=[message.page_id]))
    assert ("HYPERLINK" in answer.content.decode()) is may
    delete = reverse("wagtailforms:delete_submissions", args=[message.page_id])
    browser.post(f"{delete}?selected-submissions={message.pk}")
    assert ContactMessage.objects.exists() is not may


@pytest.mark.parametrize(("who", "may"), [("tom", False), ("helen", True)])
def test_the_list_of_forms_shows_only_forms_whose_messages_one_may_read(
    request: pytest.FixtureRequest,
    signed_in: Callable[[Person], Client],
    message: ContactMessage,
    who: str,
    may: bool,
) -> None:
    browser = signed_in(request.getfixturevalue(who))
    answer = browser.get(reverse("wagtailforms:index"))
    assert ("Contact us" in answer.content.decode()) is may


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_a_stranger_wrote_is_no_formula_in_a_spreadsheet(
    signed_in: Callable[[Person], Client], helen: Person, message: ContactMessage, kind: str
) -> None:
    address = reverse("wagtailforms:list_submissions", args=[message.page_id])
    answer = signed_in(helen).get(address, {"export": kind})
    content = b"".join(answer)
    if kind == "csv":
        assert "'=HYPERLINK(1)" in content.decode()
        return
    with ZipFile(BytesIO(content)) as book:
        assert "'=HYPERLINK(1)" in book.read("xl/worksheets/sheet1.xml").decode() + _strings(book)


def _strings(book: ZipFile) -> str:
    name = "xl/sharedStrings.xml"
    return book.read(name).decode() if name in book.namelist() else ""
