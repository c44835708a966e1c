"""What Wagtail asks of the public pages, a module for each subject."""

from home.wagtail_hooks import checking, links

__all__ = ["checking", "links"]
