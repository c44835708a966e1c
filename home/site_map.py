"""What every page shows around its own words: names, navigation, footer, and where a page stands in the tree.

It is the same for everybody, so it is read once and kept until something that guests see changes.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site
from wagtail.rich_text import expand_db_html

from home.models import SiteSettings
from home.notices import Notice
from home.pictures.making import shown_now
from home.places import Places, places_of
from hub.serving.caches import kept_pages
from hub.serving.freshness import version

_STEP = Page.steplen
# Twice the area it is shown in, for fine screens.


@dataclass(frozen=True, slots=True)
class Link:
    """A link for a menu. `current` where the visitor is, or below it."""

    title: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """The council's logo as the header shows it; the size is that of the file."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SiteMap:
    """The council's names and words, and all public pages but the news, in the order of the tree."""

    name: str
    council: str
    service: str
    safeguarding: str
    theme: str
    home_path: str
    places: Places
    footer: tuple[int, ...]
    logo: Logo | None = None
    notice: Notice | None = None

    def navigation(self, here: str = "") -> list[Link]:
        """Return the main menu; `here` is the path in the tree of the page that is shown."""
        return [
            Link(place.title, place.url, current=here.startswith(place.path))
            for place in self.places.under(self.home_path)
            if place.in_menu
        ]

    def footer_links(self) -> list[Link]:
        """Return the pages that editors put at the foot of every page."""
        places = (self.places.of(pk) for pk in self.footer)
        return [Link(place.title, place.url) for place in places if place]

    def crumbs(self, path: str) -> list[Link]:
        """Return the pages above the one at `path`, from the home page down."""
        above = [place for place in self.places.every if path.startswith(place.path) and place.path != path]
        return [Link("Home" if place.path == self.home_path else place.title, place.url) for place in above]

    def section(self, path: str) -> tuple[Link | None, list[Link]]:
        """Return the part of the site that the page at `path` belongs to, and the pages in it.

        A page with pages under it is a section of its own; any other belongs with its neighbours. Pages
        directly under the home page have the main menu for neighbours, so they are in no section.
        """
        parent = path if self.places.under(path) else path[:-_STEP]
        if parent == self.home_path or len(parent) <= len(self.home_path):
            return None, []
        head = next((place for place in self.places.every if place.path == parent), None)
        if head is None:
            return None, []
        pages = [Link(place.title, place.url, current=place.path == path) for place in self.places.under(parent)]
        return Link(head.title, head.url, current=head.path == path), pages


def site_map(site: Site | None) -> SiteMap:
    """Return the map of `site`, from the cache if nothing has changed since it was drawn."""
    if site is None:
        return _draw(None)
    key = f"site-map:{version()}:{site.pk}"
    kept: SiteMap | None = kept_pages.get(key)
    if kept is None:
        kept = _draw(site)
        kept_pages.set(key, kept, max(settings.GUEST_PAGES_SECONDS, 1))
    return kept


def next_change(request: HttpRequest, after: datetime) -> datetime | None:
    """Return the first moment later than `after` at which pages change although nobody changes anything."""
    notice = site_map(Site.find_for_request(request)).notice
    return notice.next_change(after) if notice else None


def _draw(site: Site | None) -> SiteMap:
    words = SiteSettings.for_site(site) if site else SiteSettings()
    root = site.root_page if site else None
    return SiteMap(
        name=words.name,
        council=words.council,
        service=words.service,
        safeguarding=words.safeguarding,
        theme=words.accent.removeprefix("#").lower(),
        home_path=root.path if root else "",
        places=places_of(site) if site else Places(),
        footer=tuple(block.value for block in words.footer_links),
        logo=_logo_of(words),
        notice=_notice_of(words),
    )


def _logo_of(words: SiteSettings) -> Logo | None:
    if words.logo is None:
        return None
    now = shown_now(words.logo, "logo")
    return Logo(now.base.url, now.base.width, now.base.height) if now else None


def _notice_of(words: SiteSettings) -> Notice | None:
    if not words.notice:
        return None
    important = words.notice_level == SiteSettings.Level.IMPORTANT
    return Notice(expand_db_html(words.notice), important, words.notice_from, words.notice_until)
