"""Recurring work: what is done by the clock, how often, and who hands it to the workers.

Every worker looks at the clock. Whoever moves a chore's due time forward first is the one that enqueues it, so
any number of workers do each chore once. A chore that was missed while no worker ran is done once, not once for
every time it was missed.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import Task

from hub.worker.models import Chore


@dataclass(frozen=True, slots=True)
class Recurring:
    """A task and how often it is done."""

    name: str
    every: timedelta
    task: Task[Any, Any]


_list: dict[str, Recurring] = {}


def do_every(interval: timedelta, task: Task[Any, Any]) -> None:
    """Put `task` on the list of what is done by the clock."""
    _list[task.module_path] = Recurring(name=task.module_path, every=interval, task=task)


def enqueue_due_chores() -> list[str]:
    """Hand every chore that is due to the workers; return the names of those handed over here."""
    now = timezone.now()
    known = dict(Chore.objects.filter(name__in=_list).values_list("name", "due"))
    handed_over = []
    for chore in _list.values():
        due = known.get(chore.name)
        if due is not None and due > now:
            continue
        with transaction.atomic():
            if due is None:
                Chore.objects.get_or_create(name=chore.name, defaults={"due": now})
            mine = Chore.objects.filter(name=chore.name, due__lte=now).update(due=now + chore.every, last_enqueued=now)
            if mine:
                chore.task.enqueue()
                handed_over.append(chore.name)
    return handed_over
