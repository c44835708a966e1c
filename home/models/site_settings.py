"""What a council changes to make the site its own."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.blocks import PageKeyBlock, one_kind
from home.fields import Blocks
from hub.look.accent import UnreadableAccent, palette_for


@register_setting(icon="cog", order=10)
class SiteSettings(BaseSiteSetting):
    """Names, the accent colour and the footer."""

    name = models.CharField("name of the hub", max_length=40, default="SENCo Hub")
    council = models.CharField(max_length=60, default="Our council", help_text="Such as 'Northmere Council'")
    accent = models.CharField(
        "accent colour",
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", "Write the colour as # and six digits, such as #0b5961.")],
        help_text="The colour of links and buttons, as # and six digits. Leave it empty for lake green.",
    )
    service = models.CharField(
        "who runs the hub",
        max_length=200,
        default="Run by the SEND and Inclusion Service for every school and setting in the area.",
        help_text="Shown at the foot of every page",
    )
    safeguarding = models.CharField(
        "if a child may be in danger",
        max_length=250,
        default="Do not post it here. Tell your designated safeguarding lead.",
        help_text="Shown at the foot of every page. Say whom to tell and the number to ring.",
    )
    footer_links = Blocks(
        one_kind("page", PageKeyBlock()),
        blank=True,
        help_text="Pages to link at the foot of every page: accessibility statement, privacy and the like",
    )

    panels: ClassVar[list[object]] = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("council"), FieldPanel("accent")], heading="Header"),
        MultiFieldPanel([FieldPanel("service"), FieldPanel("safeguarding"), FieldPanel("footer_links")], "Footer"),
    ]

    class Meta:
        verbose_name = "site settings"

    def clean(self) -> None:
        super().clean()
        if self.accent:
            try:
                palette_for(self.accent)
            except UnreadableAccent as problem:
                raise ValidationError({"accent": str(problem)}) from problem
            except ValueError:
                # No colour at all: the field itself has said so.
                return
