"""Words about documents."""

from django import template
from wagtail.documents.models import AbstractDocument

from hub.files.words import words_for

register = template.Library()


@register.filter
def file_words(document: AbstractDocument) -> str:
    """Say what a document is and how large: 'PDF, 240 KB'."""
    return words_for(document)
