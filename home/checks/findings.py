"""What a check says: about which subject, how much it matters, in which words, and where on the page."""

from dataclasses import dataclass

from django.db import models

_MOST_WORDS = 80


class Subject(models.TextChoices):
    """What a finding is about."""

    PICTURES = "pictures", "Pictures"
    HEADINGS = "headings", "Headings"
    LINKS = "links", "Words of links"
    TARGETS = "targets", "Links that lead nowhere"
    TABLES = "tables", "Tables"
    WORDS = "words", "Plain words"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the editing form: the field of the page, and the block in it as Wagtail numbers it."""

    field: str
    block: str = ""
    label: str = ""

    @property
    def anchor(self) -> str:
        """Return the name in the form's HTML by which the place can be gone to."""
        return f"block-{self.block}-section" if self.block else f"id_{self.field}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to improve. `must` where it shuts somebody out; `words` are those on the page it is about."""

    subject: Subject
    sentence: str
    where: Where
    words: str = ""
    must: bool = False

    @property
    def excerpt(self) -> str:
        """Return the words it is about, cut where they are long."""
        words = " ".join(self.words.split())
        return words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1].rstrip()}…"
