"""What a council changes to make the site its own."""

from datetime import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string

from home.blocks import PageKeyBlock, one_kind
from home.fields import Blocks
from home.settings_panels import NearRedPanel, NoticePanel
from hub.look.accent import UnreadableAccent, palette_for

DEFAULT_PHASES = "Primary\nSecondary\nAll-through\nSpecial\nNursery\nAlternative provision\nPost-16"


@register_setting(icon="cog", order=10)
class SiteSettings(BaseSiteSetting):
    """Names, the logo, the accent colour, the notice above every page and the footer."""

    class Level(models.TextChoices):
        INFORMATION = "information", "Information: something good to know"
        IMPORTANT = "important", "Important: something that changes what people do today"

    name = models.CharField("name of the hub", max_length=40, default="SENCo Hub")
    council = models.CharField(max_length=60, default="Our council", help_text="Such as 'Northmere Council'")
    logo = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=(
            "Stands in place of the mark of the hub, 44 by 40 points large on white, so choose the simplest form of "
            "your logo: PNG, JPEG or WebP, at least 88 by 80 points."
        ),
    )
    accent = models.CharField(
        "accent colour",
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", "Write the colour as # and six digits, such as #0b5961.")],
        help_text="The colour of links and buttons, as # and six digits. Leave it empty for lake green.",
    )
    notice = RichTextField(
        blank=True,
        max_length=300,
        features=["bold", "link"],
        help_text="One or two sentences above every page, for everybody. Leave it empty for none.",
    )
    notice_level = models.CharField("kind of notice", max_length=12, choices=Level, default=Level.INFORMATION)
    notice_from = models.DateTimeField("shown from", null=True, blank=True, help_text="Empty: from now on")
    notice_until = models.DateTimeField(
        "shown until", null=True, blank=True, help_text="Empty: until somebody takes it away"
    )
    phases = models.TextField(
        "phases of schools",
        default=DEFAULT_PHASES,
        help_text="One on each line. The pages of clusters choose from them.",
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

    select_related: ClassVar[list[str]] = ["logo"]
    panels: ClassVar[list[object]] = [
        MultiFieldPanel(
            [
                NoticePanel(),
                FieldPanel("notice"),
                FieldPanel("notice_level"),
                FieldRowPanel([FieldPanel("notice_from"), FieldPanel("notice_until")]),
            ],
            "Notice above every page",
        ),
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("council"), FieldPanel("logo"), NearRedPanel(), FieldPanel("accent")],
            "Header",
        ),
        MultiFieldPanel([FieldPanel("phases")], "Clusters"),
        MultiFieldPanel([FieldPanel("service"), FieldPanel("safeguarding"), FieldPanel("footer_links")], "Footer"),
    ]

    class Meta:
        verbose_name = "site settings"

    @property
    def phases_of_schools(self) -> list[str]:
        """The phases, in the order in which the council lists them, each once."""
        lines = (line.strip() for line in self.phases.splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def notice_is_shown(self, now: datetime) -> bool:
        """Whether guests see the notice at this moment."""
        begun = self.notice_from is None or self.notice_from <= now
        over = self.notice_until is not None and self.notice_until <= now
        return bool(self.notice) and begun and not over

    def clean(self) -> None:
        super().clean()
        problems = {}
        if self.notice_from and self.notice_until and self.notice_until <= self.notice_from:
            problems["notice_until"] = "The notice must end after it begins."
        if self.logo and self.logo.is_svg():
            # A drawing can hold scripts, and browsers run them when it is opened by its own address.
            problems["logo"] = "Choose a PNG, JPEG or WebP. An SVG cannot be used as a logo."
        problem = _problem_with(self.accent)
        if problem:
            problems["accent"] = problem
        if problems:
            raise ValidationError(problems)


def _problem_with(accent: str) -> str:
    if not accent:
        return ""
    try:
        palette_for(accent)
    except UnreadableAccent as problem:
        return str(problem)
    except ValueError:
        # No colour at all: the field itself has said so.
        return ""
    return ""
