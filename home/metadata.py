"""What a page tells machines about itself: search engines, and programs that show a link as a card."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString

from home.models import HomePage, NewsPage
from home.models.base import SitePage
from home.pictures.making import shown_now
from home.pictures.shown import Size
from home.site_map import Link, SiteMap

# In the size that messengers and feeds of links show without cutting. Drawn once from the shapes of the hub and shipped
# with the style sheets.
DRAWING = "hub/sharing.png"
DRAWING_SIZE = (1200, 630)
# Nothing that an editor writes may end the script element that carries it.
_IN_A_SCRIPT = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts about a page, with absolute addresses. Moments are as the page has them, or nothing."""

    title: str
    description: str
    url: str
    kind: str
    picture: str
    picture_size: tuple[int, int]
    published: str
    modified: str
    hidden: bool
    facts: SafeString


def metadata_of(page: SitePage, request: HttpRequest, whole: SiteMap, crumbs: Sequence[Link]) -> Metadata:
    """Return what `page` says of itself. One that is only previewed is hidden from search engines."""
    url = request.build_absolute_uri(address_shown(page, request))
    card = _card_of(page)
    picture = request.build_absolute_uri(card.url if card else static(DRAWING))
    is_news = isinstance(page, NewsPage)
    published = page.date.isoformat() if is_news else ""
    modified = page.last_published_at.isoformat() if page.last_published_at else ""
    facts = [_way(crumbs, page, request, url)] if crumbs else []
    if isinstance(page, HomePage):
        facts.append(_organisation(request, whole, url))
    if is_news:
        facts.append(_news(page, whole, url, picture, published, modified))
    return Metadata(
        title=page.seo_title or page.title,
        description=page.description,
        url=url,
        kind="article" if is_news else "website",
        picture=picture,
        picture_size=(card.width, card.height) if card else DRAWING_SIZE,
        published=published,
        modified=modified,
        hidden=bool(getattr(request, "is_preview", False)),
        facts=as_script(facts),
    )


def address_shown(page: SitePage, request: HttpRequest) -> str:
    """Return where the page is, or the part of it that was asked for, such as the news of a year."""
    return str(getattr(request, "shown_address", "") or page.address)


def as_script(facts: list[dict[str, Any]]) -> SafeString:
    """Return facts for a script element of the type application/ld+json; nothing for none."""
    if not facts:
        return SafeString()
    # Every sign that could be markup is written as a number.
    return SafeString(json.dumps(facts, ensure_ascii=False).translate(_IN_A_SCRIPT))


def _card_of(page: SitePage) -> Size | None:
    picture = page.picture_to_share
    now = shown_now(picture, "share") if picture else None
    return now.base if now else None


def _way(crumbs: Sequence[Link], page: SitePage, request: HttpRequest, url: str) -> dict[str, Any]:
    steps = [(link.title, request.build_absolute_uri(link.url)) for link in crumbs] + [(page.title, url)]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": address}
            for position, (title, address) in enumerate(steps, 1)
        ],
    }


def _organisation(request: HttpRequest, whole: SiteMap, url: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": whole.name,
        "description": whole.service,
        "url": url,
        "provider": {"@type": "GovernmentOrganization", "name": whole.council},
    }


def _news(page: NewsPage, whole: SiteMap, url: str, picture: str, published: str, modified: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.summary,
        "url": url,
        "image": picture,
        "datePublished": published,
        "dateModified": modified or published,
        "publisher": {"@type": "GovernmentOrganization", "name": whole.council},
    }
