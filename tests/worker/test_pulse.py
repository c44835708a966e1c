"""Who is alive, and what becomes of the work of who is not."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hub.worker.models import WorkerPulse
from hub.worker.pulse import beat, last_seen, put_back_abandoned_tasks, stop_beating
from hub.worker.tasks import take_up_abandoned_work
from tests.worker.sample_tasks import fail

pytestmark = pytest.mark.django_db


def in_the_hands_of(*workers: str) -> "DBTaskResult[Any, Any]":
    """Return a task that these workers took up, one after the other."""
    task = DBTaskResult.objects.get(pk=fail.enqueue().id)
    for worker in workers:
        task.claim(worker)
    return task


def silence(worker: str, seconds: int) -> None:
    """Let a worker have been seen so long ago for the last time."""
    WorkerPulse.objects.filter(worker_id=worker).update(seen=timezone.now() - timedelta(seconds=seconds))


def test_nobody_was_ever_seen_where_no_worker_ran() -> None:
    assert last_seen() is None


def test_a_worker_is_one_row_however_often_it_beats() -> None:
    beat("one")
    first = WorkerPulse.objects.get()
    beat("one")
    again = WorkerPulse.objects.get()
    assert again.started == first.started
    assert again.seen > first.seen
    assert str(again) == "one"


def test_the_newest_beat_of_any_worker_counts() -> None:
    beat("one")
    beat("two")
    silence("one", 100)
    assert last_seen() == WorkerPulse.objects.get(worker_id="two").seen


def test_a_worker_that_ended_in_good_order_is_not_missed() -> None:
    beat("one")
    stop_beating("one")
    assert last_seen() is None


@pytest.mark.parametrize(("silent_for", "state"), [(0, "RUNNING"), (110, "RUNNING"), (130, "READY")])
def test_a_task_is_taken_from_a_worker_only_when_it_has_been_silent_for_two_minutes(
    silent_for: int, state: str
) -> None:
    beat("one")
    task = in_the_hands_of("one")
    silence("one", silent_for)
    assert put_back_abandoned_tasks() == (int(state == "READY"), 0)
    task.refresh_from_db()
    assert task.status == state


def test_a_task_of_a_worker_that_nobody_knows_is_taken_up() -> None:
    task = in_the_hands_of("unknown")
    take_up_abandoned_work.call()
    task.refresh_from_db()
    assert task.status == "READY"


def test_a_task_in_the_hands_of_its_second_worker_stays_there() -> None:
    beat("two")
    task = in_the_hands_of("gone", "two")
    assert put_back_abandoned_tasks() == (0, 0)
    task.refresh_from_db()
    assert task.status == "RUNNING"


def test_a_task_that_three_workers_died_of_fails_for_good_and_says_why() -> None:
    task = in_the_hands_of("one", "two", "three")
    assert put_back_abandoned_tasks() == (0, 1)
    task.refresh_from_db()
    assert task.status == "FAILED"
    assert task.exception_class_path == "hub.worker.pulse.WorkerWasKilledError"
    assert "Abandoned 3 times" in task.traceback
    assert put_back_abandoned_tasks() == (0, 0)


def test_a_worker_that_is_gone_is_forgotten_once_its_work_is_taken_up() -> None:
    beat("gone")
    beat("alive")
    silence("gone", 200)
    put_back_abandoned_tasks()
    assert set(WorkerPulse.objects.values_list("worker_id", flat=True)) == {"alive"}


@pytest.mark.parametrize("status", ["READY", "SUCCESSFUL", "FAILED"])
def test_tasks_that_are_in_nobodys_hands_are_left_alone(status: str) -> None:
    task = in_the_hands_of("gone")
    DBTaskResult.objects.filter(pk=task.pk).update(status=status)
    assert put_back_abandoned_tasks() == (0, 0)
