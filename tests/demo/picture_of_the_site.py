"""Describes all that the public site says, without the keys that differ from one load to the next."""

import re
from typing import Any

from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page, Site

from home.models import GlossaryTerm, HomePage, SiteSettings

Description = dict[str, Any]
_STREAMS = ("body", "side", "purpose", "doors", "dates", "tiles", "more", "objectives", "phases", "leads")
_WORDS = (
    "lead", "summary", "looked_after_by", "date", "hero_title", "hero_lead", "members_text", "kind", "mailboxes",
    "button", "contact_email", "compliance", "non_compliance", "tested_how", "review_by",
)  # fmt: skip
_LINKED = re.compile(r'linktype="page" id="(\d+)"')


def describe() -> Description:
    """Return what the site says, by address; the same for two sites that look the same to a guest."""
    home = HomePage.objects.get()
    addresses = dict(Page.objects.values_list("pk", "url_path"))
    pages = {page.url_path: _page(page, addresses) for page in home.get_descendants(inclusive=True).specific()}
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    return pages | {
        "settings": [settings.name, settings.council, settings.service, settings.safeguarding],
        "glossary": list(GlossaryTerm.objects.values_list("term", "words", "explanation")),
        "footer": [addresses[block.value] for block in settings.footer_links],
    }


def _page(page: Page, addresses: dict[int, str]) -> Description:
    said: Description = {"title": page.title, "in_menu": page.show_in_menus, "live": page.live, "last": _last(page)}
    said |= {name: str(getattr(page, name)) for name in _WORDS if hasattr(page, name)}
    for name in _STREAMS:
        if hasattr(page, name):
            said[name] = _plain(getattr(page, name).get_prep_value(), addresses)
    if hasattr(page, "form_fields"):
        said["asks"] = [(field.label, field.field_type, field.choices) for field in page.form_fields.all()]
    picture = getattr(page, "picture", None)
    said["picture"] = picture.file_hash if picture else ""
    return said


def _last(page: Page) -> str:
    return f"{page.last_published_at:%Y-%m-%d %H:%M}"


def _plain(value: Any, addresses: dict[int, str]) -> Any:
    if isinstance(value, list):
        return [_plain(item, addresses) for item in value]
    if isinstance(value, str):
        return _LINKED.sub(lambda match: addresses[int(match[1])], value)
    if not isinstance(value, dict):
        return value
    plain = {name: _plain(item, addresses) for name, item in value.items() if name != "id"}
    if plain.get("page"):
        plain["page"] = addresses[plain["page"]]
    if plain.get("words_page"):
        plain["words_page"] = addresses[plain["words_page"]]
    if plain.get("documents"):
        keys = [item["value"] if isinstance(item, dict) else item for item in plain["documents"]]
        plain["documents"] = [Document.objects.get(pk=key).file_hash for key in keys]
    if plain.get("poster"):
        plain["poster"] = Image.objects.get(pk=plain["poster"]).file_hash
    if plain.get("image"):
        plain["image"] = Image.objects.get(pk=plain["image"]).file_hash
    return plain
