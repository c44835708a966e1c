"""The page types, a file each, and the settings that hold for the whole site."""

from home.models.checking import CheckedLink, LinkUse, PageCheck
from home.models.content import ContentPage
from home.models.home_page import HomePage
from home.models.news import NewsIndexPage, NewsPage
from home.models.site_settings import SiteSettings

__all__ = [
    "CheckedLink",
    "ContentPage",
    "HomePage",
    "LinkUse",
    "NewsIndexPage",
    "NewsPage",
    "PageCheck",
    "SiteSettings",
]
