"""What the person at the terminal sees while something takes a while, and the record of all that was said."""

import os
import re
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from hub.demo.launch.problems import CannotGoOnError, sentence_for

REDRAW_SECONDS = 0.25
# Where nothing can be redrawn, a line this often says that work goes on.
REMINDER_SECONDS = 30
TAIL_LINES = 12


def say(text: str = "") -> None:
    """Write one line to the person."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def say_problem(text: str) -> None:
    """Write what went wrong, set apart so that it is seen."""
    sys.stderr.write(f"\n{text}\n\n")
    sys.stderr.flush()


def took(seconds: float) -> str:
    """Return a length of time in words: `0.4 s`, `12 s`, `2 min 5 s`."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


class LiveLine:
    """One line that shows what is being done, for how long already, and a word of what is going on."""

    def __init__(self, title: str) -> None:
        """Show `title` at once."""
        self._title = title
        self._start = time.monotonic()
        self._reminded = 0
        self._moving = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        if not self._moving:
            say(title)

    def show(self, detail: str) -> None:
        """Show that work goes on, with the latest `detail`."""
        seconds = time.monotonic() - self._start
        if self._moving:
            line = f"{self._title} … {seconds:.0f} s  {detail}"
            width = shutil.get_terminal_size().columns - 1
            sys.stdout.write(f"\r\033[K{line[:width]}")
            sys.stdout.flush()
        elif seconds // REMINDER_SECONDS > self._reminded:
            self._reminded = int(seconds // REMINDER_SECONDS)
            say(f"        still going after {took(seconds)}  {detail}"[:100])

    def end(self, words: str = "done") -> None:
        """Leave the line as it was, with the time it took."""
        time_taken = took(time.monotonic() - self._start)
        if self._moving:
            sys.stdout.write("\r\033[K")
            say(f"{self._title}: {words}, {time_taken}")
        else:
            say(f"        {words}, {time_taken}")


class Recorder:
    """Runs programs with a live line; all they say goes to a log, and to the person only when one fails."""

    def __init__(self, log: Path, *, folder: Path, variables: Mapping[str, str]) -> None:
        """Begin a new `log`; programs run in `folder` with these environment `variables`."""
        log.parent.mkdir(parents=True, exist_ok=True)
        self._log = log
        self._folder = folder
        self._variables = dict(variables)
        self._line: LiveLine | None = None
        log.write_bytes(b"")

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Show `title` as a live line for as long as the block lasts."""
        self._line = LiveLine(title)
        try:
            yield
        except BaseException:
            self._line.end("stopped")
            raise
        else:
            self._line.end()
        finally:
            self._line = None

    def run(self, *command: str | Path, path_first: Path | None = None) -> str:
        """Run a program to its end and return all it said.

        Raises CannotGoOnError, with the cause in words where it is known and the last lines, when the program
        fails or is not there.
        """
        words = [str(word) for word in command]
        variables = dict(self._variables)
        if path_first:
            variables["PATH"] = f"{path_first}{os.pathsep}{variables['PATH']}"
        with self._log.open("ab") as log:
            log.write(f"\n$ {' '.join(words)}\n".encode())
            code, output = self._watch(words, variables, log)
        if code != 0:
            raise CannotGoOnError(self._why(output))
        return output

    def _watch(self, words: Sequence[str], variables: Mapping[str, str], log: IO[bytes]) -> tuple[int, str]:
        program = subprocess.Popen(
            words,
            cwd=self._folder,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # A group of its own: stopping it then also stops what it started.
            start_new_session=True,
        )
        try:
            output = self._follow(program, log)
            return program.wait(), output
        except BaseException:
            stop_group(program)
            raise

    def _follow(self, program: subprocess.Popen[bytes], log: IO[bytes]) -> str:
        heard = bytearray()
        assert program.stdout is not None
        with program.stdout as pipe, selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while True:
                if selector.select(timeout=REDRAW_SECONDS):
                    piece = os.read(pipe.fileno(), 65_536)
                    if not piece:
                        return heard.decode(errors="replace")
                    heard += piece
                    log.write(piece)
                if self._line:
                    self._line.show(last_words(heard[-2000:].decode(errors="replace")))

    def _why(self, output: str) -> str:
        sentence = sentence_for(output)
        # Where the cause is known, its own words matter less.
        tail = what_was_said(output)[-3 if sentence else -TAIL_LINES :]
        heading = f"All that was said is in {self._log.relative_to(self._folder)}. It ended with:"
        beginning = sentence or "This step did not work. The reason is in what was said last."
        return "\n".join([beginning, "", heading, *(f"  | {line[:160]}" for line in tail)])


def what_was_said(output: str) -> list[str]:
    """Return the lines of `output` that say something to a person: tracebacks only keep what they end with."""
    lines: list[str] = []
    tracing = False
    for line in re.split(r"[\r\n]+", output):
        tracing = line.startswith("Traceback ") or (tracing and line[:1] in {" ", ""})
        if line.strip() and not tracing:
            lines.append(line.rstrip())
    return lines


def last_words(output: str) -> str:
    """Return the latest complete line in `output`, without what only programmers want to know."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", output) if line.strip()]
    if lines and not output.endswith(("\n", "\r")) and len(lines) > 1:
        lines.pop()
    return re.sub(r" \(from .*|\x1b\[[0-9;?]*[A-Za-z]", "", lines[-1]) if lines else ""


def stop_group(program: subprocess.Popen[bytes], *, patience: float = 5.0) -> None:
    """Ask a program and all it started to stop; after `patience` seconds, make them."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        if program.poll() is None:
            try:
                os.killpg(program.pid, how)
                program.wait(timeout=patience)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
