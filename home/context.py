"""What every template may ask for, made only when it does."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site

from home.metadata import Metadata, metadata_of
from home.models.base import SitePage
from home.notices import Notice
from home.site_map import Link, Logo, SiteMap, site_map

# How the path in the tree of a first child goes on from that of its parent.
FIRST_CHILD = "1".zfill(Page.steplen)


@dataclass(frozen=True, slots=True)
class SiteContext:
    """`hub` in templates: the council's words and the ways to go on from here."""

    name: str
    council: str
    service: str
    safeguarding: str
    theme: str
    navigation: list[Link]
    footer_links: list[Link]
    crumbs: list[Link]
    section: Link | None
    section_pages: list[Link]
    search_url: str
    hint: str
    canonical: str
    logo: Logo | None
    notice: Notice | None
    metadata: Metadata | None


def hub(request: HttpRequest) -> dict[str, Any]:
    """Give templates `hub`. The Wagtail admin's pages never ask, so they pay nothing."""
    return {"hub": SimpleLazyObject(lambda: site_context(request))}


def site_context(request: HttpRequest) -> SiteContext:
    """Say what surrounds the page that this request is answered with."""
    whole: SiteMap = site_map(Site.find_for_request(request))
    shown = getattr(request, "shown_page", None)
    here = shown.path if shown else ""
    section, section_pages = whole.section(here) if here else (None, [])
    # A part of a page, such as the news of a year, has the page itself above it.
    is_part = bool(getattr(request, "shown_address", ""))
    crumbs = whole.crumbs(f"{here}{FIRST_CHILD}" if is_part else here) if here else []
    metadata = metadata_of(shown, request, whole, crumbs) if isinstance(shown, SitePage) else None
    return SiteContext(
        name=whole.name,
        council=whole.council,
        service=whole.service,
        safeguarding=whole.safeguarding,
        theme=whole.theme,
        navigation=whole.navigation(here),
        footer_links=whole.footer_links(),
        crumbs=crumbs,
        section=section,
        section_pages=section_pages,
        search_url=reverse("search"),
        hint="Search pages and news",
        canonical=metadata.url if metadata else "",
        logo=whole.logo,
        notice=whole.notice if whole.notice and whole.notice.is_shown(timezone.now()) else None,
        metadata=metadata,
    )
