"""What can go wrong before the site runs, as sentences that say what to do."""

import errno


class CannotGoOnError(Exception):
    """Preparing or starting stops here; the text is for the person at the terminal."""


DISK_FULL = "The disk is full. Free at least 1 GB, then run the same command again: it goes on where it stopped."
NO_NETWORK = (
    "The packages could not be fetched. Check that this computer is on the internet (and, behind a proxy, that\n"
    "HTTPS_PROXY is set), then run the same command again: it goes on where it stopped."
)
WRONG_HASH = (
    "A package that was fetched is not the one this project was tested with, so it was not installed.\n"
    "Try again; if it stays so, tell whoever looks after your network's package mirror."
)
NOT_FOR_THIS_PYTHON = (
    "A package could not be built for this computer's Python. Use a Python from 3.11 to 3.14, for example:\n"
    "make demo PYTHON=python3.12"
)
DATABASE_BUSY = "The database is in use by another program. Stop that program, then run the same command again."

# Lower-case pieces of what pip, npm and Django say. The first that is found decides, so what causes other
# messages stands before what follows from it.
SIGNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (DISK_FULL, ("no space left on device", "enospc", "database or disk is full", "disk quota exceeded")),
    (
        NO_NETWORK,
        (
            "failed to establish a new connection",
            # What pip says of every package when it reached no index at all.
            "(from versions: none)",
            "temporary failure in name resolution",
            "name or service not known",
            "network is unreachable",
            "connection refused",
            "connecttimeout",
            "connection timed out",
            "read timed out",
            "cannot connect to proxy",
            "proxyerror",
            "certificate verify failed",
            "enotfound",
            "eai_again",
            "econnrefused",
            "econnreset",
            "etimedout",
            "enetunreach",
            "err_socket_timeout",
        ),
    ),
    (WRONG_HASH, ("do not match the hashes", "eintegrity")),
    (NOT_FOR_THIS_PYTHON, ("failed building wheel", "failed to build", "no matching distribution found")),
    (DATABASE_BUSY, ("database is locked",)),
)


def sentence_for(output: str) -> str | None:
    """Return the sentence for a known cause found in a program's `output`, or None."""
    said = output.lower()
    return next((sentence for sentence, signs in SIGNS if any(sign in said for sign in signs)), None)


def sentence_for_system(error: OSError) -> str:
    """Return the sentence for what the operating system refused."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"This folder may not be written to{where}. Copy the project to a folder of your own and try there."
    return f"This computer refused what was needed: {error.strerror or error}{where}."
