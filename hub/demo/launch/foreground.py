"""Takes Ctrl-C alone, so that stopping the demonstration is an ordinary end and not an interrupted `make`."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def alone_in_the_foreground() -> Iterator[None]:
    """Make this program the only one that the terminal's keys reach, for as long as the block lasts.

    Otherwise Ctrl-C also reaches `make`, which calls an end that was asked for an error. Does nothing where there
    is no terminal or where another program has it.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        yield
        return
    before = os.getpgrp()
    mine = False
    try:
        if os.tcgetpgrp(terminal) == before:
            # A program in the background is stopped when it asks for the terminal, unless it minds nothing.
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
            # Ctrl-Z would stop this program alone, and the shell, which waits for `make`, would not know.
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
            with suppress(OSError):
                os.setpgid(0, 0)
                os.tcsetpgrp(terminal, os.getpgrp())
                mine = True
        yield
    finally:
        if mine:
            with suppress(OSError):
                os.tcsetpgrp(terminal, before)
        os.close(terminal)
