"""Whether a form was sent from a page of this site, as browsers themselves say."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def came_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that a page of another site sent this form.

    Current browsers name the page's origin with every form, and no page can make them lie about it. A request without
    any such header comes from an old browser or from no browser at all; neither can be another site's tool against a
    visitor.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site not in ("same-origin", "none")
    named = request.headers.get("Origin") or request.headers.get("Referer")
    return bool(named) and urlsplit(named).netloc != request.get_host()
