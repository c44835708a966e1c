"""Whether a form was sent from a page of this site, as browsers themselves say.

Guests' pages carry no token and set no cookie, so that they can be kept whole; a form on one of them is believed by
what the browser says of where it stood.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest


def came_from_here(request: HttpRequest) -> bool | None:
    """Whether the browser says that the form stood on a page of this site; None when it does not say.

    Current browsers name the page's origin with every form, and no page can make them lie about it. A request without
    any such word comes from an old browser or from no browser at all.
    """
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site != "none":
        return site == "same-origin"
    here = f"{request.scheme}://{request.get_host()}"
    origin = request.headers.get("Origin")
    if origin:
        return origin == here
    referer = request.headers.get("Referer")
    if referer:
        parts = urlsplit(referer)
        return f"{parts.scheme}://{parts.netloc}" == here
    return None
