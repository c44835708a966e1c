"""The way from where a page was to where it is. Wagtail keeps the old addresses; this says who is shown the new."""

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page


class MovedPagesMiddleware(RedirectMiddleware):
    """Leads from an old address to the new, with whatever stood after the question mark.

    A page that the visitor may not see stays not found, so that nobody learns its new name from its old one.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code != 404:
            return response
        whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        bare = Redirect.normalise_path(request.get_full_path().partition("?")[0], decode_unicode=False)
        asked_for = get_redirect(request, whole)
        found = asked_for or (get_redirect(request, bare) if bare != whole else None)
        if found is None or found.link is None:
            return response
        if found.redirect_page and not _may_see(request, found.redirect_page):
            return response
        link = found.link if asked_for else _with_query(found.link, request.META.get("QUERY_STRING", ""))
        return HttpResponsePermanentRedirect(link) if found.is_permanent else HttpResponseRedirect(link)


def _may_see(request: HttpRequest, page: Page) -> bool:
    return bool(page.live) and all(restriction.accept_request(request) for restriction in page.get_view_restrictions())


def _with_query(link: str, query: str) -> str:
    if not query:
        return link
    address, hash_mark, part = link.partition("#")
    return f"{address}{'&' if '?' in address else '?'}{query}{hash_mark}{part}"
