"""The gallery of parts, and the style sheet of a council's accent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from hub.look.accent import theme_css
from hub.look.gallery import gallery

_A_YEAR = 365 * 24 * 60 * 60


@require_safe
@cache_control(public=True, immutable=True, max_age=_A_YEAR)
def theme(request: HttpRequest, key: str) -> HttpResponse:
    """Give the tokens of an accent as a style sheet. The address holds the colour, so the answer never changes."""
    try:
        css = theme_css(f"#{key}")
    except ValueError as problem:
        raise Http404 from problem
    return HttpResponse(css, content_type="text/css; charset=utf-8")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every element and component with its states."""
    return render(request, "look/styleguide.html", gallery())
