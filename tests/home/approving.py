"""The steps of an approval, as a browser would take them, and the letters that follow."""

from email.message import EmailMessage
from typing import cast

from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse
from wagtail.models import TaskState

from home.models import ContentPage
from tests.home.editing import form_for


def send_in(browser: Client, page: ContentPage, **changes: str) -> None:
    """Save the page and ask for its approval."""
    form = form_for(page, **changes, **{"action-submit": "action-submit"})
    answer = browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert answer.status_code == 302, answer.context["form"].errors


def decide(browser: Client, page: ContentPage, action: str, comment: str = "") -> None:
    """Approve the page or reject it, with a comment."""
    step = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    browser.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, step.pk]), {"comment": comment})


def letters_to(address: str) -> list[EmailMultiAlternatives]:
    """Return what was mailed to this address, oldest first."""
    return [cast(EmailMultiAlternatives, letter) for letter in mail.outbox if letter.to == [address]]


def html_of(letter: EmailMultiAlternatives) -> str:
    """Return the HTML of a letter."""
    return str(cast(EmailMessage, letter).alternatives[0][0])  # type: ignore[attr-defined]
