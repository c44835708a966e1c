"""What Wagtail asks of the public pages, a module for each subject."""

from home.wagtail_hooks import checking, contact, dashboard, glossary, links, reports

__all__ = ["checking", "contact", "dashboard", "glossary", "links", "reports"]
