"""`make demo` from the first time to the last, as a person at a terminal sees it.

pip, npm, Django and the server are stood in for by scripts that note how they were called and leave behind what
the real ones would, so that minutes become a moment. Everything between them and the person is real.
"""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from hub.demo.launch.project import Project
from hub.demo.launch.stamps import Stamps, digest_of

ROOT = Path(__file__).resolve().parent.parent.parent
# Runs a command as in a window: with a terminal of its own, whose keys come from standard input.
IN_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"

PYTHON = f"""
echo "python $*" >> calls
case "$*" in
    *requirements-node.txt) cp machine/npm .venv/bin/npm ;;
    *"pip install"*) mkdir -p "$PACKAGES/django" "$PACKAGES/granian" "$PACKAGES/honcho" ;;
    "manage.py migrate"*)
        [ ! -e slow ] || exec sleep 60
        [ ! -e broken ] || {{ cat broken; exit 1; }}
        touch var/hub.sqlite3 ;;
    "manage.py collectstatic"*) mkdir -p var/static; touch var/static/staticfiles.json ;;
    "manage.py demo --logins") echo "Head teacher  head@example.org" ;;
    "manage.py worker") exec sleep 60 ;;
    "-m hub.demo.launch.serve"*) exec {sys.executable} "$@" ;;
esac
"""
NPM = """
echo "npm $*" >> calls
case "$*" in
    ci*) mkdir -p node_modules; touch node_modules/.package-lock.json ;;
    *) mkdir -p hub/static/hub; touch hub/static/hub/hub.css hub/static/hub/hub.js ;;
esac
"""
SERVER = f'exec {sys.executable} -m http.server --bind 127.0.0.1 "$PORT"'


def write_program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


