"""Letters that the site sends: each is three templates of one name, for the subject, the plain text and the HTML."""

from collections.abc import Mapping

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from hub.members.models import Person


def send_letter(name: str, *, to: Person, context: Mapping[str, object]) -> None:
    """Send the letter `name`, a path under templates/email/ without its ending, to one person.

    Raises what the mail server raises.
    """
    words = {"person": to, "hub_name": settings.WAGTAIL_SITE_NAME, "hub_address": hub_address(), **context}
    # A line break in a subject would be refused.
    subject = " ".join(render_to_string(f"email/{name}_subject.txt", words).split())
    letter = EmailMultiAlternatives(
        subject,
        render_to_string(f"email/{name}.txt", words).strip() + "\n",
        to=[to.email],
        # Nobody's holiday message needs to answer.
        headers={"Auto-Submitted": "auto-generated"},
    )
    letter.attach_alternative(render_to_string(f"email/{name}.html", words), "text/html")
    letter.send()


def hub_address() -> str:
    """Return the address of the site, without a slash at its end."""
    return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")
