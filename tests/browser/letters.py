"""The mail that the demonstration would send: it writes it into a folder."""

import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

PATIENCE_SECONDS = 30


def letter_with(folder: Path, words: str) -> EmailMessage:
    """Wait until the demonstration has written a letter with these words to its folder of mail, and return it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        for file in (folder / "mail").glob("*.log"):
            for written in file.read_bytes().split(b"-" * 79):
                letter = message_from_bytes(written.strip(), policy=policy.default)
                body = letter.get_body()
                if body is not None and words in body.get_content():
                    return letter
        time.sleep(0.2)
    raise AssertionError(f"No letter says {words!r}.")
