"""Messages to the council: taking them in, sending them on, deleting the copies."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from home.models import ContactMessage, ContactPage
from home.tasks import deliver


@transaction.atomic
def send_message(*, page: ContactPage, answers: dict[str, Any], fingerprint: str) -> ContactMessage:
    """Keep a copy of what somebody wrote and hand it to the worker; the same fingerprint is the same message.

    Whoever writes is nobody we know, so there is no `by`. The worker's task is a row of the same transaction: there
    is no message without its task and no task without its message.
    """
    message: ContactMessage
    message, is_new = ContactMessage.objects.get_or_create(
        fingerprint=fingerprint,
        defaults={
            "page": page,
            "form_data": answers,
            "delete_on": timezone.localdate() + timedelta(days=page.keep_days),
        },
    )
    if is_new:
        deliver.enqueue(message.pk)
    return message
