"""A real worker in a process of its own: what it does, how it ends, and what becomes of its work if it is killed."""

import signal
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from home.models import HomePage
from hub.serving.freshness import version
from hub.worker import chores
from hub.worker.models import Chore, WorkerPulse
from tests.factories.pages import ContentPageFactory
from tests.worker.processes import PATIENCE, OwnSite, wait_until
from tests.worker.sample_tasks import begin_and_wait, fail, write_down

UNFINISHED = ("READY", "RUNNING")


def lines_of(place: Path) -> list[str]:
    """Return what tasks have written so far."""
    return place.read_text().split() if place.exists() else []


def state_of(task_id: str) -> str:
    """Return what has become of a task."""
    return str(DBTaskResult.objects.get(pk=task_id).status)


def test_it_does_what_was_enqueued_and_the_chores_that_are_due_and_goes_when_it_is_told_to(own_site: OwnSite) -> None:
    place = own_site.folder / "done"
    first, second = write_down.enqueue(str(place), "one"), write_down.enqueue(str(place), "two")
    failing = fail.enqueue()
    page = ContentPageFactory.create(parent=HomePage.objects.get(), live=False, go_live_at=timezone.now())
    page.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    before = version()

    worker = own_site.start("worker")
    wait_until(
        lambda: (
            Chore.objects.count() == len(chores._list)
            and not DBTaskResult.objects.filter(status__in=UNFINISHED).exists()
        ),
        "nothing was left to do",
        worker=worker,
    )
    assert WorkerPulse.objects.count() == 1
    worker.send_signal(signal.SIGINT)
    said, _ = worker.communicate(timeout=10)

    assert worker.returncode == 0, said
    assert lines_of(place) == ["one", "two"]
    assert state_of(first.id) == state_of(second.id) == "SUCCESSFUL"
    assert state_of(failing.id) == "FAILED"
    assert "LookupError: nothing there" in DBTaskResult.objects.get(pk=failing.id).traceback
    done = set(Chore.objects.values_list("name", flat=True))
    assert done == set(chores._list)
    assert done >= {
        "hub.worker.tasks.publish_scheduled",
        "hub.worker.tasks.take_up_abandoned_work",
        "hub.worker.tasks.tidy_up",
    }
    page.refresh_from_db()
    assert page.live, "the page whose time had come was not published"
    assert version() != before, "guests are still shown what was there before"
    assert not WorkerPulse.objects.exists()


def test_told_to_stop_it_finishes_what_it_has_begun_and_says_that_it_is_gone(own_site: OwnSite) -> None:
    place = own_site.folder / "done"
    task = begin_and_wait.enqueue(str(place))
    worker = own_site.start("worker")
    wait_until(lambda: lines_of(place), "the worker began the task", worker=worker)

    worker.send_signal(signal.SIGTERM)
    write_down.enqueue(str(place), "too-late")
    Path(f"{place}.finish").touch()

    said, _ = worker.communicate(timeout=PATIENCE)
    assert worker.returncode == 0, said
    assert state_of(task.id) == "SUCCESSFUL"
    assert "too-late" not in lines_of(place)
    assert not WorkerPulse.objects.exists()


def test_what_a_killed_worker_left_half_done_is_done_by_others_and_nothing_is_done_twice(own_site: OwnSite) -> None:
    begun, done = own_site.folder / "begun", own_site.folder / "done"
    task = begin_and_wait.enqueue(str(begun))
    killed = own_site.start("worker")
    wait_until(lambda: lines_of(begun), "the worker began the task", worker=killed)
    killed.kill()
    killed.communicate()
    assert state_of(task.id) == "RUNNING"
    assert WorkerPulse.objects.count() == 1

    WorkerPulse.objects.update(seen=timezone.now() - timedelta(minutes=3))
    Path(f"{begun}.finish").touch()
    for number in range(40):
        write_down.enqueue(str(done), str(number))
    others = [own_site.start("worker", "--until-empty", "--interval", "0") for _ in range(2)]
    for worker in others:
        said, _ = worker.communicate(timeout=2 * PATIENCE)
        assert worker.returncode == 0, said

    assert len(set(lines_of(begun))) == len(lines_of(begun)) == 2, "done by two processes, one after the other"
    assert state_of(task.id) == "SUCCESSFUL"
    assert sorted(lines_of(done), key=int) == [str(number) for number in range(40)]
    assert not WorkerPulse.objects.exists()
