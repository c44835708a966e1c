"""The first middleware: gives each request an id and writes one log line when it is answered."""

import logging
import re
import time
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from hub.serving.logs import request_id

logger = logging.getLogger("hub.requests")

# What a proxy in front may send; anything else is replaced, so that nobody writes into our logs.
_ACCEPTABLE_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestLogMiddleware:
    """Names the request, answers with the name in `X-Request-ID`, logs the outcome.

    The line names the view, never the address that was asked for: addresses carry search words and keys.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-ID", "")
        name = given if _ACCEPTABLE_ID.fullmatch(given) else uuid.uuid4().hex
        token = request_id.set(name)
        begun = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = name
            if logger.isEnabledFor(logging.INFO):
                match = request.resolver_match
                logger.info(
                    "answered",
                    extra={
                        "method": request.method,
                        "view": match.view_name if match else "",
                        "status": response.status_code,
                        "milliseconds": round((time.perf_counter() - begun) * 1000, 1),
                    },
                )
            return response
        finally:
            request_id.reset(token)
