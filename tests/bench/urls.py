"""The site's addresses and that of a page that does nothing."""

import os

from django.http import HttpRequest, HttpResponse
from django.urls import path

from hub.urls import urlpatterns as site_urlpatterns

_TEXT = "x" * int(os.environ.get("BENCH_BYTES", "20000"))


def constant(request: HttpRequest) -> HttpResponse:
    """Answer with a text of the size of the page that it is compared with, always made anew."""
    return HttpResponse(_TEXT, headers={"Cache-Control": "no-store"})


urlpatterns = [path("bench/constant/", constant), *site_urlpatterns]
