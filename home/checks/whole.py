"""All checks of a page, as it is in memory: a draft or what is published."""

from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from wagtail.models import Page, Site

from home.checks.content import Content, content_of
from home.checks.findings import Finding
from home.checks.headings import check_headings
from home.checks.link_targets import BrokenLink, Target, broken_links, check_link_targets
from home.checks.link_words import check_link_words
from home.checks.pictures import check_pictures
from home.checks.reading import check_reading
from home.checks.short_forms import check_short_forms
from home.checks.tables import check_tables
from home.glossary.terms import known_terms
from home.headings import headings_in
from home.places import places_of

# Addresses that pages answer; what answers the others is there as long as the address is.
_OF_PAGES = frozenset({"page", "home", "wagtail_serve"})
# Names that the layout of every page has.
_PARTS_OF_EVERY_PAGE = frozenset({"", "top", "main", "content"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found on a page: its parts, the links of ours that are broken, and all findings, gravest first."""

    content: Content
    broken: list[BrokenLink]
    findings: list[Finding]


def read_page(page: Page) -> Reading:
    """Check the page. Short forms that the glossary explains where a page uses them need no explaining."""
    content = content_of(page)
    broken = list(
        broken_links(content, _targets(content), _gone(content), is_public=not page.get_view_restrictions().exists())
    )
    found = chain(
        check_pictures(content),
        check_link_targets(broken, content, _parts(content)),
        check_headings(content),
        check_link_words(content),
        check_tables(content),
        check_reading(content),
        check_short_forms(content, _explained_by_itself()),
    )
    return Reading(content, broken, sorted(found, key=lambda finding: not finding.must))


def _explained_by_itself() -> set[str]:
    if places_of(None).of_kind("glossarypage") is None:
        return set()
    return {spelling for entry in known_terms() if entry.is_explained for spelling in entry.spellings}


def _targets(content: Content) -> dict[int, Target]:
    keys = {link.page for link in content.links if link.page}
    if not keys:
        return {}
    pages = Page.objects.filter(pk__in=keys)
    public = set(pages.public().values_list("pk", flat=True))
    return {
        pk: Target(title, live=live, public=pk in public)
        for pk, title, live in pages.values_list("pk", "title", "live")
    }


def _gone(content: Content) -> set[str]:
    """Return those addresses of our own site among the links at which there is no page that anybody may see."""
    ours = {link.address: path for link in content.links if (path := own_path(link.address))}
    asked = {address: path for address, path in ours.items() if _is_of_pages(path)}
    if not asked:
        return set()
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    root = site.root_page.url_path if site else "/"
    paths = {address: f"{root}{path.strip('/')}/".replace("//", "/") for address, path in asked.items()}
    there = set(Page.objects.live().filter(url_path__in=paths.values()).values_list("url_path", flat=True))
    return {address for address, path in paths.items() if path not in there}


def own_path(address: str) -> str:
    """Return the path of an address on our own site; nothing for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in {"", "http", "https"}:
        return ""
    if parts.netloc:
        return (parts.path or "/") if parts.netloc == urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc else ""
    return parts.path if parts.path.startswith("/") else ""


def _is_of_pages(path: str) -> bool:
    try:
        return resolve(path if path.endswith("/") else f"{path}/").url_name in _OF_PAGES
    except Resolver404:
        return True


def _parts(content: Content) -> set[str]:
    html = "".join(text.html for text in content.texts if not text.nested)
    return {heading.id for heading in headings_in(html)} | _PARTS_OF_EVERY_PAGE
