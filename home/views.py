"""The way from an address to a page, in one step where Wagtail would take one for each level of the tree."""

from django.apps import apps
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from home.models import ContactPage
from home.models.news import YEAR
from home.places import Places, places_of


# A contact page sees for itself where a form comes from (`home.models.contact` says why); all others ask for a token.
@csrf_exempt
def page(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """Answer with the page at this address. What the map does not know is left to Wagtail to find or refuse."""
    site = Site.find_for_request(request)
    if site:
        found = _find(places_of(site), site, path)
        if found:
            # Where Wagtail itself keeps the way it found, so that it does not look again.
            request._wagtail_route_for_request = found  # type: ignore[attr-defined]  # noqa: SLF001
    answer = serve if request.method == "POST" and _takes_forms(request, path) else csrf_protect(serve)
    response: HttpResponseBase = answer(request, path)
    return response


def _takes_forms(request: HttpRequest, path: str) -> bool:
    route = Page.route_for_request(request, path)
    return route is not None and isinstance(route.page, ContactPage)


def _find(places: Places, site: Site, path: str) -> RouteResult | None:
    place = places.at(f"/{path}")
    if place:
        return _way_to(_of_kind(place.kind).filter(pk=place.pk, live=True).first())
    before, _, last = path.rstrip("/").rpartition("/")
    above = places.at(f"/{before}/".replace("//", "/"))
    if above is None or above.kind != "newsindexpage":
        return None
    if YEAR.fullmatch(last):
        return _way_to(_of_kind(above.kind).filter(pk=above.pk, live=True).first(), year=int(last))
    news = _of_kind("newspage").filter(url_path=f"{site.root_page.url_path}{path}", live=True)
    return _way_to(news.select_related("picture", "sharing_picture").first())


def _way_to(page: Page | None, **kwargs: int) -> RouteResult | None:
    return RouteResult(page, kwargs=kwargs) if page else None


def _of_kind(kind: str) -> PageQuerySet:
    # The picture that stands for a page elsewhere comes with it, for a join costs less than a query.
    pages: PageQuerySet = apps.get_model("home", kind).objects.select_related("sharing_picture")
    return pages
