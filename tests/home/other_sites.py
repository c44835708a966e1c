"""A site elsewhere, really served on this machine, that answers as its paths say."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Answers(BaseHTTPRequestHandler):
    """`/404` answers 404, `/to/x` leads on to x, `/no-head/200` answers only GET, `/slow` answers late."""

    asked: list[tuple[str, str, str]]

    def _answer(self) -> None:
        path = self.path.partition("?")[0]
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        if path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to"))
        elif path == "/away":
            self.send_response(302)
            self.send_header("Location", self.path.partition("?")[2])
        elif path.startswith("/no-head/"):
            self.send_response(405 if self.command == "HEAD" else int(path.rpartition("/")[2]))
        elif path == "/slow":
            time.sleep(1)
            self.send_response(200)
        else:
            self.send_response(int(path.strip("/") or 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer  # noqa: N815

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class OtherSite:
    """Where the site is, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []
        handler = type("Handler", (Answers,), {"asked": self.asked})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"


@contextmanager
def another_site() -> Iterator[OtherSite]:
    """Serve a site for as long as the block lasts."""
    site = OtherSite()
    thread = threading.Thread(target=site.server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()
