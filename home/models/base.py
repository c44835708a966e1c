"""What all our page types share."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction

from home.panels import BeforeYouPublishPanel
from home.places import places_of


class SitePage(Page):
    """A page of the public site: somebody looks after it, and it says when it should be read again."""

    looked_after_by = models.CharField(
        max_length=80, blank=True, help_text="The team that keeps this page true, such as 'SEND and Inclusion Service'"
    )
    review_by = models.DateField(
        null=True, blank=True, help_text="The day by which somebody should check that all of it still holds"
    )

    # Under the title, where nobody who publishes overlooks it.
    content_panels: ClassVar[list[object]] = [
        *Page.content_panels,
        BeforeYouPublishPanel("Before you publish", icon="tasks"),
    ]
    # Stands at the end of the form of every type of page.
    keeping_panel: ClassVar[MultiFieldPanel] = MultiFieldPanel(
        [FieldPanel("looked_after_by"), FieldPanel("review_by")], "Keeping the page true"
    )

    class Meta:
        abstract = True

    @property
    def address(self) -> str:
        """Where the page is on the site; the same as `url`, without asking for all sites."""
        return f"/{self.url_path.removeprefix(places_of(None).root)}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # The navigation around the page, in previews too, asks which page it stands around.
        request.shown_page = self  # type: ignore[attr-defined]
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the page's entry in the map for search engines, at the address by which they came."""
        entries: list[dict[str, Any]] = super().get_sitemap_urls(request)
        if request:
            entries = [entry | {"location": request.build_absolute_uri(self.address)} for entry in entries]
        return entries

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """Return who may see the page, as Wagtail does; without a query while no page is restricted at all."""
        if not places_of(None).restrictions:
            nobody: QuerySet[PageViewRestriction] = PageViewRestriction.objects.none()
            return nobody
        restrictions: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return restrictions
