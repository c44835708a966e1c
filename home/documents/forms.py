"""The form that documents are uploaded with: it looks into the file, and gives advice on PDF."""

import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.models import AbstractDocument

from hub.files.contents import kind_of
from hub.files.kinds import FileRefused
from hub.files.pdf import readability_of
from hub.files.words import size_in_words

logger = logging.getLogger(__name__)

_ADVICE = (
    "Some people will not be able to read this PDF: it has {missing}. If you can, publish its words as a web page "
    "instead. If not, save it again as a tagged PDF, with a title and a language, and replace the file."
)


class DocumentForm(BaseDocumentForm):
    """Wagtail's form, which also looks into the file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].error_messages |= _sentences()
        advice = advice_on(self.instance) if self.instance.pk else ""
        if advice:
            # The form that follows an upload of several files has a title but no file.
            self.fields["file" if "file" in self.fields else "title"].help_text = advice

    def clean_file(self) -> Any:
        """Return the file if it holds what its name says. Raises ValidationError with a plain sentence if not."""
        file = self.cleaned_data.get("file")
        if isinstance(file, UploadedFile):
            try:
                kind_of(file.name or "", file)  # type: ignore[arg-type]
            except FileRefused as refused:
                raise ValidationError(str(refused), code="file_refused") from None
        return file

    def _post_clean(self) -> None:
        # A file that was refused is not there; to say that it also lacks an ending would puzzle.
        if not self.has_error("file"):
            super()._post_clean()


def advice_on(document: AbstractDocument) -> str:
    """Return what could be better about a PDF, in plain words, or nothing. Never raises."""
    if document.file_extension.lower() != "pdf":
        return ""
    try:
        with document.open_file() as file:
            found = readability_of(file.read())
    except OSError as problem:
        logger.warning("document %s cannot be read: %s", document.pk, type(problem).__name__)
        return ""
    if not found or not found.missing:
        return ""
    *others, last = found.missing
    return _ADVICE.format(missing=f"{', '.join(others)} and {last}" if others else last)


def _sentences() -> dict[str, str]:
    largest = size_in_words(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    too_large = (
        f"This file is too large: it may have at most {largest}. Make its pictures smaller or split it, "
        "and upload it again."
    )
    return {"file_too_large": too_large, "file_too_large_unknown_size": too_large}
