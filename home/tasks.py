"""What is done for the public pages outside requests."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.utils import timezone
from django_tasks import task

from home.contact.letter import letter_of
from home.models import ContactMessage
from hub.worker.chores import do_every

logger = logging.getLogger(__name__)

# How long to wait before each further try, so that a mail server may be away for a day.
WAITS = (
    timedelta(minutes=2),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=18),
)


@task()
def deliver(message_pk: int, tries: int = 0) -> None:
    """Send a message on to the council's mailboxes, and try again later when the mail server does not take it."""
    message = ContactMessage.objects.filter(pk=message_pk, mailed_at=None).first()
    if message is None:
        # Deleted meanwhile, or sent by a worker that was stopped before it could say so.
        return
    try:
        letter_of(message).send()
    except (SMTPException, OSError):
        if tries >= len(WAITS):
            logger.exception("a message could not be sent on; its copy is in the back office")
            return
        logger.warning("the mail server took no message", extra={"tries": tries + 1})
        deliver.using(run_after=timezone.now() + WAITS[tries]).enqueue(message_pk, tries + 1)
        return
    ContactMessage.objects.filter(pk=message_pk).update(mailed_at=timezone.now())


@task()
def delete_old_messages() -> None:
    """Delete the copies of messages that have been kept long enough."""
    ContactMessage.objects.filter(delete_on__lte=timezone.localdate()).delete()


do_every(timedelta(days=1), delete_old_messages)
