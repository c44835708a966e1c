"""`manage.py worker`: does what was enqueued, and the chores by the clock, until it is told to stop."""

import logging
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections, connection
from django.db.utils import OperationalError
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from hub.worker.chores import enqueue_due_chores
from hub.worker.pulse import BEAT, beat, put_back_abandoned_tasks, stop_beating

logger = logging.getLogger("hub.worker")


def keep_time(worker_id: str, stopping: threading.Event) -> None:
    """Beat, and hand over what is due, until told to stop. Runs beside the work, in a thread of its own."""
    while not stopping.is_set():
        try:
            close_old_connections()
            beat(worker_id)
            enqueue_due_chores()
        except OperationalError:
            # The database is away for a moment: the next beat will tell.
            logger.exception("the clock missed a beat")
        stopping.wait(BEAT.total_seconds())
    connection.close()


class Command(BaseCommand):
    help = "Do the work that was put off until after the answer, and the chores that are due."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--interval", type=float, default=1, help="Seconds between two looks at an empty queue.")
        parser.add_argument("--until-empty", action="store_true", help="Stop when nothing is left to do.")

    def handle(self, *args: Any, interval: float, until_empty: bool, **options: Any) -> None:
        worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=until_empty,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
        )
        worker.configure_signals()
        stopping = threading.Event()
        clock = threading.Thread(target=keep_time, args=(worker.worker_id, stopping), daemon=True)
        put_back_abandoned_tasks()
        try:
            # Before the first task: work in the hands of somebody who never beat looks abandoned.
            beat(worker.worker_id)
            clock.start()
            worker.run()
        finally:
            stopping.set()
            if clock.ident:
                clock.join(timeout=5)
            stop_beating(worker.worker_id)
