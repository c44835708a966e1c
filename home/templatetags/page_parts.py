"""Parts of a page that are worked out from its body."""

from django import template
from django.utils.safestring import SafeString

from home.headings import Heading, with_names

register = template.Library()


@register.simple_block_tag
def name_headings(content: str, headings: list[Heading]) -> SafeString:
    """Give the headings of what stands between the tags the names that 'On this page' links to."""
    return SafeString(with_names(content, headings))
