"""The commands as a person runs them: real processes, real exit codes, sentences instead of tracebacks."""

import ast
import fcntl
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from hub.demo.launch.commands import discard_data, hold_folder, make_sure_possible, prepare
from hub.demo.launch.problems import CannotGoOnError
from hub.demo.launch.project import COUNCIL_SETTINGS, Project
from hub.demo.launch.steps import Step
from hub.demo.launch.terminal import Recorder

ROOT = Path(__file__).resolve().parent.parent.parent
# Pretends to be an old Python as far as the program can tell.
PRETEND = (
    "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0); sys.argv[1:] = ['demo', '--port', '8001'];"
    "runpy.run_module('hub.demo.launch', run_name='__main__')"
)


def run(*command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def launch(*words: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "hub.demo.launch", *words)


def test_a_taken_port_is_said_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = str(listening.getsockname()[1])
        ended = launch("demo", "--port", port)
    assert ended.returncode == 1
    assert f"Port {port} is already in use by another program." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_port_that_is_none_is_said_in_a_sentence() -> None:
    ended = launch("demo", "--port", "eight")
    assert ended.returncode == 1
    assert "PORT must be a whole number" in ended.stderr


def test_an_old_python_says_so(tmp_path: Path) -> None:
    ended = run(sys.executable, "-c", PRETEND, PATH=str(tmp_path))
    assert ended.returncode == 1
    assert "SENCo Hub needs Python 3.11 or newer" in ended.stderr
    assert "is Python 3.9.2" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_old_python_hands_over_to_a_newer_one_that_works(tmp_path: Path) -> None:
    # A name on the path that does not work (as version managers leave them) is passed over.
    write_program(tmp_path / "python3.13", "exit 127")
    write_program(tmp_path / "python3.12", 'if [ "$1" = "-c" ]; then exit 0; fi; echo "new: $*"')
    ended = run(sys.executable, "-c", PRETEND, PATH=str(tmp_path))
    assert (ended.returncode, ended.stdout) == (0, "new: -m hub.demo.launch demo --port 8001\n")


def write_program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("module", ["hub/__init__.py", "hub/demo/__init__.py", "hub/demo/launch/__main__.py"])
def test_what_runs_first_can_be_read_by_old_pythons(module: str) -> None:
    tree = ast.parse((ROOT / module).read_text(), feature_version=(3, 7))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Subscript) and in_annotation(node)]


def in_annotation(node: ast.Subscript) -> bool:
    """Say whether this is `list[…]` and its like, which old Pythons cannot evaluate."""
    return isinstance(node.value, ast.Name) and node.value.id in {"dict", "list", "set", "tuple", "type"}


def test_only_one_run_at_a_time_in_a_folder(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.var.mkdir()
    with (project.var / "demo.lock").open("w") as running:
        fcntl.flock(running, fcntl.LOCK_EX)
        with pytest.raises(CannotGoOnError, match="already running or being prepared in this folder"):
            hold_folder(project)


def test_a_reset_deletes_the_demonstrations_data_and_nothing_else(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for name in ("hub.sqlite3", "hub.sqlite3-wal", "media/leaflet.pdf", "mail/1.log", "demo-logins.txt", "mine.txt"):
        (project.var / name).parent.mkdir(parents=True, exist_ok=True)
        (project.var / name).touch()
    discard_data(project)
    assert sorted(path.name for path in project.var.iterdir()) == ["mine.txt", "stamps.json"]


def test_steps_are_numbered_and_those_before_a_failure_stay_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done: list[str] = []

    def succeed(_project: Project, _recorder: Recorder) -> None:
        done.append("first")

    def fail(_project: Project, _recorder: Recorder) -> None:
        raise CannotGoOnError("No.")

    steps = [Step("first", "Making the first", succeed), Step("second", "Making the second", fail)]
    for _ in range(2):
        with pytest.raises(CannotGoOnError, match=r"No\."):
            prepare(Project(tmp_path), steps)
    said = capsys.readouterr().out
    assert done == ["first"]
    assert "1 of 2  Making the first" in said
    assert "2 of 2  Making the second" in said
    assert "1 of 1  Making the second" in said


def test_a_disk_too_small_for_the_packages_is_said_before_they_are_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No disk here is small on purpose, so the need is made larger than any disk.
    monkeypatch.setattr("hub.demo.launch.commands.NEEDED_FREE", 10**18)
    with pytest.raises(CannotGoOnError, match=r"The disk has only [\d,]+ MB free; the first run needs about"):
        make_sure_possible(Project(tmp_path), [Step("packages", "Installing", lambda *_: None)])


def test_the_demonstration_never_sees_a_councils_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://hub@db.example.org/hub")
    variables = Project(tmp_path).variables()
    assert not COUNCIL_SETTINGS & variables.keys()
    assert variables["DJANGO_SETTINGS_MODULE"] == "hub.settings.demo"
    assert variables["VAR_DIR"] == str(tmp_path / "var")
