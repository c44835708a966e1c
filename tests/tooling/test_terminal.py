"""While it takes a while something moves, and when it fails a sentence says what to do."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hub.demo.launch.problems import (
    DISK_FULL,
    NO_NETWORK,
    WRONG_HASH,
    CannotGoOnError,
    sentence_for,
    sentence_for_system,
)
from hub.demo.launch.terminal import Recorder, last_words, stop_group, took


@pytest.fixture
def recorder(tmp_path: Path) -> Recorder:
    return Recorder(tmp_path / "var" / "prepare.log", folder=tmp_path, variables=os.environ)


def say_and_end(text: str, code: int) -> list[str]:
    return [sys.executable, "-c", f"import sys; print({text!r}); sys.exit({code})"]


def test_a_step_says_what_it_does_and_how_long_it_took(recorder: Recorder, capsys: pytest.CaptureFixture[str]) -> None:
    with recorder.step("1 of 2  Installing the Python packages"):
        output = recorder.run(*say_and_end("hello", 0))
    assert output == "hello\n"
    said = capsys.readouterr().out
    assert said.startswith("1 of 2  Installing the Python packages\n        done, ")
    assert "hello" not in said


def test_everything_that_was_said_is_in_the_log(recorder: Recorder, tmp_path: Path) -> None:
    recorder.run(*say_and_end("first", 0))
    recorder.run(*say_and_end("second", 0))
    log = (tmp_path / "var" / "prepare.log").read_text()
    assert log.index("first") < log.index("second")


def test_a_failure_shows_the_last_lines_and_where_the_rest_is(
    recorder: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "\n".join(f"line {number}" for number in range(50))
    with pytest.raises(CannotGoOnError) as caught, recorder.step("1 of 1  Building"):
        recorder.run(*say_and_end(lines, 3))
    reason = str(caught.value)
    assert reason.startswith("This step did not work.")
    assert "var/prepare.log" in reason
    assert "line 49" in reason
    assert "line 30" not in reason
    assert "stopped, " in capsys.readouterr().out


def test_a_traceback_stays_in_the_log(recorder: Recorder, tmp_path: Path) -> None:
    with pytest.raises(CannotGoOnError) as caught:
        recorder.run(sys.executable, "-c", "def load(): raise ValueError('no such school')\nload()")
    assert "  | ValueError: no such school" in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert "load()" not in str(caught.value)
    assert "Traceback" in (tmp_path / "var" / "prepare.log").read_text()


def test_nothing_ever_waits_for_an_answer(recorder: Recorder) -> None:
    assert recorder.run(sys.executable, "-c", "import sys; print(repr(sys.stdin.read()))") == "''\n"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", DISK_FULL),
        ("npm error code ENOSPC", DISK_FULL),
        ("django.db.utils.OperationalError: database or disk is full", DISK_FULL),
        ("<pip._vendor.urllib3>: Failed to establish a new connection: [Errno -3]", NO_NETWORK),
        ("ERROR: No matching distribution found for x\nERROR: Could not find it (from versions: none)", NO_NETWORK),
        ("npm error errno ENOTFOUND", NO_NETWORK),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", WRONG_HASH),
        ("npm error code EINTEGRITY", WRONG_HASH),
        ("SyntaxError: invalid syntax", None),
    ],
)
def test_a_known_cause_gets_its_own_sentence(output: str, sentence: str | None) -> None:
    assert sentence_for(output) == sentence


@pytest.mark.parametrize(
    ("number", "beginning"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "This folder may not be written to (var)."),
        (errno.EROFS, "This folder may not be written to (var)."),
        (errno.EIO, "This computer refused what was needed: Input/output error (var)."),
    ],
)
def test_what_the_system_refuses_is_said_in_words(number: int, beginning: str) -> None:
    assert sentence_for_system(OSError(number, os.strerror(number), "var")).startswith(beginning)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.04, "0.0 s"), (9.94, "9.9 s"), (12.2, "12 s"), (119.7, "2 min 0 s"), (125, "2 min 5 s")]
)
def test_times_are_in_words(seconds: float, words: str) -> None:
    assert took(seconds) == words


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("", ""),
        ("Collecting django==5.2.19 (from -r requirements.txt (line 55))\n", "Collecting django==5.2.19"),
        ("one\ntwo\nhalf a li", "two"),
        ("10%\r 50%\r", "50%"),
        ("\x1b[32mBuilt\x1b[0m\n", "Built"),
    ],
)
def test_the_live_line_ends_with_the_latest_words(output: str, words: str) -> None:
    assert last_words(output) == words


def test_stopping_a_program_stops_what_it_started() -> None:
    child = "import subprocess, sys; p = subprocess.Popen(['sleep', '60']); print(p.pid, flush=True); p.wait()"
    with subprocess.Popen([sys.executable, "-c", child], stdout=subprocess.PIPE, start_new_session=True) as program:
        assert program.stdout is not None
        grandchild = int(program.stdout.readline())
        stop_group(program, patience=2)
        assert program.returncode == -signal.SIGTERM
    assert is_gone(grandchild)


def is_gone(process: int) -> bool:
    """Say whether a process has ended, giving it two seconds; one that nobody has buried yet has ended too."""
    end = time.monotonic() + 2
    status = Path(f"/proc/{process}/stat")
    while time.monotonic() < end:
        try:
            os.kill(process, 0)
            if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False
