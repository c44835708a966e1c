"""Pages that the law asks for: accessibility statement, privacy, cookies, terms, reporting."""

from datetime import timedelta
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from home.blocks import PLAIN, BodyBlocks, SideBlocks
from home.fields import Blocks
from home.headings import Heading, contents_of
from home.legal.cookies import site_cookies
from home.legal.statement import headings_of
from home.models.base import SitePage

# A year, and a month to do it in.
LONGEST_BETWEEN_REVIEWS = timedelta(days=396)
TOO_LATE = "Choose a day within the next 13 months: pages like this must be read again at least once a year."


class LegalPageForm(WagtailAdminPageForm):
    """The editor's form: a draft may be unfinished, what is published may not."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            for name, words in missing_parts(data).items():
                if name not in self.errors:
                    self.add_error(name, words)
        review_by, today = data.get("review_by"), timezone.localdate()
        if "review_by" in self.changed_data and review_by and review_by > today + LONGEST_BETWEEN_REVIEWS:
            self.add_error("review_by", TOO_LATE)
        return data


class LegalPage(SitePage):
    """What a council must say about its website, with the days on which it was written and checked."""

    class Kind(models.TextChoices):
        ACCESSIBILITY = "accessibility", "Accessibility statement"
        PRIVACY = "privacy", "Privacy"
        COOKIES = "cookies", "Cookies"
        TERMS = "terms", "Terms or rules"
        REPORTING = "reporting", "Reporting and complaints"

    class Compliance(models.TextChoices):
        FULLY = "fully", "Fully compliant"
        PARTIALLY = "partially", "Partially compliant"
        NOT = "not", "Not compliant"

    kind = models.CharField("kind of page", max_length=15, choices=Kind.choices)
    lead = models.TextField("in one or two sentences", max_length=250, blank=True)
    body = Blocks(BodyBlocks(), blank=True)
    side = Blocks(SideBlocks(), blank=True, verbose_name="beside the text")
    prepared_on = models.DateField(null=True, blank=True, help_text="The day on which this was first written")
    last_reviewed_on = models.DateField(
        null=True, blank=True, help_text="The day on which somebody last checked that all of it is true"
    )
    contact_email = models.EmailField(
        "mailbox for questions", blank=True, help_text="A shared mailbox of a team, never one person's"
    )
    contact_phone = models.CharField("telephone", max_length=20, blank=True)

    compliance = models.CharField("how far it meets WCAG 2.2 AA", max_length=10, choices=Compliance.choices, blank=True)
    non_compliance = RichTextField(
        "non-compliance with the accessibility regulations",
        features=PLAIN,
        blank=True,
        help_text="What is not accessible, whom that hinders, and by when it will be put right",
    )
    burden = RichTextField(
        "disproportionate burden",
        features=PLAIN,
        blank=True,
        help_text="What would cost more than it helps, and the assessment that says so; or that there is nothing",
    )
    out_of_scope = RichTextField(
        "content that's not within the scope of the accessibility regulations",
        features=PLAIN,
        blank=True,
        help_text="What the law does not ask for, such as files from before 2018; or that there is nothing",
    )
    improving = RichTextField("what you are doing to improve", features=PLAIN, blank=True)
    answer_within = models.CharField(
        "when people get an answer", max_length=40, blank=True, help_text="Such as '10 working days'"
    )
    tested_on = models.DateField("last tested on", null=True, blank=True)
    tested_by = models.CharField(max_length=120, blank=True, help_text="Such as 'the council's web team'")
    tested_how = models.TextField(
        max_length=400, blank=True, help_text="Which pages and with what, in one or two sentences"
    )

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.ContentPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/legal_page.html"
    base_form_class = LegalPageForm

    content_panels: ClassVar[list[object]] = [
        *SitePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel(name) for name in ("contact_email", "contact_phone")], "Whom to ask"),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "compliance",
                    "non_compliance",
                    "burden",
                    "out_of_scope",
                    "improving",
                    "answer_within",
                    "tested_on",
                    "tested_by",
                    "tested_how",
                )
            ],
            "Only for an accessibility statement",
            classname="collapsed",
        ),
        MultiFieldPanel([FieldPanel(name) for name in ("prepared_on", "last_reviewed_on")], "Written and checked"),
        FieldPanel("side"),
        SitePage.keeping_panel,
    ]
    search_fields: ClassVar[list[object]] = [
        *SitePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body", boost=1),
    ]

    class Meta:
        verbose_name = "legal page"
        verbose_name_plural = "legal pages"

    @property
    def is_statement(self) -> bool:
        """Whether this is the accessibility statement."""
        return self.kind == self.Kind.ACCESSIBILITY

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        contents = contents_of(self.body)
        parts: list[Heading] = []
        if self.is_statement:
            parts = headings_of(compliant=self.compliance == self.Compliance.FULLY, improving=bool(self.improving))
        if self.kind == self.Kind.COOKIES:
            parts = [Heading("every-cookie", "Cookies on this website")]
            context["cookies"] = site_cookies()
        context["parts"] = parts
        context["contents"] = contents + parts
        context["written"] = contents
        return context


def missing_parts(said: dict[str, Any]) -> dict[str, str]:
    """Return what a page still needs before it may be published, in words by field."""
    needed = {
        "prepared_on": "Say on which day this page was first written.",
        "last_reviewed_on": "Say on which day somebody last checked this page.",
        "review_by": "Say by when this page must be read again, at most 13 months from now.",
    }
    if said.get("kind") == LegalPage.Kind.ACCESSIBILITY:
        needed |= {
            "contact_email": "Give the mailbox to which people report what they cannot use.",
            "answer_within": "Say within how many days people get an answer.",
            "compliance": "Choose how far the site meets the standard.",
            "tested_on": "Say when the site was last tested.",
            "tested_by": "Say who tested the site.",
            "tested_how": "Say how the site was tested.",
        }
        if said.get("compliance") in (LegalPage.Compliance.PARTIALLY, LegalPage.Compliance.NOT):
            needed |= {
                "non_compliance": "Say what does not comply with the regulations, or that nothing is known.",
                "burden": "Say what would be a disproportionate burden, or that you claim nothing.",
                "out_of_scope": "Say what is outside the scope of the regulations, or that there is nothing.",
            }
    return {name: words for name, words in needed.items() if not said.get(name)}