class Copy:
    """A copy of the project on a computer with node, where only the Python environment was made already."""

    def __init__(self, root: Path) -> None:
        self.root = root
        # One whose lines are never drawn again, so that what was said can be read line by line.
        self.kind_of_terminal = "dumb"
        self.project = Project(root)
        shutil.copy(ROOT / "Makefile", root)
        (root / "requirements.txt").write_text("django==5.2.19\n")
        write_program(self.project.python, PYTHON)
        write_program(self.project.programs / "granian", SERVER)
        write_program(root / "machine" / "npm", NPM)
        self.install_node("v22.1.0")
        (self.project.packages / "pip").mkdir(parents=True)
        (self.project.packages / "pip" / "__init__.py").touch()
        Stamps(self.project.var / "stamps.json").record("environment", digest_of((), root=root))

    def install_node(self, version: str) -> None:
        write_program(self.root / "machine" / "node", f"echo {version}")

    def variables(self) -> dict[str, str]:
        return os.environ | {
            "PATH": f"{self.root / 'machine'}{os.pathsep}{os.environ['PATH']}",
            "PACKAGES": str(self.project.packages),
            "PYTHONPATH": str(ROOT),
            "TERM": self.kind_of_terminal,
        }

    def make(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run make to its end, with nobody at the keyboard."""
        return subprocess.run(
            ["make", f"PYTHON={sys.executable}", *words],
            cwd=self.root,
            env=self.variables(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def demonstrate(self, *, until: str = "Press Ctrl-C to stop") -> "Session":
        """Run `make demo` in a terminal of its own until it says this."""
        return Session(self, until)

    def calls(self) -> list[str]:
        """Return how the programs were called since the last time this was asked."""
        notes = self.root / "calls"
        lines = notes.read_text().splitlines()
        notes.unlink()
        return [line for line in lines if "worker" not in line and "launch.serve" not in line]


class Session:
    """The demonstration, running at a terminal."""

    def __init__(self, copy: Copy, until: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as asking:
            self.port = asking.getsockname()[1]
        make = ["make", "demo", f"PYTHON={sys.executable}", f"PORT={self.port}"]
        self._terminal = subprocess.Popen(
            [sys.executable, "-c", IN_A_TERMINAL, *make],
            cwd=copy.root,
            env=copy.variables(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert self._terminal.stdout is not None
        self.said = ""
        while until not in self.said and (piece := os.read(self._terminal.stdout.fileno(), 65_536)):
            self.said += piece.decode()

    def press_ctrl_c(self) -> int:
        """Return the exit code of make after Ctrl-C."""
        rest, _ = self._terminal.communicate(b"\x03", timeout=60)
        self.said += rest.decode()
        return self._terminal.returncode


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_the_first_time_makes_everything_and_the_second_time_nothing(copy: Copy) -> None:
    first = copy.demonstrate()
    assert first.press_ctrl_c() == 0
    assert [line for line in first.said.splitlines() if " of 6  " in line] == [
        "1 of 6  Installing the Python packages",
        "2 of 6  Fetching the tools that build styles and scripts",
        "3 of 6  Building styles and scripts",
        "4 of 6  Preparing the database",
        "5 of 6  Gathering styles, scripts and pictures",
        "6 of 6  Loading the demonstration",
    ]
    assert [call for call in copy.calls() if "pip" not in call] == [
        "npm ci --ignore-scripts --no-audit --no-fund",
        "npm run build",
        "python manage.py migrate --noinput",
        "python manage.py collectstatic --noinput",
        "python manage.py demo",
        "python manage.py demo --logins",
    ]
    second = copy.demonstrate()
    assert second.press_ctrl_c() == 0
    assert " of " not in second.said
    assert copy.calls() == []


def test_ctrl_c_is_an_ordinary_end(copy: Copy) -> None:
    session = copy.demonstrate()
    assert f"SENCo Hub is at  http://localhost:{session.port}/" in session.said
    assert "Head teacher  head@example.org" in session.said
    assert session.press_ctrl_c() == 0
    assert "Stopped. What you changed is kept" in session.said
    assert "Interrupt" not in session.said
    assert "Error" not in session.said


def test_a_reset_waits_until_the_demonstration_is_stopped_and_then_loads_it_again(copy: Copy) -> None:
    session = copy.demonstrate()
    refused = copy.make("demo-reset")
    assert refused.returncode != 0
    assert "The demonstration is already running" in refused.stderr
    session.press_ctrl_c()
    copy.calls()
    (copy.project.var / "media").mkdir()
    reset = copy.make("demo-reset")
    assert reset.returncode == 0
    assert "as it was in the beginning" in reset.stdout
    assert not (copy.project.var / "media").exists()
    assert copy.calls() == [
        "python manage.py migrate --noinput",
        "python manage.py demo",
        "python manage.py demo --logins",
    ]


def test_without_a_new_enough_node_one_is_installed_beside_the_packages(copy: Copy) -> None:
    copy.install_node("v18.19.1")
    built = copy.make("assets")
    assert built.returncode == 0, built.stderr
    calls = copy.calls()
    assert "--require-hashes -r requirements-node.txt" in calls[0]
    assert calls[1:] == ["npm ci --ignore-scripts --no-audit --no-fund", "npm run build"]


def test_a_failure_is_a_sentence_and_the_next_run_goes_on_from_there(copy: Copy) -> None:
    (copy.root / "broken").write_text("django.db.utils.OperationalError: database or disk is full")
    failed = copy.make("demo-reset")
    assert failed.returncode != 0
    assert "The disk is full." in failed.stderr
    assert "Traceback" not in failed.stderr
    copy.calls()
    (copy.root / "broken").unlink()
    assert copy.make("demo-reset").returncode == 0
    assert copy.calls()[0] == "python manage.py migrate --noinput"


def test_a_python_that_is_not_there_is_said_in_a_sentence(copy: Copy) -> None:
    ended = subprocess.run(
        ["make", "demo", "PYTHON=python0.9"], cwd=copy.root, capture_output=True, text=True, timeout=10, check=False
    )
    assert ended.returncode != 0
    assert 'There is no program "python0.9" on this computer.' in ended.stdout


def test_ctrl_c_while_it_is_prepared_stops_it_with_a_sentence(copy: Copy) -> None:
    copy.kind_of_terminal = "xterm"
    (copy.root / "slow").touch()
    session = copy.demonstrate(until="4 of 6  Preparing the database … 1 s")
    assert session.press_ctrl_c() != 0
    assert "Stopped before it was ready. Run the same command again" in session.said
    assert "Traceback" not in session.said


def test_a_folder_that_cannot_be_written_to_is_said_in_a_sentence(copy: Copy) -> None:
    shutil.rmtree(copy.project.var)
    copy.project.var.write_text("in the way")
    ended = copy.make("demo-reset")
    assert ended.returncode != 0
    assert f"This computer refused what was needed: File exists ({copy.project.var})." in ended.stderr


def test_a_python_without_its_environments_says_what_to_install(copy: Copy) -> None:
    shutil.rmtree(copy.project.environment)
    # What Debian's Python is like until the package is there.
    without = (
        "import importlib.util, runpy, sys; find = importlib.util.find_spec;"
        "importlib.util.find_spec = lambda name, *rest: None if name == 'ensurepip' else find(name, *rest);"
        "sys.argv[1:] = ['assets']; runpy.run_module('hub.demo.launch', run_name='__main__')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", without],
        cwd=copy.root,
        env=copy.variables(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert f"sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv" in ended.stderr
