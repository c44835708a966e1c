"""How links in texts find their pages."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from home.links import PublicPageLinkHandler


@hooks.register("register_rich_text_features", order=1)
def find_pages_on_the_map(features: FeatureRegistry) -> None:
    """Let links to pages look at the map of the site, in place of asking the database text by text."""
    features.register_link_type(PublicPageLinkHandler)
