"""The caches behind the site, made so that none of them can take a page away from anybody.

There are two, and settings say where they are:

- `default` is what all processes must agree on: it counts the tries of signing in, and Wagtail keeps the addresses
  of its sites there. On one machine it is a folder, with several it is Redis.
- `pages` is what can be made again at any time: guests' pages and the map of the site. On one machine each process
  has its own in memory, with several it is Redis, so that a page is rendered once for all of them.
"""

import fcntl
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.core.cache import BaseCache, caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache as StrictRedisCache
from django.utils.connection import ConnectionProxy
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# Long enough that waiting for a dead server does not add up within a page, short enough to notice its return.
PAUSE_SECONDS = 3.0
WARN_EVERY_SECONDS = 60.0
# When there are more that still count, some go by chance: many more than people who mistype within minutes.
MOST_FILES = 10_000
SWEEP_EVERY_SECONDS = 60.0

# Stands for caches["pages"] as `django.core.cache.cache` does for caches["default"].
kept_pages: BaseCache = ConnectionProxy(caches, "pages")  # type: ignore[assignment]


class SharedFilesCache(FileBasedCache):
    """A folder that the processes of one machine share, in which only one of them can add a key.

    Django's own looks and then writes, so two processes may both believe that they were first; what counts tries
    takes turns by adding a key.
    """

    def __init__(self, folder: str, params: dict[str, Any]) -> None:
        super().__init__(folder, {"OPTIONS": {"MAX_ENTRIES": MOST_FILES}} | params)
        self._next_sweep = 0.0

    def add(self, key: Any, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Store the value unless there is one; return whether it was stored."""
        with self._one_at_a_time():
            return super().add(key, value, timeout, version)

    def _cull(self) -> None:
        # Django looks through the folder at every writing and never for what is over, so it would fill up and be slow.
        now = time.monotonic()
        if now < self._next_sweep:
            return
        self._next_sweep = now + SWEEP_EVERY_SECONDS
        for name in self._list_cache_files():  # type: ignore[attr-defined]
            # Another process may sweep as well.
            with suppress(FileNotFoundError), Path(name).open("rb") as file:
                self._is_expired(file)  # type: ignore[attr-defined]
        super()._cull()  # type: ignore[misc]

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        self._createdir()  # type: ignore[attr-defined]
        with (Path(self._dir) / "lock").open("w") as lock:  # type: ignore[attr-defined]
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


class Outage:
    """What this process knows of a server that did not answer: until when to leave it alone, and who was told."""

    def __init__(self) -> None:
        self._leave_alone_until = 0.0
        self._quiet_until = 0.0
        self.lasts = False

    def may_be_asked(self) -> bool:
        """Whether it is time to ask the server."""
        return time.monotonic() >= self._leave_alone_until

    def begin(self, problem: Exception) -> None:
        """Leave the server alone for a moment, and write to the log unless it was written lately."""
        now = time.monotonic()
        self.lasts = True
        self._leave_alone_until = now + PAUSE_SECONDS
        if now >= self._quiet_until:
            self._quiet_until = now + WARN_EVERY_SECONDS
            # The kind says enough: a message can hold the server's address, and addresses can hold passwords.
            logger.warning("the shared cache does not answer", extra={"problem": type(problem).__name__})

    def end(self) -> None:
        """The server has answered."""
        self.lasts = False


# Every thread has a cache object of its own; what one of them learnt about a server, all of them know.
_outages: dict[str, Outage] = {}


class RedisCache(StrictRedisCache):
    """Redis, and something else for the time when Redis does not answer.

    With INSTEAD, the name of a folder, that is a `SharedFilesCache`: counting goes on, each machine for itself.
    Without, nothing is kept meanwhile and everything is made anew.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        folder = params.get("INSTEAD")
        self._instead: BaseCache = SharedFilesCache(folder, {}) if folder else DummyCache("", {})
        self.outage = _outages.setdefault(server, Outage())

    def _ask(self, method: str, *args: Any, **kwargs: Any) -> Any:
        if self.outage.may_be_asked():
            try:
                answer = getattr(super(), method)(*args, **kwargs)
            except RedisError as problem:
                self.outage.begin(problem)
            else:
                self.outage.end()
                return answer
        return getattr(self._instead, method)(*args, **kwargs)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        """Store the value unless there is one; return whether it was stored."""
        return bool(self._ask("add", *args, **kwargs))

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Return what is stored under the key, or the default."""
        return self._ask("get", *args, **kwargs)

    def set(self, *args: Any, **kwargs: Any) -> None:
        """Store the value."""
        self._ask("set", *args, **kwargs)

    def touch(self, *args: Any, **kwargs: Any) -> bool:
        """Let the value last longer; return whether there is one."""
        return bool(self._ask("touch", *args, **kwargs))

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        """Remove the value; return whether there was one."""
        return bool(self._ask("delete", *args, **kwargs))

    def has_key(self, *args: Any, **kwargs: Any) -> bool:
        """Return whether there is a value."""
        return bool(self._ask("has_key", *args, **kwargs))

    def incr(self, *args: Any, **kwargs: Any) -> int:
        """Count up and return the number. Raises ValueError if there is none."""
        return int(self._ask("incr", *args, **kwargs))

    def get_many(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        """Return those of the keys that have a value, with it."""
        return dict(self._ask("get_many", *args, **kwargs))

    def set_many(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Store several values; return the keys that could not be stored."""
        return list(self._ask("set_many", *args, **kwargs))

    def delete_many(self, *args: Any, **kwargs: Any) -> None:
        """Remove several values."""
        self._ask("delete_many", *args, **kwargs)

    def clear(self) -> None:
        """Remove everything."""
        self._ask("clear")
