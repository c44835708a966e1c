"""What Wagtail asks of the public pages: which page is being shown."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page


@hooks.register("before_serve_page")
def remember_the_page(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Let the navigation know where the visitor is."""
    request.shown_page = page  # type: ignore[attr-defined]
