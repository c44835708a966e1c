"""A secret key that one machine makes for itself, for the demonstration."""

import os
import secrets
from pathlib import Path


def local_secret(path: Path) -> str:
    """Return the key kept in `path`, making it on the first call; readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        place = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(place, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text()
