"""What is done by the clock: once for all workers, and once for all the times it was missed."""

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hub.worker import chores
from hub.worker.chores import do_every, enqueue_due_chores
from hub.worker.models import Chore
from hub.worker.tasks import tidy_up
from tests.worker.processes import OwnSite
from tests.worker.sample_tasks import fail

NAME = fail.module_path


@pytest.fixture
def hourly() -> Iterator[None]:
    """A chore that is due every hour."""
    do_every(timedelta(hours=1), fail)
    yield
    del chores._list[NAME]


def times_enqueued() -> int:
    """Return how often the hourly chore was handed to the workers."""
    return DBTaskResult.objects.filter(task_path=NAME).count()


@pytest.mark.usefixtures("db", "hourly")
class TestOneClock:
    """What one worker's clock hands over."""

    def test_a_new_chore_is_due_at_once(self) -> None:
        assert NAME in enqueue_due_chores()
        assert times_enqueued() == 1

    def test_a_chore_that_was_done_is_not_due_until_its_time_has_come_again(self) -> None:
        now = timezone.now()
        for minutes, times in [(0, 1), (1, 1), (59, 1), (61, 2), (62, 2), (122, 3)]:
            with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
                enqueue_due_chores()
                assert times_enqueued() == times, f"after {minutes} minutes"

    def test_a_chore_that_was_missed_for_a_week_is_done_once(self) -> None:
        enqueue_due_chores()
        with time_machine.travel(timezone.now() + timedelta(days=7)):
            enqueue_due_chores()
            enqueue_due_chores()
            assert Chore.objects.get(name=NAME).due > timezone.now()
        assert times_enqueued() == 2

    def test_a_chore_is_remembered_with_when_it_was_handed_over(self) -> None:
        with time_machine.travel(timezone.now(), tick=False):
            enqueue_due_chores()
            chore = Chore.objects.get(name=NAME)
            assert (chore.last_enqueued, chore.due) == (timezone.now(), timezone.now() + timedelta(hours=1))
        assert str(chore) == NAME


@pytest.mark.usefixtures("hourly")
@pytest.mark.parametrize("known", [True, False])
def test_clocks_that_strike_at_the_same_moment_hand_a_chore_over_once(own_site: OwnSite, known: bool) -> None:
    if known:
        Chore.objects.create(name=NAME, due=timezone.now() - timedelta(minutes=1))
    clocks = 4
    strike = threading.Barrier(clocks)
    handed_over: list[str] = []
    problems: list[BaseException] = []

    def look() -> None:
        try:
            connection.ensure_connection()
            strike.wait(10)
            handed_over.extend(enqueue_due_chores())
        except BaseException as problem:  # noqa: BLE001
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=look) for _ in range(clocks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not problems
    assert handed_over.count(NAME) == 1
    assert times_enqueued() == 1


@pytest.mark.parametrize(
    ("status", "days", "kept"),
    [
        ("SUCCESSFUL", 13, True),
        ("SUCCESSFUL", 15, False),
        ("FAILED", 15, True),
        ("FAILED", 55, True),
        ("FAILED", 57, False),
        ("READY", 100, True),
        ("RUNNING", 100, True),
    ],
)
def test_what_became_of_tasks_is_forgotten_in_time(db: None, status: str, days: int, kept: bool) -> None:
    task = fail.enqueue()
    then = timezone.now() - timedelta(days=days)
    finished = then if status in ("SUCCESSFUL", "FAILED") else None
    DBTaskResult.objects.filter(pk=task.id).update(status=status, enqueued_at=then, finished_at=finished)
    tidy_up.call()
    assert DBTaskResult.objects.filter(pk=task.id).exists() is kept


def test_sessions_that_ended_are_forgotten(db: None) -> None:
    for key, hours in (("ended", -1), ("open", 1)):
        Session.objects.create(session_key=key, expire_date=timezone.now() + timedelta(hours=hours))
    tidy_up.call()
    assert set(Session.objects.values_list("session_key", flat=True)) == {"open"}
