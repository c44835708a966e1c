"""Parts of a page that are worked out from its body."""

import hashlib
from collections.abc import Sequence

from django import template
from django.conf import settings
from django.utils.safestring import SafeString

from home.glossary.explaining import explained
from home.glossary.terms import known_terms
from home.headings import Heading, outlined, with_names
from home.places import places_of
from hub.serving.caches import kept_pages
from hub.serving.freshness import version

register = template.Library()


@register.simple_block_tag
def finished_text(content: str, headings: Sequence[Heading] = ()) -> SafeString:
    """Finish the text of a page that stands between the tags.

    Its headings get a sound order and the names that 'On this page' links to, and short words are linked to the
    glossary the first time they stand there. That is done once for each text and version of the site.
    """
    named = outlined(with_names(content, list(headings)))
    glossary = places_of(None).of_kind("glossarypage")
    if glossary is None:
        return SafeString(named)
    digest = hashlib.blake2b(named.encode(), digest_size=16).hexdigest()
    key = f"text:{version()}:{digest}"
    kept: str | None = kept_pages.get(key)
    if kept is None:
        kept = explained(named, known_terms(), glossary.url)
        kept_pages.set(key, kept, max(settings.GUEST_PAGES_SECONDS, 1))
    return SafeString(kept)
