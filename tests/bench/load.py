"""A server of our own and a few clients on loopback that ask it for one address, again and again."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

CLIENTS = 4
_PATIENCE_SECONDS = 30


@contextmanager
def served(var: Path, **environment: str) -> Iterator[int]:
    """Serve the site from `var` with one worker process; give its port; stop it in the end."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", "1"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning", "hub.wsgi:application"]
    variables = os.environ | {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "tests.bench.settings"} | environment
    server = subprocess.Popen(command, env=variables)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=10)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def requests_per_second(port: int, address: str, seconds: float) -> float:
    """Return how many answers a second the clients get together. Raises ValueError if one is not a 200."""
    context = get_context("spawn")
    with context.Pool(CLIENTS) as pool:
        counts = pool.starmap(_ask_again_and_again, [(port, address, seconds)] * CLIENTS)
    return sum(counts) / seconds


def seconds_for(port: int, address: str) -> float:
    """Return how long one answer takes. Raises ValueError if it is not a 200."""
    begin = time.perf_counter()
    size_of(port, address)
    return time.perf_counter() - begin


def size_of(port: int, address: str) -> int:
    """Return how many bytes the body at this address has."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(_request(port, address))
        return _read_answer(connection)


def _ask_again_and_again(port: int, address: str, seconds: float) -> int:
    request = _request(port, address)
    count = 0
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            connection.sendall(request)
            _read_answer(connection)
            count += 1
    return count


def _request(port: int, address: str) -> bytes:
    return f"GET {address} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()


def _read_answer(connection: socket.socket) -> int:
    received = connection.recv(262_144)
    head, _, body = received.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise ValueError(f"not a 200: {head[:80]!r}")
    at = head.lower().index(b"content-length:") + 15
    size = int(head[at:].split(b"\r\n", 1)[0])
    missing = size - len(body)
    while missing > 0:
        missing -= len(connection.recv(262_144))
    return size


def _wait_for(port: int) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            size_of(port, "/robots.txt")
        except (OSError, ValueError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("The server did not answer.")
