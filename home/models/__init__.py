"""The page types, a file each, and the settings that hold for the whole site."""

from home.models.checking import CheckedLink, LinkUse, PageCheck
from home.models.contact import ContactField, ContactMessage, ContactPage
from home.models.content import ContentPage
from home.models.glossary import GlossaryPage, GlossaryTerm
from home.models.home_page import HomePage
from home.models.legal import LegalPage
from home.models.news import NewsIndexPage, NewsPage
from home.models.page_answer import PageAnswer
from home.models.programme import ClusterProgrammePage
from home.models.section import SectionPage
from home.models.site_settings import SiteSettings

__all__ = [
    "CheckedLink",
    "ClusterProgrammePage",
    "ContactField",
    "ContactMessage",
    "ContactPage",
    "ContentPage",
    "GlossaryPage",
    "GlossaryTerm",
    "HomePage",
    "LegalPage",
    "LinkUse",
    "NewsIndexPage",
    "NewsPage",
    "PageAnswer",
    "PageCheck",
    "SectionPage",
    "SiteSettings",
]
