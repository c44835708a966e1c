"""Parts of a page that are worked out from its body."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString

from home.headings import Heading, outlined, with_names

register = template.Library()


@register.simple_block_tag
def name_headings(content: str, headings: Sequence[Heading] = ()) -> SafeString:
    """Give the headings of what stands between the tags a sound order, and the names that 'On this page' links to."""
    return SafeString(outlined(with_names(content, list(headings))))
