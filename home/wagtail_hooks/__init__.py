"""What Wagtail asks of the public pages, a module for each subject."""

from home.wagtail_hooks import dashboard, links, reports

__all__ = ["dashboard", "links", "reports"]
