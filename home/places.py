"""The public pages as places in a tree: read once, kept until something that guests see changes.

Menus, crumbs and links look here, so that a page full of links costs no query.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists
from wagtail.models import Page, PageViewRestriction, Site

from hub.serving.caches import kept_pages
from hub.serving.freshness import version

# News come by the hundred and are in no menu; a link to one is looked up when it is met.
_NOT_KEPT = "newspage"


@dataclass(frozen=True, slots=True)
class Place:
    """A public page in the tree: where it is, what it is called and which type it has."""

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


@dataclass(frozen=True, slots=True)
class Places:
    """All places of a site, in the order of the tree. `restrictions` tells whether any page is for some only."""

    root: str = "/"
    every: tuple[Place, ...] = ()
    restrictions: bool = True

    def of(self, pk: int | None) -> Place | None:
        """Return the place with this key, if it is public."""
        return next((place for place in self.every if place.pk == pk), None)

    def of_kind(self, kind: str) -> Place | None:
        """Return the first place of this type, named as its model in lower case."""
        return next((place for place in self.every if place.kind == kind), None)

    def at(self, url: str) -> Place | None:
        """Return the place at this address."""
        return next((place for place in self.every if place.url == url), None)

    def under(self, path: str) -> list[Place]:
        """Return the places directly under the page at `path`, in the editors' order."""
        return [place for place in self.every if place.parent_path == path]


def places_of(site: Site | None) -> Places:
    """Return the places of `site`; of the default site if none is named."""
    # Asked for before the pages are read: what a change overtakes is kept under the version before it.
    now = version()
    key = f"places:{now}:{site.pk if site else 'default'}"
    kept: Places | None = kept_pages.get(key)
    if kept is None:
        site = site or Site.objects.select_related("root_page").filter(is_default_site=True).first()
        kept = _read(site.root_page) if site else Places()
        kept_pages.set(key, kept, max(settings.GUEST_PAGES_SECONDS, 1))
        if site and site.is_default_site:
            kept_pages.set(f"places:{now}:default", kept, max(settings.GUEST_PAGES_SECONDS, 1))
    return kept


def address_of(pk: int) -> str:
    """Return where the page with this key is, or nothing if it is gone or not for everybody."""
    place = places_of(None).of(pk)
    if place:
        return place.url
    page = Page.objects.live().public().filter(pk=pk).first()
    return str(page.url or "") if page else ""


def _read(root: Page) -> Places:
    pages = Page.objects.live().descendant_of(root, inclusive=True).exclude(content_type__model=_NOT_KEPT)
    rows = list(
        pages.order_by("path")
        .annotate(restrictions=Exists(PageViewRestriction.objects.all()))
        .values_list("pk", "title", "url_path", "path", "show_in_menus", "content_type__model", "restrictions")
    )
    # Without a single row nothing is known, and what is not known may be restricted.
    restrictions = not rows or any(row[-1] for row in rows)
    if restrictions:
        public = set(pages.public().values_list("pk", flat=True))
        rows = [row for row in rows if row[0] in public]
    skip = len(root.url_path)
    every = tuple(
        Place(pk, title, f"/{url_path[skip:]}", path, in_menu, kind)
        for pk, title, url_path, path, in_menu, kind, _ in rows
    )
    return Places(root.url_path, every, restrictions)
