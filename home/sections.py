"""What a section lists: the pages under it, each with the words that say what it is about."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction

from home.places import Place, places_of

# The fields in which page types say what they are about, the best first.
_LEADS = ("summary", "lead")


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in the list of its section."""

    pk: int
    title: str
    url: str
    kind: str


def pages_under(page: Page, request: HttpRequest) -> list[Listed]:
    """Return the pages directly under `page` that the asker may see, in the editors' order.

    Under a page that everybody may read they come from the map of the site, without a query.
    """
    whole = places_of(None)
    if whole.of(page.pk):
        return [_listed(place) for place in whole.under(page.path)]
    # A draft in its preview, or a page for some only: the map knows nothing below it.
    children = list(page.get_children().live().select_related("content_type"))
    refused = {
        restriction.page_id
        for restriction in PageViewRestriction.objects.filter(page__in=children).prefetch_related("groups")
        if not restriction.accept_request(request)
    }
    return [
        Listed(child.pk, child.title, f"/{child.url_path.removeprefix(whole.root)}", child.content_type.model)
        for child in children
        if child.pk not in refused
    ]


def leads_of(listed: list[Listed]) -> dict[int, str]:
    """Return what each of these pages says it is about, by key, in one query whatever types they have."""
    sources: list[Any] = [NullIf(f"{kind}__{name}", Value("")) for kind, name in _words_in(listed)]
    if not sources:
        return {}
    about = Coalesce(*sources, F("search_description"), Value(""), output_field=CharField())
    pages = Page.objects.filter(pk__in=[page.pk for page in listed])
    return dict(pages.annotate(about=about).values_list("pk", "about"))


def _words_in(listed: list[Listed]) -> list[tuple[str, str]]:
    found = []
    for kind in sorted({page.kind for page in listed}):
        model = apps.get_model("home", kind)
        found += [(kind, name) for name in _LEADS if hasattr(model, name)]
    return found


def _listed(place: Place) -> Listed:
    return Listed(place.pk, place.title, place.url, place.kind)
