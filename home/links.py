"""Links to our own pages inside texts that editors write."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from home.places import address_of


class PublicPageLinkHandler(PageLinkHandler):
    """Finds the page on the map of the site; a page that is gone or not public leaves its words without a link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        addresses = (address_of(int(attrs["id"])) for attrs in attrs_list)
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in addresses]
