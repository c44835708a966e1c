"""One line of JSON per event, with the request's id, and without anybody's personal data.

A log is read by more people than the site is. Addresses of people never reach it: what looks like an e-mail
address or a telephone number is masked in every text, tracebacks included, because a database's error message
can quote the row that it refused.
"""

import copy
import json
import logging
import re
from contextvars import ContextVar
from typing import Any

from pythonjsonlogger.json import JsonFormatter as BaseJsonFormatter

request_id: ContextVar[str] = ContextVar("request_id", default="")

_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.-])(?:\+44|0)(?:[\s()-]{0,2}\d){9,11}(?![\w-])")


def without_personal_data(text: str) -> str:
    """Return `text` with e-mail addresses and British telephone numbers masked."""
    return _PHONE.sub("[number]", _EMAIL.sub("[address]", text))


class RequestFilter(logging.Filter):
    """Gives every record the id of the request it was written in; empty outside requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        return True


class JsonFormatter(BaseJsonFormatter):
    """The record as one JSON object: when, how bad, who speaks, what, and whatever `extra` added."""

    def __init__(self) -> None:
        super().__init__(
            ["asctime", "levelname", "name", "message"],
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
            # Django hangs the whole request and the server's socket on its records: neither may be written.
            reserved_attrs=[*_STANDARD_ATTRIBUTES, "request", "server_time", "taskName"],
        )
        self.default_msec_format = "%s.%03d"

    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            # Django's own messages end with the address that was asked for, and an address can be a key.
            asked_for = str(request.path).encode("unicode_escape").decode("ascii")
            record = copy.copy(record)
            record.args = tuple("[path]" if part == asked_for else part for part in record.args or ())
        return super().format(record)

    def jsonify_log_record(self, log_data: Any) -> str:
        # The finished texts are masked, not the JSON around them: there a line break is the letter n, and an
        # accented letter is six signs, and either would hide where an address begins.
        return json.dumps(_masked(json.loads(super().jsonify_log_record(log_data))), ensure_ascii=False)


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return without_personal_data(value)
    if isinstance(value, dict):
        return {without_personal_data(name): _masked(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_masked(part) for part in value]
    return value


_STANDARD_ATTRIBUTES = sorted({*vars(logging.makeLogRecord({})), "message", "asctime"})
