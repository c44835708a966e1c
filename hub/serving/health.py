"""Whether the site can do its work, for load balancers and for whoever is on call.

Each part is asked for what it is there for. The answer is 200 when all is well and 503 when a part without
which the site cannot serve is not; it names the parts and says nothing about people or machines.
"""

import shutil
import time
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from hub.worker.pulse import last_seen

WORKER_MAY_BE_SILENT = timedelta(minutes=1)
LEAST_FREE_BYTES = 200 * 1024 * 1024
NO_ANSWER = "does not answer"


class UnwellError(Exception):
    """What is wrong with a part, in a few words."""


class BearableError(UnwellError):
    """What is wrong with a part without which pages are served all the same."""


def check_database() -> None:
    """Ask the database for an answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def check_cache() -> None:
    """Write to the caches and read it back."""
    for name in settings.CACHES:
        cache, word = caches[name], get_random_string(12)
        try:
            cache.set("health", word, 30)
            returned = cache.get("health")
        except Exception as problem:
            # Each kind of cache fails with errors of its own.
            raise UnwellError(NO_ANSWER) from problem
        outage = getattr(cache, "outage", None)
        if outage and outage.lasts:
            # Every machine of the site shares it: taking them all away would close the site.
            raise BearableError(NO_ANSWER)
        if returned != word:
            raise UnwellError("does not give back what it was given")


def check_search() -> None:
    """Ask the search index a question."""
    list(Page.objects.search("health", fields=["title"])[:1])


def check_worker() -> None:
    """Look for a worker that was alive a moment ago."""
    seen = last_seen()
    if seen is None:
        raise UnwellError("is not running")
    if timezone.now() - seen > WORKER_MAY_BE_SILENT:
        raise UnwellError("has stopped")


def check_disk() -> None:
    """Look for room for what people upload."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(settings.VAR).free < LEAST_FREE_BYTES:
        raise UnwellError("is nearly full")


CHECKS: dict[str, Callable[[], None]] = {
    "database": check_database,
    "cache": check_cache,
    "search": check_search,
    "worker": check_worker,
    "disk": check_disk,
}
# Pages are served without them: a load balancer that took every machine away for these would close the site.
NOT_NEEDED_TO_SERVE = frozenset({"worker", "disk"})


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer with each part's state. 503 only for parts without which pages cannot be served."""
    parts, healthy, able = {}, True, True
    for name, check in CHECKS.items():
        begun, bearable = time.perf_counter(), name in NOT_NEEDED_TO_SERVE
        try:
            check()
            state = "ok"
        except UnwellError as problem:
            state, bearable = str(problem), bearable or isinstance(problem, BearableError)
        except (DatabaseError, OSError):
            state = NO_ANSWER
        if state != "ok":
            healthy = False
            able = able and bearable
        parts[name] = {"state": state, "milliseconds": round((time.perf_counter() - begun) * 1000, 1)}
    summary = "ok" if healthy else "degraded" if able else "down"
    return JsonResponse({"status": summary, "parts": parts}, status=200 if able else 503)
