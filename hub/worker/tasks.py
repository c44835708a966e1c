"""The chores that every site has."""

from datetime import timedelta

from django.core.management import call_command
from django_tasks import task

from hub.worker.chores import do_every
from hub.worker.pulse import put_back_abandoned_tasks


@task()
def publish_scheduled() -> None:
    """Publish and withdraw the pages whose time has come."""
    call_command("publish_scheduled", verbosity=0)


@task()
def take_up_abandoned_work() -> None:
    """Give the tasks of a worker that was killed to another."""
    put_back_abandoned_tasks()


@task()
def tidy_up() -> None:
    """Forget ended sessions, and what became of tasks: good news after 2 weeks, failures after 8."""
    call_command("clearsessions", verbosity=0)
    call_command("prune_db_task_results", min_age_days=14, failed_min_age_days=56, verbosity=0)


do_every(timedelta(minutes=1), publish_scheduled)
do_every(timedelta(minutes=1), take_up_abandoned_work)
do_every(timedelta(days=1), tidy_up)
