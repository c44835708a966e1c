"""What Wagtail asks of the public pages, a module for each subject."""

from home.wagtail_hooks import contact, glossary, links

__all__ = ["contact", "glossary", "links"]
