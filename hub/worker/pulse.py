"""Which workers are alive, and what to do with the work of one that is not."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hub.worker.models import WorkerPulse

BEAT = timedelta(seconds=10)
# A worker that has not been seen for this long was killed, or its machine was.
GONE_AFTER = timedelta(minutes=2)
MOST_ATTEMPTS = 3


class WorkerWasKilledError(Exception):
    """The reason written on a task whose worker vanished while doing it, too often to try once more."""


def beat(worker_id: str) -> None:
    """Say that this worker is alive."""
    now = timezone.now()
    WorkerPulse.objects.update_or_create(
        worker_id=worker_id, defaults={"seen": now}, create_defaults={"seen": now, "started": now}
    )


def stop_beating(worker_id: str) -> None:
    """Say that this worker ended in good order."""
    WorkerPulse.objects.filter(worker_id=worker_id).delete()


def last_seen() -> datetime | None:
    """Return when any worker was last seen alive; None if none ever was or all ended in good order."""
    return WorkerPulse.objects.order_by("-seen").values_list("seen", flat=True).first()


def put_back_abandoned_tasks() -> tuple[int, int]:
    """Take up what vanished workers left half done; return how many tasks go again and how many failed for good.

    A task may have been half done, which is why every task must be safe to repeat. One that was abandoned
    `MOST_ATTEMPTS` times is likely to be what killed its workers, and is not tried again.
    """
    alive = set(WorkerPulse.objects.filter(seen__gt=timezone.now() - GONE_AFTER).values_list("worker_id", flat=True))
    again = failed = 0
    with transaction.atomic():
        for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
            if task.worker_ids and task.worker_ids[-1] in alive:
                continue
            if len(task.worker_ids) >= MOST_ATTEMPTS:
                task.set_failed(WorkerWasKilledError(f"Abandoned {MOST_ATTEMPTS} times"))
                failed += 1
            else:
                task.status = "READY"
                task.save(update_fields=["status"])
                again += 1
        WorkerPulse.objects.exclude(worker_id__in=alive).delete()
    return again, failed
