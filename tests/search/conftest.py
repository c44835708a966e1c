"""Searching needs an index, and the worker keeps it."""

from collections.abc import Callable

import pytest
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult


@pytest.fixture
def do_the_work(db: None) -> Callable[[], None]:
    """Do what was put off until after the answer, as a worker does."""
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )

    def work() -> None:
        while task := DBTaskResult.objects.ready().first():
            task.claim(worker.worker_id)
            worker.run_task(task)

    return work
