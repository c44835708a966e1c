"""A cluster programme: what a council's clusters are for, or one cluster with those who lead it and its meetings."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import get_text_list
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, ChoiceBlock, DateBlock, StructBlock
from wagtail.search import index

from home.blocks import BodyBlocks, SideBlocks, hue_choices, one_kind, shape_choices
from home.fields import Blocks
from home.headings import Heading, contents_of
from home.mailboxes import MailboxBlock, refuse_private_address
from home.models.base import SitePage
from home.models.site_settings import SiteSettings


def phase_choices() -> list[tuple[str, str]]:
    """Return the phases that the council works with, as the site settings list them."""
    settings = SiteSettings.objects.filter(site__is_default_site=True).first() or SiteSettings()
    return [(phase, phase) for phase in settings.phases_of_schools]


class PhaseBlock(ChoiceBlock):
    """A phase, kept in the council's own words: one that it no longer lists stays readable where it was chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"choices": phase_choices, "label": "Phase"} | kwargs))

    def normalize_choice(self, value: Any) -> Any:
        # The words themselves are kept, so the council's list is asked for only where an editor chooses.
        return value

    def get_searchable_content(self, value: Any) -> list[str]:
        return [str(value)]


class LeadBlock(StructBlock):
    """A role that leads, and the mailbox that goes with it. Never a person."""

    role = CharBlock(
        max_length=60,
        help_text=(
            "The role, not the name of who has it: lead SENCo (primary), lead head, LA advisory teacher, linked "
            "educational psychologist"
        ),
    )
    text = CharBlock(max_length=200, required=False, label="What they do, in one sentence")
    email = MailboxBlock(required=False)

    class Meta:
        icon = "user"


class MeetingDateBlock(StructBlock):
    """A day on which the cluster meets."""

    title = CharBlock(max_length=90, help_text="Such as 'Autumn meeting'")
    day = DateBlock()
    time = CharBlock(max_length=40, required=False, help_text="If it differs from the usual time")
    place = CharBlock(max_length=90, required=False, help_text="If it differs from the usual place")

    class Meta:
        icon = "date"


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """A meeting that is still to come. `soon` marks the next one."""

    title: str
    starts: date
    details: str
    soon: bool


