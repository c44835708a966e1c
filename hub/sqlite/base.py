"""The database backend named in settings as `hub.sqlite`.

SQLite lets one connection write at a time, and its busy handler is not fair: under constant load one writer
can wait for as long as the others keep coming. Here everyone who begins a write transaction first takes a
place in a queue, a lock on a file beside the database. The kernel serves that queue in order and frees the
place of a process that dies. The place is given back as soon as the transaction has begun.
"""

import fcntl
import os
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

# EXCLUSIVE is how django-tasks-db asks for the next task.
_TAKE_THE_LOCK_AT_ONCE = frozenset({"IMMEDIATE", "EXCLUSIVE"})


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite whose transactions begin in the order in which they were asked for."""

    def get_connection_params(self) -> dict[str, Any]:
        if not self.is_in_memory_db():
            Path(self.settings_dict["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        params: dict[str, Any] = super().get_connection_params()
        return params

    def _start_transaction_under_autocommit(self) -> None:
        if self.transaction_mode not in _TAKE_THE_LOCK_AT_ONCE or self.is_in_memory_db():  # type: ignore[attr-defined]
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
            return
        place = os.open(f"{self.settings_dict['NAME']}.queue", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(place, fcntl.LOCK_EX)
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        finally:
            os.close(place)
