"""Puts a few documents among the site's, real files that open, and takes them away again."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from hub.demo.paper_files import csv_file, pdf_file
from hub.members.models import Person

_FOLDER = "documents"
Paper = tuple[str, str, bytes]

# The name in the texts, then the title, the ending of the file and what is in it.
PAPERS: Final[Mapping[str, Paper]] = {
    "provision-map": (
        "Costed provision map",
        "csv",
        csv_file(
            ("Provision", "Group", "Hours a week", "Cost a year"),
            ("Reading programme, teaching assistant", "3", "2", "405"),
            ("In-class support, teaching assistant", "1", "11", "6688"),
            ("Language group, higher level teaching assistant", "4", "2", "380"),
            ("Emotional literacy support, teaching assistant", "1", "1", "608"),
        ),
    ),
    "referral": (
        "Referral to the cluster (F1)",
        "pdf",
        pdf_file(
            "Referral to the cluster (F1)",
            "Write 'Pupil A', never a name, initials or a date of birth.",
            "1. What do you see, and since when?",
            "2. What have you tried, for how long, and what changed?",
            "3. What do the pupil and the parents say?",
            "4. What would you like from the cluster: advice, a visit or an award?",
            "5. The parents know of this referral and agree: yes / no",
        ),
    ),
    "one-page-profile": (
        "One-page profile (P3)",
        "pdf",
        pdf_file(
            "One-page profile (P3)",
            "Made with the pupil, by an adult who knows them.",
            "What people like about me",
            "What matters to me",
            "What helps, and what makes things worse",
            "Who to go to, and what to say to me when it is hard",
        ),
    ),
    "award-review": (
        "Review of an award (F3)",
        "pdf",
        pdf_file(
            "Review of an award (F3)",
            "Five questions, ten minutes.",
            "1. What was agreed, and was it done?",
            "2. What changed for the pupil, and how do you know?",
            "3. What did it cost in hours?",
            "4. What do the pupil and the parents say?",
            "5. Carry on, change or stop?",
        ),
    ),
}


class Papers:
    """The documents by name. Each is written and kept the first time that it is asked for."""

    def __init__(self, by: Person) -> None:
        self._by = by

    def __getitem__(self, name: str) -> Document:
        title, ending, content = PAPERS[name]
        # Editors may rename a document; its file keeps the name it was given here.
        kept: Document | None = Document.objects.filter(file__startswith=f"{_FOLDER}/{_file_name(name)}").first()
        if kept:
            return kept
        file = ContentFile(content, name=f"{_file_name(name)}.{ending}")
        document = Document(title=title, uploaded_by_user=self._by, file=file, file_size=len(content))
        document.save()
        document.get_file_hash()
        return document


def remove_papers(names: Iterable[str] = tuple(PAPERS)) -> None:
    """Remove the documents that were written here. The worker removes their files afterwards."""
    for name in names:
        for document in Document.objects.filter(file__startswith=f"{_FOLDER}/{_file_name(name)}"):
            document.delete()


def _file_name(name: str) -> str:
    return f"northmere-{name}"
