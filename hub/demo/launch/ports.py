"""Which port the site may use. Asked first, because the server itself only ever fails with a crash report."""

import errno
import socket

from hub.demo.launch.problems import CannotGoOnError

HIGHEST = 65_535
# The browser tries both meanings of "localhost", so both must be free.
LOOPBACK = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))


def port_from(text: str) -> int:
    """Return the port that a person typed.

    Raises CannotGoOnError when it is not a whole number from 1 to 65535.
    """
    if text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= HIGHEST:
        return int(text)
    raise CannotGoOnError(
        f"PORT must be a whole number from 1 to {HIGHEST}, not “{text}”. For example:  make demo PORT=8001"
    )


def make_sure_free(port: int) -> None:
    """Return if the site can use `port` on this computer.

    Raises CannotGoOnError, with another port to try, when a program already listens there or when this
    account may not use it.
    """
    reason = _refusal(port)
    if reason is None:
        return
    other = _free_port_near(max(port, 1023))
    advice = "Choose another port" if reason == errno.EACCES else "Stop that program, or choose another port"
    because = "may not be used by this account" if reason == errno.EACCES else "is already in use by another program"
    example = f", for example:  make demo PORT={other}" if other else "."
    raise CannotGoOnError(f"Port {port} {because}. {advice}{example}")


def _refusal(port: int) -> int | None:
    for family, address in LOOPBACK:
        try:
            with socket.socket(family) as asking:
                asking.settimeout(1)
                if asking.connect_ex((address, port)) == 0:
                    return errno.EADDRINUSE
            with socket.socket(family) as trying:
                # As the server does it: a port that was left a moment ago counts as free.
                trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                trying.bind((address, port))
        except OSError as error:
            # Anything else means that this computer has no such address (no IPv6), which is no obstacle.
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                return error.errno
    return None


def _free_port_near(port: int) -> int | None:
    candidates = range(port + 1, min(port + 50, HIGHEST) + 1)
    return next((candidate for candidate in candidates if _refusal(candidate) is None), None)
