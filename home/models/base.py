"""What all our page types share."""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.images.models import AbstractImage
from wagtail.models import Page, PageViewRestriction

from home.fields import Blocks
from home.panels import BeforeYouPublishPanel
from home.places import places_of
from home.videos import players_in
from hub.serving.policy import allow_frames

# In the order in which a page is asked for what it is about.
_LEADS = ("search_description", "summary", "lead", "hero_lead")


class SitePage(Page):
    """A page of the public site: somebody looks after it, and it says when it should be read again."""

    looked_after_by = models.CharField(
        max_length=80, blank=True, help_text="The team that keeps this page true, such as 'SEND and Inclusion Service'"
    )
    review_by = models.DateField(
        null=True, blank=True, help_text="The day by which somebody should check that all of it still holds"
    )

    sharing_picture = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="picture for sharing",
        help_text=(
            "Shown where somebody sends the address of this page in a message. It is cut to 1200 by 630 points. "
            "Without one the page shows the drawing of the hub."
        ),
    )

    # Whether readers are asked at its foot if it was useful.
    asks_if_useful: ClassVar[bool] = True
    # Under the title, where nobody who publishes overlooks it.
    content_panels: ClassVar[list[object]] = [
        *Page.content_panels,
        BeforeYouPublishPanel("Before you publish", icon="tasks"),
    ]
    # Stands at the end of the form of every type of page.
    keeping_panel: ClassVar[MultiFieldPanel] = MultiFieldPanel(
        [FieldPanel("looked_after_by"), FieldPanel("review_by")], "Keeping the page true"
    )

    promote_panels: ClassVar[list[object]] = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel(
                    "seo_title",
                    help_text=(
                        "The title in the list of a search engine and on the browser's tab, if it should differ from "
                        "the title of the page. About 40 characters are shown: the name of the hub and of the council "
                        "follow it."
                    ),
                ),
                FieldPanel(
                    "search_description",
                    help_text=(
                        "What a search engine shows under the title: one or two sentences, up to about 155 characters. "
                        "Leave it empty to use the words under the page's title."
                    ),
                ),
                FieldPanel("sharing_picture"),
            ],
            "For search engines and sharing",
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], "For the main menu"),
    ]

    class Meta:
        abstract = True

    @property
    def description(self) -> str:
        """What the page is about, in a sentence or two; nothing if it does not say."""
        return next((str(words) for name in _LEADS if (words := getattr(self, name, ""))), "")

    @property
    def picture_to_share(self) -> AbstractImage | None:
        """The picture that stands for the page elsewhere. Costs no query when there is none."""
        for name in ("sharing_picture", "picture"):
            if getattr(self, f"{name}_id", None):
                picture: AbstractImage | None = getattr(self, name)
                return picture
        return None

    @property
    def address(self) -> str:
        """Where the page is on the site; the same as `url`, without asking for all sites."""
        return f"/{self.url_path.removeprefix(places_of(None).root)}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # The navigation around the page, in previews too, asks which page it stands around.
        request.shown_page = self  # type: ignore[attr-defined]
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self._with_players(super().serve(request, *args, **kwargs))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        return self._with_players(super().serve_preview(request, mode_name))

    def _with_players(self, response: HttpResponseBase) -> HttpResponseBase:
        # Only a page that holds a video may show its player; all others show no frames at all.
        streams = (getattr(self, field.name) for field in self._meta.fields if isinstance(field, Blocks))
        players = {origin for stream in streams for origin in players_in(stream.raw_data)}
        if players:
            allow_frames(response, players)
        return response

    def serve_password_required_response(
        self, request: HttpRequest, form: forms.Form, action_url: str
    ) -> TemplateResponse:
        response: TemplateResponse = super().serve_password_required_response(request, form, action_url)
        # The page is not shown yet, and nothing around the question may tell what stands on it.
        request.shown_page = None  # type: ignore[attr-defined]
        return response

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
