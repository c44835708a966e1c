"""What the public pages have done by the clock."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from home.actions.page_answers import forget_old_answers
from hub.worker.chores import do_every


@task()
def forget_answers_about_pages() -> None:
    """Delete the answers to 'Was this page useful?' that are older than two years."""
    forget_old_answers(today=timezone.localdate())


do_every(timedelta(days=1), forget_answers_about_pages)