class ClusterProgrammePage(SitePage):
    """What the clusters of an area do together; with a shape it is the page of one cluster and wears its badge."""

    class Span(models.TextChoices):
        YEAR = "year", "a year"
        TERM = "term", "a term"
        HALF_TERM = "half-term", "a half-term"

    lead = models.TextField("in one or two sentences", max_length=250, blank=True)
    objectives = Blocks(one_kind("objective", CharBlock(max_length=200, label="Objective")), blank=True)
    phases = Blocks(one_kind("phase", PhaseBlock()), blank=True)
    localities = models.CharField(
        max_length=200, blank=True, help_text="Such as 'Ashfold, Withy Green and Lode', or 'nine localities'"
    )
    schools = models.PositiveSmallIntegerField("number of schools", null=True, blank=True)
    mailbox = models.EmailField(
        "shared mailbox",
        blank=True,
        validators=[refuse_private_address],
        help_text="One that several people read, never somebody's own address",
    )

    meetings = models.PositiveSmallIntegerField("number of meetings", null=True, blank=True)
    meetings_each = models.CharField("in", max_length=10, choices=Span, default=Span.YEAR)
    usual_time = models.CharField(max_length=60, blank=True, help_text="Such as '1.30pm to 4pm'")
    usual_place = models.CharField(max_length=90, blank=True)
    dates = Blocks(one_kind("date", MeetingDateBlock()), blank=True, verbose_name="dates of meetings")

    leads = Blocks(one_kind("lead", LeadBlock()), blank=True, verbose_name="who leads")
    shape = models.CharField(max_length=10, blank=True, choices=shape_choices)
    hue = models.CharField("colour", max_length=10, blank=True, choices=hue_choices)
    body = Blocks(BodyBlocks(), blank=True)
    side = Blocks(SideBlocks(), blank=True, verbose_name="beside the text")

    parent_page_types: ClassVar[list[str]] = [
        "home.HomePage",
        "home.SectionPage",
        "home.ContentPage",
        "home.ClusterProgrammePage",
    ]
    subpage_types: ClassVar[list[str]] = ["home.ContentPage", "home.ClusterProgrammePage"]
    template = "home/cluster_programme_page.html"

    content_panels: ClassVar[list[object]] = [
        *SitePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("shape"), FieldPanel("hue")])],
            "Badge",
            help_text="For the page of one cluster. Leave both empty for a programme of several clusters.",
        ),
        FieldPanel("objectives"),
        MultiFieldPanel([FieldPanel(name) for name in ("phases", "localities", "schools", "mailbox")], "Who belongs"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("meetings"), FieldPanel("meetings_each")]),
                *(FieldPanel(name) for name in ("usual_time", "usual_place", "dates")),
            ],
            "Meetings",
        ),
        FieldPanel("leads"),
        FieldPanel("body"),
        FieldPanel("side"),
        SitePage.keeping_panel,
    ]
    search_fields: ClassVar[list[object]] = [
        *SitePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("localities", boost=2),
        index.SearchField("objectives", boost=1),
        index.SearchField("leads", boost=1),
        index.SearchField("body", boost=1),
    ]

    class Meta:
        verbose_name = "cluster or cluster programme"
        verbose_name_plural = "clusters and cluster programmes"

    def clean(self) -> None:
        super().clean()
        if bool(self.shape) != bool(self.hue):
            raise ValidationError({"hue": "Choose a shape and a colour for the badge, or neither."})

    @property
    def is_one_cluster(self) -> bool:
        """Whether the page is that of a single cluster, which has a badge of its own."""
        return bool(self.shape and self.hue)

    @property
    def phases_in_words(self) -> str:
        """Such as "Primary" or "Primary and special"; nothing if no phase is named."""
        phases = [str(block.value) for block in self.phases]
        return get_text_list([*phases[:1], *(phase.lower() for phase in phases[1:])], "and")

    @property
    def size(self) -> str:
        """Such as "11 primary schools"; without a number the phases alone, or nothing."""
        if not self.schools:
            return self.phases_in_words
        noun = "school" if self.schools == 1 else "schools"
        return " ".join(f"{self.schools} {self.phases_in_words.lower()} {noun}".split())

    @property
    def rhythm(self) -> str:
        """Such as "3 meetings a year"; nothing if no number is given."""
        if not self.meetings:
            return ""
        noun = "meeting" if self.meetings == 1 else "meetings"
        return f"{self.meetings} {noun} {self.get_meetings_each_display()}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["body_contents"] = contents_of(self.body)
        context["dates"] = self.meetings_from(timezone.localdate())
        context["contents"] = self._contents(context["body_contents"])
        return context

    def meetings_from(self, today: date) -> list[MeetingDate]:
        """Return the meetings from `today` on, the nearest first."""
        coming = sorted((block.value for block in self.dates if block.value["day"] >= today), key=lambda v: v["day"])
        return [
            MeetingDate(
                value["title"],
                value["day"],
                ", ".join(filter(None, (value["time"] or self.usual_time, value["place"] or self.usual_place))),
                soon=position == 0,
            )
            for position, value in enumerate(coming)
        ]

    def _contents(self, body: list[Heading]) -> list[Heading]:
        # A dot stands in no name made from a heading, so these are never taken.
        before = [Heading("programme.objectives", "What we aim for")] if self.objectives else []
        after = [Heading("programme.meetings", "Meeting dates")] if self.dates else []
        after += [Heading("programme.leads", "Who leads")] if self.leads else []
        return [*before, *body, *after]
