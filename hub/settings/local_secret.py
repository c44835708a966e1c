"""A secret key that one machine makes for itself, for the demonstration."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def local_secret(path: Path) -> str:
    """Return the key kept in `path`, making it on the first call; readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        # Whole or not at all, and whoever comes first: the server and the worker start at the same moment.
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
        fresh.unlink()
    return path.read_text()
