"""What every template may ask for, made only when it does."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from home.models.base import SitePage
from home.site_map import Link, SiteMap, site_map


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


def hub(request: HttpRequest) -> dict[str, Any]:
    """Give templates `hub`. The Wagtail admin's pages never ask, so they pay nothing."""
    return {"hub": SimpleLazyObject(lambda: site_context(request))}


def site_context(request: HttpRequest) -> SiteContext:
    """Say what surrounds the page that this request is answered with."""
    whole: SiteMap = site_map(Site.find_for_request(request))
    shown = getattr(request, "shown_page", None)
    here = shown.path if shown else ""
    section, section_pages = whole.section(here) if here else (None, [])
    return SiteContext(
        name=whole.name,
        council=whole.council,
        service=whole.service,
        safeguarding=whole.safeguarding,
        theme=whole.theme,
        navigation=whole.navigation(here),
        footer_links=whole.footer_links(),
        crumbs=whole.crumbs(here) if here else [],
        section=section,
        section_pages=section_pages,
        search_url=reverse("search"),
        hint="Search pages and news",
        canonical=request.build_absolute_uri(shown.address) if isinstance(shown, SitePage) else "",
    )
