"""The glossary: what the short words of this field mean, as editors say it."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from home.blocks import BodyBlocks
from home.fields import Blocks
from home.glossary.terms import Entry, known_terms
from home.models.base import SitePage
from hub.serving.freshness import ShownToGuests

MOST_SIGNS_ASKED = 60


class GlossaryTerm(ShownToGuests):
    """One meaning of a short word. A short word with two meanings has two rows."""

    term = models.CharField("short word", max_length=40, help_text="As it is written, such as 'EHCP'")
    words = models.CharField("in full", max_length=160, help_text="Such as 'education, health and care plan'")
    explanation = models.TextField(
        max_length=400, blank=True, help_text="What it is, in one or two sentences that a parent understands"
    )
    synonyms = models.CharField(
        "other words for it",
        max_length=200,
        blank=True,
        help_text="Words that mean the same, with commas between them, such as 'EHC plan, statement'",
    )
    see_also = models.CharField(
        max_length=200, blank=True, help_text="Other short words of this glossary, with commas between them"
    )
    explain = models.BooleanField(
        "explain it in pages",
        default=True,
        help_text="The first time a page uses the short word, it is linked to this glossary.",
    )

    panels: ClassVar[list[object]] = [
        FieldPanel(name) for name in ("term", "words", "explanation", "synonyms", "see_also", "explain")
    ]

    class Meta:
        verbose_name = "short word"
        verbose_name_plural = "glossary"
        ordering: ClassVar[list[str]] = ["term", "words"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["term", "words"],
                name="one_row_for_each_meaning",
                violation_error_message="The glossary has this meaning of the short word already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term}: {self.words}"

    def clean(self) -> None:
        super().clean()
        self.term, self.words = " ".join(self.term.split()), " ".join(self.words.split())


class GlossaryPage(SitePage):
    """All short words, from A to Z."""

    lead = models.TextField("in one or two sentences", max_length=250, blank=True)
    body = Blocks(BodyBlocks(), blank=True, verbose_name="above the list")

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.ContentPage"]
    subpage_types: ClassVar[list[str]] = []
    max_count = 1
    template = "home/glossary_page.html"

    content_panels: ClassVar[list[object]] = [
        *SitePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        SitePage.keeping_panel,
    ]
    search_fields: ClassVar[list[object]] = [*SitePage.search_fields, index.SearchField("lead", boost=2)]

    class Meta:
        verbose_name = "glossary page"
        verbose_name_plural = "glossary pages"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = " ".join(request.GET.get("q", "").split())[:MOST_SIGNS_ASKED]
        entries = [entry for entry in known_terms() if entry.speaks_of(asked)]
        context["query"] = asked
        context["found"] = len(entries)
        context["letters"] = by_letter(entries)
        return context


def by_letter(entries: list[Entry]) -> dict[str, list[Entry]]:
    """Return the entries under the letter they begin with, letters and entries in order."""
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.letter, entry.term.casefold(), entry.term)):
        letters.setdefault(entry.letter, []).append(entry)
    return letters
