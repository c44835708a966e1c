"""Serves the demonstration with its background worker until Ctrl-C, and says where it is once it answers.

Runs in the virtual environment, so it may use honcho, which keeps the two programs of the Procfile together.
"""

import argparse
import contextlib
import http.client
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import IO

from honcho.environ import parse_procfile
from honcho.manager import Manager
from honcho.printer import Message, Printer

from hub.demo.launch.foreground import alone_in_the_foreground
from hub.demo.launch.project import Project
from hub.demo.launch.terminal import LiveLine, say, say_problem, took

PATIENCE_SECONDS = 90
# What honcho reports after Ctrl-C and after a polite request to stop.
ASKED_TO_STOP = frozenset({130, 143})
RULE = "-" * 72


class Programs(Manager):
    """Honcho's manager, which cannot be stopped while it is still starting a program: this one waits a moment."""

    def terminate(self) -> None:
        """Stop every program, as soon as each has started."""
        if self._all_started():
            super().terminate()
        else:
            threading.Timer(0.1, self.terminate).start()


class Watch:
    """Asks for the front page until it comes, then tells the person all they need."""

    def __init__(self, project: Project, port: int, started: float) -> None:
        """Watch `port`; `started` is the time (seconds since 1970) when the person typed the command."""
        self._project = project
        self._port = port
        self._started = started
        self.stopping = threading.Event()

    def run(self) -> None:
        """Wait for the site, showing that something goes on."""
        line = LiveLine("Starting the site")
        warned = False
        begun = time.monotonic()
        while not self.stopping.is_set():
            status = front_page_status(self._port)
            if status is not None:
                line.end("it answers")
                self._announce(status)
                return
            if not warned and time.monotonic() - begun > PATIENCE_SECONDS:
                warned = True
                say_problem("The site is taking unusually long to start. Its messages are in var/serve.log.")
            line.show("")
            self.stopping.wait(0.1)

    def _announce(self, status: int) -> None:
        say(f"\n{RULE}\n\n  SENCo Hub is at  http://localhost:{self._port}/\n")
        if status >= 500:
            say("  Its front page reports an error at the moment: the reason is in var/demo.log.\n")
        say("".join(f"  {line}".rstrip() + "\n" for line in self._project.logins.read_text().strip().splitlines()))
        say(f"  Ready {took(time.time() - self._started)} after you started it. Mail it sends is put in var/mail.")
        say(f"  What you change is kept; make demo-reset begins afresh.\n\n{RULE}\n\nPress Ctrl-C to stop.")


class LogPrinter(Printer):
    """Writes what the programs say to a file, and starts the watch once they have all been started."""

    def __init__(self, log: IO[str], watch: Watch) -> None:
        """Write to `log`; begin `watch` with the first line, for a thread must not exist while honcho forks."""
        super().__init__(output=log)
        self._watching = threading.Thread(target=watch.run, daemon=True)

    def write(self, message: Message) -> None:
        """Write one message."""
        if self._watching.ident is None:
            self._watching.start()
        # A disk that has filled up costs the log, not the site.
        with contextlib.suppress(OSError):
            super().write(message)


def front_page_status(port: int) -> int | None:
    """Return the HTTP status of the front page, or None while nothing answers."""
    connection = http.client.HTTPConnection("localhost", port, timeout=60)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def serve(project: Project, procfile: Path, port: int, started: float) -> int:
    """Run the programs of `procfile` until asked to stop; return 0 then, and 1 when one ended by itself.

    `started` is the time (seconds since 1970) when the person typed the command.
    """
    variables = os.environ | {"PORT": str(port), "SITE_URL": f"http://localhost:{port}"}
    log_path = project.var / "serve.log"
    watch = Watch(project, port, started)
    with log_path.open("w", encoding="utf-8") as log:
        programs = Programs(LogPrinter(log, watch))
        for name, command in parse_procfile(procfile.read_text()).processes.items():
            programs.add_process(name, command, env=variables, cwd=str(project.root))
        # Closing the terminal's window must not leave the site running unseen.
        signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        programs.loop()
    watch.stopping.set()
    if programs.returncode in ASKED_TO_STOP:
        say("\nStopped. What you changed is kept: make demo starts it again.")
        return 0
    tail = log_path.read_text(encoding="utf-8").splitlines()[-15:]
    lines = "\n".join(f"  | {line[:160]}" for line in tail)
    say_problem(f"The site stopped by itself. Its messages are in var/serve.log; they end with:\n{lines}")
    return 1


def main() -> int:
    """Read the arguments and serve the project in the current folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--started", type=float, default=time.time())
    asked = parser.parse_args()
    procfile = Path(__file__).parent / "Procfile"
    with alone_in_the_foreground():
        return serve(Project(Path.cwd()), procfile, asked.port, asked.started)


if __name__ == "__main__":
    sys.exit(main())
