"""Whole pages for guests, from the cache.

A guest is somebody without a session: everybody without one is shown the same page, so it is rendered once and
kept. Each kept page belongs to a version of the site. Whatever changes what guests see raises the version (see
`freshness`), so no page outlives a change, and a page begun before a change is kept under the version before it.
What changes by the clock is known beforehand (see `moments`), and no page is kept beyond it.

Only answers to requests that carry no cookie at all are kept: an answer made for a cookie could hold a token
that is somebody's. Kept pages may be given to people with cookies, as long as none of them is a session.
"""

import gzip
import hashlib
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from hub.serving.caches import kept_pages
from hub.serving.freshness import version
from hub.serving.moments import next_change

# A browser may keep the page but asks each time whether it still holds; shared caches between us may not keep it.
_BROWSERS_ASK_AGAIN = "private, no-cache"
_SAYS_NO = re.compile(r"private|no-store|no-cache")
# What may be kept: pages, the map for search engines, feeds.
_KINDS = ("text/html", "application/xml", "application/atom+xml", "text/plain")
_PAGE_NUMBER = re.compile(r"page=\d{1,4}")
_OWN_HEADERS = frozenset({"content-length", "cache-control", "etag", "vary"})


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A rendered page with the headers that go with it."""

    etag: str
    headers: dict[str, str]
    body: bytes
    zipped: bytes

    @classmethod
    def of(cls, response: HttpResponse) -> "KeptPage":
        body = response.content
        return cls(
            etag=f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"',
            headers={name: value for name, value in response.items() if name.lower() not in _OWN_HEADERS},
            body=body,
            zipped=gzip.compress(body, compresslevel=6, mtime=0),
        )

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return the page for this request: nothing if the browser has it, compressed if it may be."""
        if self.etag in request.headers.get("If-None-Match", ""):
            response: HttpResponse = HttpResponseNotModified()
        elif "gzip" in request.headers.get("Accept-Encoding", ""):
            response = HttpResponse(self.zipped)
            response["Content-Encoding"] = "gzip"
        else:
            response = HttpResponse(self.body)
        if response.status_code == 200:
            response["Content-Length"] = str(len(response.content))
            for name, value in self.headers.items():
                response[name] = value
        response["ETag"] = self.etag
        response["Cache-Control"] = _BROWSERS_ASK_AGAIN
        patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
        return response


class GuestPagesMiddleware:
    """Answers guests from the cache, and keeps what they are shown for the next one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.GUEST_PAGES_SECONDS <= 0 or not self._may_be_given_a_kept_page(request):
            return self.get_response(request)
        key = self._key(request)
        kept: KeptPage | None = kept_pages.get(key)
        if kept is None:
            begun = timezone.now()
            response = self.get_response(request)
            if not self._may_be_kept(request, response):
                return response
            kept = KeptPage.of(response)  # type: ignore[arg-type]
            seconds = self._seconds_to_keep(request, begun)
            if seconds > 0:
                kept_pages.set(key, kept, seconds)
        return kept.answer(request)

    @staticmethod
    def _seconds_to_keep(request: HttpRequest, begun: datetime) -> int:
        # Counted from before the page was made: what changed while it was made is not on it.
        change = next_change(request, begun)
        longest = int(settings.GUEST_PAGES_SECONDS)
        if change is None:
            return longest
        # Rounded down, because Redis counts whole seconds.
        return min(longest, math.floor((change - timezone.now()).total_seconds()))

    @staticmethod
    def _key(request: HttpRequest) -> str:
        # Today's date is part of it, because pages say what is on today and in the coming days.
        today = timezone.localdate().isoformat()
        place = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
        name = hashlib.blake2b(place.encode(), digest_size=16).hexdigest()
        return f"guest-page:{version()}:{today}:{name}"

    @staticmethod
    def _may_be_given_a_kept_page(request: HttpRequest) -> bool:
        return (
            request.method in ("GET", "HEAD")
            and not getattr(request, "is_dummy", False)
            and not request.path_info.startswith(("/admin/", "/health/", settings.STATIC_URL, settings.MEDIA_URL))
            # Addresses with questions are without number and would crowd the pages out; a page number is not.
            and (not (asked := request.META.get("QUERY_STRING", "")) or bool(_PAGE_NUMBER.fullmatch(asked)))
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and "messages" not in request.COOKIES
            and "Authorization" not in request.headers
            and "HX-Request" not in request.headers
        )

    @staticmethod
    def _may_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
        return (
            request.method == "GET"
            and response.status_code == 200
            and not response.streaming
            and not request.COOKIES
            and not response.cookies
            and response.get("Content-Type", "").startswith(_KINDS)
            and "Set-Cookie" not in response
            and not response.has_header("Content-Encoding")
            and not {"private", "no-store", "no-cache"}
            & set(response.get("Cache-Control", "").replace(",", " ").split())
            # A page with a nonce is good for one answer only.
            and "'nonce-" not in response.get("Content-Security-Policy", "")
            and not getattr(request, "is_preview", False)
        )
