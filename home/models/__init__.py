"""The page types, a file each, and the settings that hold for the whole site."""

from home.models.content import ContentPage
from home.models.home_page import HomePage
from home.models.news import NewsIndexPage, NewsPage
from home.models.page_answer import PageAnswer
from home.models.site_settings import SiteSettings

__all__ = ["ContentPage", "HomePage", "NewsIndexPage", "NewsPage", "PageAnswer", "SiteSettings"]
