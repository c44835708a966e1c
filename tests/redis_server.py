"""A real Redis for one test: on a socket in a folder of its own, without a port, and gone when the test is over."""

import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from django.core.cache import caches

_PATIENCE_SECONDS = 20


def find_redis() -> str | None:
    """Return where the program is, if this machine has it."""
    return shutil.which("redis-server")


class RedisServer:
    """A Redis that can be stopped, made to hang, and started again with nothing in it."""

    def __init__(self) -> None:
        # Not pytest's folder: the address of a socket may have no more than about a hundred signs.
        self.folder = Path(tempfile.mkdtemp(prefix="hubredis"))
        self.socket = self.folder / "redis.sock"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """The address for CACHE_URL."""
        return f"rediscache://{self.socket}"

    def caches(self) -> dict[str, dict[str, Any]]:
        """Return the caches as the settings make them from the address."""
        redis = {
            "BACKEND": "hub.serving.caches.RedisCache",
            "LOCATION": f"unix://{self.socket}",
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
        return {"default": redis | {"INSTEAD": str(self.folder / "instead")}, "pages": redis, "renditions": redis}

    def start(self) -> None:
        """Start it, empty, and wait until it can be spoken to."""
        program = find_redis()
        assert program
        nothing_on_disk = ("--save", "", "--appendonly", "no", "--dir", str(self.folder))
        self._process = subprocess.Popen(
            [program, "--port", "0", "--unixsocket", str(self.socket), *nothing_on_disk],
            stdout=subprocess.DEVNULL,
        )
        give_up = time.monotonic() + _PATIENCE_SECONDS
        while not self.socket.exists():
            assert self._process.poll() is None, "redis-server ended at once."
            assert time.monotonic() < give_up, "redis-server did not begin to listen."
            time.sleep(0.01)

    def stop(self) -> None:
        """End it, as when its machine fails."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
            self.socket.unlink(missing_ok=True)

    def hang(self) -> None:
        """Let it take connections and answer nothing, as when its machine is overloaded."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it answer again, with all that was in it."""
        assert self._process
        self._process.send_signal(signal.SIGCONT)

    @staticmethod
    def hang_up() -> None:
        """Close our side of the connections."""
        for cache in caches.all(initialized_only=True):
            for pool in cache._cache._pools.values():  # type: ignore[attr-defined]
                pool.disconnect()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self.folder)
