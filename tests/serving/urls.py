"""The site's map, addresses that fail, and pages that differ each time they are rendered."""

from typing import NoReturn

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import path
from django.utils.crypto import get_random_string
from django.views.decorators.cache import cache_control

from hub.serving.freshness import raise_version
from hub.urls import urlpatterns as whole_site


def fail(request: HttpRequest, key: str = "") -> NoReturn:
    """Fail as code fails, with somebody's data in the message."""
    raise LookupError("Nobody is called sian.tull@example.org\nor rings from (01632) 960123")


def plain(request: HttpRequest) -> HttpResponse:
    """A page like any other; its words show whether it was rendered anew."""
    return HttpResponse(get_random_string(32) + "words " * 200)


def with_cookie(request: HttpRequest) -> HttpResponse:
    """A page that leaves a cookie."""
    response = plain(request)
    response.set_cookie("seen", "yes")
    return response


def with_nonce(request: HttpRequest) -> HttpResponse:
    """A page with an inline script."""
    return HttpResponse(f'<script nonce="{request.csp_nonce}">1</script>')  # type: ignore[attr-defined]


def with_message(request: HttpRequest) -> HttpResponse:
    """A page that has something to say once."""
    messages.info(request, "Saved")
    return plain(request)


@cache_control(private=True)
def somebodys(request: HttpRequest) -> HttpResponse:
    """A page that says it is one person's."""
    return plain(request)


def streamed(request: HttpRequest) -> StreamingHttpResponse:
    """A page that is sent in parts."""
    return StreamingHttpResponse(iter([get_random_string(32)]))


def missing(request: HttpRequest) -> HttpResponse:
    """An answer with the status of a page that is not there."""
    return HttpResponse(get_random_string(32), status=404)


def elsewhere(request: HttpRequest) -> HttpResponse:
    """A redirect."""
    return HttpResponseRedirect(f"/{get_random_string(32)}/")


def changed_meanwhile(request: HttpRequest) -> HttpResponse:
    """A page during whose making an editor publishes something."""
    raise_version()
    return plain(request)


def as_json(request: HttpRequest) -> HttpResponse:
    """An answer for machines."""
    return HttpResponse(get_random_string(32), content_type="application/json")


urlpatterns = [
    path("fails/", fail, name="fails"),
    path("fails/<str:key>/", fail, name="fails_with_key"),
    path("plain/", plain),
    path("with-cookie/", with_cookie),
    path("with-nonce/", with_nonce),
    path("with-message/", with_message),
    path("somebodys/", somebodys),
    path("streamed/", streamed),
    path("missing/", missing),
    path("elsewhere/", elsewhere),
    path("changed-meanwhile/", changed_meanwhile),
    path("json/", as_json),
    *whole_site,
]
