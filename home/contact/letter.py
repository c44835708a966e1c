"""The e-mail in which a message reaches the council."""

from collections.abc import Iterator
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from home.models import ContactMessage, ContactPage


def letter_of(message: ContactMessage) -> EmailMessage:
    """Return the e-mail for a message: to all mailboxes of its page, answered to whoever gave an address.

    Nothing that a stranger wrote stands in its head but that address, which the form has checked.
    """
    page: ContactPage = ContactPage.objects.get(pk=message.page_id)
    answers = list(_answers(page, message.form_data))
    text = render_to_string(
        "email/contact_message.txt", {"page": page, "answers": answers, "delete_on": message.delete_on}
    )
    return EmailMessage(
        subject=f"{' '.join(page.title.split())}: a message from the website",
        body=text,
        to=page.addresses,
        reply_to=_reply_to(page, message.form_data),
    )


def _answers(page: ContactPage, given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field in page.get_form_fields():
        value = given.get(field.clean_name)
        if isinstance(value, bool):
            value = "Yes" if value else "No"
        if isinstance(value, list):
            value = ", ".join(value)
        if value not in (None, ""):
            yield field.label, str(value)


def _reply_to(page: ContactPage, given: dict[str, Any]) -> list[str]:
    addresses = (given.get(field.clean_name) for field in page.get_form_fields() if field.field_type == "email")
    return [str(address) for address in addresses if address][:1]
