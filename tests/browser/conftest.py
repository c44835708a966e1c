"""A browser, the demonstration, and what every page must keep to while it is looked at."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize, expect, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.served import demonstration

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE: ViewportSize = {"width": 1280, "height": 900}
PATIENCE = 30_000  # milliseconds; a busy machine is slow, not wrong
NARROW: ViewportSize = {"width": 320, "height": 700}

expect.set_options(timeout=PATIENCE)

type_of_visit = Callable[..., AbstractContextManager[Page]]


def find_browser() -> str | None:
    """Return the Chromium or Chrome of this machine."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def demonstration_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration writes: its uploads, its log, the mail it would send."""
    return tmp_path_factory.mktemp("demonstration")


@pytest.fixture(scope="session")
def address(demonstration_folder: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Where the demonstration is served."""
    with django_db_blocker.unblock(), demonstration(demonstration_folder) as place:
        yield place


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser."""
    # Playwright keeps an event loop in this thread, in which Django would otherwise refuse the database to the
    # tests that come after.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield browser
        browser.close()


class Complaints:
    """What the browser had to say against a page: errors of scripts, and what the policy refused."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.expected: tuple[str, ...] = ()

    def listen_to(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.heard.append(f"script error: {error}"))

    def _on_console(self, message: ConsoleMessage) -> None:
        text = message.text
        if message.type == "error" and not any(part in text for part in self.expected):
            self.heard.append(f"{message.location.get('url', '')}: {text}")


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """Nothing may go wrong unseen: after each journey, the browser has no complaint."""
    listener = Complaints()
    yield listener
    assert listener.heard == []


@pytest.fixture
def visit(chromium: Browser, address: str, complaints: Complaints) -> type_of_visit:
    """`with visit(...) as page`: a window of its own, cookies and all; options are those of the browser."""

    @contextmanager
    def window(viewport: ViewportSize = WIDE, **options: Any) -> Iterator[Page]:
        context: BrowserContext = chromium.new_context(
            base_url=address, viewport=viewport, locale="en-GB", timezone_id="Europe/London", **options
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        complaints.listen_to(page)
        context.on("page", complaints.listen_to)
        yield page
        context.close()

    return window


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The accessibility checker."""
    return Path("node_modules/axe-core/axe.min.js").read_text()


@pytest.fixture
def record_pictures() -> bool:
    """Whether this run renews the pictures in the README: `PICTURES=1 pytest tests/browser`."""
    return bool(os.environ.get("PICTURES"))
