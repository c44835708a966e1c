"""The content-security policy: what a page may load, run and send.

Public pages and the members' area run scripts only from /static/ of their own host, never from uploads, and a
nonce is added by a view that needs an inline script. They carry no inline style, and frames only where a view
names whose. The Wagtail admin writes some
inline scripts of its own (inline and multiple-chooser panels, date and time widgets); those, and only those,
are let through with a nonce. Its styles set in attributes are allowed, as no editing form works without them.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Policy = dict[str, list[Any]]

# Scripts without an address. Those of Wagtail's client-side form templates are among them: they run later.
_INLINE_SCRIPT = re.compile(rb"<script(?=[\s>])(?![^>]*\s(?:nonce|src)=)")


def public_policy(host: str) -> Policy:
    """Return what a page of the site itself may do. `host` is the checked Host header, with its port."""
    return {
        "default-src": [NONE],
        "script-src": [f"{host}{settings.STATIC_URL}", NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    }


ADMIN_POLICY: Policy = {
    "default-src": [NONE],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "media-src": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "base-uri": [NONE],
}


def allow_frames(response: HttpResponseBase, origins: Iterable[str]) -> None:
    """Let this one answer show frames of `origins`, such as "https://player.example.org", and of nobody else."""
    # Where django-csp's own decorators leave what they add.
    response._csp_update = {"frame-src": sorted(origins)}  # type: ignore[attr-defined]  # noqa: SLF001


def is_admin(request: HttpRequest) -> bool:
    """Whether the address belongs to the Wagtail admin."""
    return request.path_info.startswith("/admin/")


class PolicyMiddleware(CSPMiddleware):
    """Adds the policy to every answer, and nonces to the admin's own inline scripts."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if getattr(request, "is_dummy", False):
            # Wagtail sends a preview through the whole site inside a request to the admin, under a made-up host.
            # The policy is added on the way out of the real request, which knows the host.
            response.is_preview = True  # type: ignore[attr-defined]
            return response
        if self._is_admin_page(request, response):
            nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
            response.content = _INLINE_SCRIPT.sub(f'<script nonce="{nonce}"'.encode(), response.content)  # type: ignore[attr-defined]
        return super().process_response(request, response)

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts: PolicyParts = super().get_policy_parts(request, response, report_only)
        if report_only or parts.config:
            return parts
        if is_admin(request) and not _is_preview(response):
            return replace(parts, config=ADMIN_POLICY)
        return replace(parts, config=public_policy(request.get_host()))

    @staticmethod
    def _is_admin_page(request: HttpRequest, response: HttpResponseBase) -> bool:
        # A preview needs no inline script, and one that slipped into an editor's text must not be blessed.
        return (
            is_admin(request)
            and not _is_preview(response)
            and not response.streaming
            and response.get("Content-Type", "").startswith("text/html")
        )


def _is_preview(response: HttpResponseBase) -> bool:
    return getattr(response, "is_preview", False)
