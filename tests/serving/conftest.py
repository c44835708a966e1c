"""What the tests of serving share: the log as it is written, and pages that raise."""

import json
import logging
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from pythonjsonlogger.json import JsonFormatter

LogLines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def log() -> Iterator[LogLines]:
    """The lines that the console was given during the test, read back from JSON."""
    console = next(
        handler
        for handler in logging.getLogger().handlers
        if isinstance(handler, logging.StreamHandler) and isinstance(handler.formatter, JsonFormatter)
    )
    written = StringIO()
    before = console.setStream(written)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    console.setStream(before)
