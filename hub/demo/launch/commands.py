"""The commands that the Makefile calls, and the one place where whatever went wrong becomes a sentence."""

import argparse
import fcntl
import importlib.util
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from hub.demo.launch.ports import make_sure_free, port_from
from hub.demo.launch.problems import CannotGoOnError, sentence_for_system
from hub.demo.launch.project import Project
from hub.demo.launch.stamps import Stamps
from hub.demo.launch.steps import Step, asset_steps, demonstration_steps, pending, tool_steps
from hub.demo.launch.terminal import Recorder, say, say_problem, took

NEEDED_FREE = 1_000_000_000
INTERRUPTED = 130


def run(words: Sequence[str]) -> int:
    """Run one command for the project in the current folder.

    Returns its exit code: 0 done, 1 could not be done, 130 stopped by the person.
    """
    asked = _parser().parse_args(words)
    project = Project(Path.cwd())
    signal.signal(signal.SIGTERM, _stop)
    try:
        if asked.command == "demo":
            demonstrate(project, port_from(asked.port))
        elif asked.command == "reset":
            reset(project)
        elif asked.command == "assets":
            prepare(project, asset_steps(project))
        else:
            prepare(project, tool_steps(project))
    except CannotGoOnError as reason:
        say_problem(str(reason))
        return 1
    except OSError as error:
        say_problem(sentence_for_system(error))
        return 1
    except KeyboardInterrupt:
        say_problem("Stopped before it was ready. Run the same command again: it goes on where it stopped.")
        return INTERRUPTED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hub.demo.launch", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    demo = commands.add_parser("demo", help="prepare whatever is not ready and serve the demonstration")
    demo.add_argument("--port", default="8000", help="where to serve it on this computer")
    commands.add_parser("reset", help="load the demonstration afresh, without what was changed in it")
    commands.add_parser("tools", help="install what the tests and checks need")
    commands.add_parser("assets", help="build the styles and scripts")
    return parser


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def demonstrate(project: Project, port: int) -> None:
    """Prepare whatever is not ready, then become the program that serves the site. Returns only on failure.

    Raises CannotGoOnError when the port is taken, when another `make` works in this folder, or when a step fails.
    """
    started = time.time()
    make_sure_free(port)
    hold_folder(project)
    prepare(project, demonstration_steps(project))
    serve = ["-m", "hub.demo.launch.serve", "--port", str(port), "--started", f"{started:.2f}"]
    # The site is served by the environment's Python, which has the packages. It keeps the hold on the folder.
    os.execve(project.python, [str(project.python), *serve], project.variables())  # noqa: S606


def reset(project: Project) -> None:
    """Throw the demonstration's data away and load it again.

    Raises CannotGoOnError when the demonstration is running or when a step fails.
    """
    hold_folder(project)
    discard_data(project)
    prepare(project, demonstration_steps(project))
    say("The demonstration is as it was in the beginning. Start it with:  make demo")


def discard_data(project: Project) -> None:
    """Delete the demonstration's database, uploads and mail, and nothing else."""
    _stamps(project).forget("database", "demonstration")
    for suffix in ("", "-wal", "-shm", "-journal", ".queue"):
        project.database.with_name(project.database.name + suffix).unlink(missing_ok=True)
    for folder in ("media", "mail"):
        shutil.rmtree(project.var / folder, ignore_errors=True)
    project.logins.unlink(missing_ok=True)


def prepare(project: Project, steps: Iterable[Step]) -> None:
    """Do those of `steps` that are not done, numbered, each with the time it took.

    Raises CannotGoOnError when one fails; those before it stay done.
    """
    stamps = _stamps(project)
    todo = pending(steps, project, stamps)
    if not todo:
        return
    make_sure_possible(project, todo)
    recorder = Recorder(project.prepare_log, folder=project.root, variables=project.variables())
    begun = time.monotonic()
    for number, step in enumerate(todo, 1):
        # Asked before the work, so that a file changed meanwhile counts as changed.
        digest = step.digest(project)
        with recorder.step(f"{number} of {len(todo)}  {step.title}"):
            step.work(project, recorder)
        stamps.record(step.name, digest)
    if len(todo) > 1:
        say(f"Prepared in {took(time.monotonic() - begun)}")


def make_sure_possible(project: Project, todo: Sequence[Step]) -> None:
    """Return if the first run can succeed on this computer.

    Raises CannotGoOnError when Python lacks a part that the site needs or the disk has too little room.
    """
    for module, part in (("_sqlite3", "SQLite"), ("_ssl", "secure connections")):
        if importlib.util.find_spec(module) is None:
            raise CannotGoOnError(
                f"This Python ({sys.executable}) was built without {part}, which the site needs.\n"
                "Install Python from your system's packages or python.org, then run the same command again."
            )
    free = shutil.disk_usage(project.root).free
    if any(step.name == "packages" for step in todo) and free < NEEDED_FREE:
        raise CannotGoOnError(
            f"The disk has only {free // 1_000_000:,} MB free; the first run needs about "
            f"{NEEDED_FREE // 1_000_000:,} MB. Free some space, then run the same command again."
        )


def hold_folder(project: Project) -> None:
    """Keep other runs out of this folder until this program, and the server it becomes, has ended.

    Raises CannotGoOnError when one is already at work.
    """
    project.var.mkdir(parents=True, exist_ok=True)
    hold = os.open(project.var / "demo.lock", os.O_RDWR | os.O_CREAT, 0o600)
    os.set_inheritable(hold, True)  # noqa: FBT003 - it takes no name
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(hold)
        raise CannotGoOnError(
            "The demonstration is already running or being prepared in this folder. Stop it with Ctrl-C in its\n"
            "terminal, then run the same command again."
        ) from None


def _stamps(project: Project) -> Stamps:
    return Stamps(project.var / "stamps.json")
