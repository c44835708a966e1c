"""The public pages as places in a tree: read once, kept until something that guests see changes.

Menus, crumbs and links look here, so that a page full of links costs no query.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from wagtail.models import Page, Site

from hub.serving.freshness import version

# News come by the hundred and are in no menu; a link to one is looked up when it is met.
_NOT_KEPT = "newspage"


@dataclass(frozen=True, slots=True)
class Place:
    """A public page in the tree: where it is and what it is called."""

    pk: int
    title: str
    url: str
    path: str
    in_menu: bool
    kind: str

    @property
    def parent_path(self) -> str:
        """The path of the page above."""
        return self.path[: -Page.steplen]


def public_places(site: Site | None) -> tuple[Place, ...]:
    """Return the pages of `site` that anybody may read, in the order of the tree."""
    if site is None:
        return ()
    key = f"places:{version()}:{site.pk}"
    kept: tuple[Place, ...] | None = cache.get(key)
    if kept is None:
        kept = _read(site.root_page)
        cache.set(key, kept, max(settings.GUEST_PAGES_SECONDS, 1))
    return kept


def place_of(pk: int | None) -> Place | None:
    """Return the public page with this key, of whichever site; None for news and for what is not public."""
    return next((place for place in _places_of_all_sites() if place.pk == pk), None)


def place_of_kind(kind: str) -> Place | None:
    """Return the first public page of this type, named as its model in lower case."""
    return next((place for place in _places_of_all_sites() if place.kind == kind), None)


def address_of(pk: int) -> str:
    """Return where the page with this key is, or nothing if it is gone or not for everybody."""
    place = place_of(pk)
    if place:
        return place.url
    page = Page.objects.live().public().filter(pk=pk).first()
    return str(page.url or "") if page else ""


def _places_of_all_sites() -> tuple[Place, ...]:
    key = f"places:{version()}"
    kept: tuple[Place, ...] | None = cache.get(key)
    if kept is None:
        sites = Site.objects.select_related("root_page")
        kept = tuple(place for site in sites for place in public_places(site))
        cache.set(key, kept, max(settings.GUEST_PAGES_SECONDS, 1))
    return kept


def _read(root: Page) -> tuple[Place, ...]:
    pages = (
        Page.objects.live()
        .public()
        .descendant_of(root, inclusive=True)
        .exclude(content_type__model=_NOT_KEPT)
        .order_by("path")
        .values_list("pk", "title", "url_path", "path", "show_in_menus", "content_type__model")
    )
    skip = len(root.url_path)
    return tuple(
        Place(pk, title, f"/{url_path[skip:]}", path, in_menu, kind)
        for pk, title, url_path, path, in_menu, kind in pages
    )
