"""The kinds of documents that the site takes in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: what readers call it, the ending of its name, and how it is sent.

    `save_as` says to whoever made the file how to save it.
    """

    name: str
    ending: str
    content_type: str
    save_as: str


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

PDF = Kind("PDF", "pdf", "application/pdf", "PDF")
WORD = Kind("Word", "docx", f"{_OFFICE}.wordprocessingml.document", "a Word document (.docx)")
EXCEL = Kind("Excel", "xlsx", f"{_OFFICE}.spreadsheetml.sheet", "an Excel workbook (.xlsx)")
POWERPOINT = Kind("PowerPoint", "pptx", f"{_OFFICE}.presentationml.presentation", "a PowerPoint presentation (.pptx)")
TEXT_ODF = Kind("OpenDocument text", "odt", f"{_OPEN}.text", "an OpenDocument text (.odt)")
SHEET_ODF = Kind("OpenDocument spreadsheet", "ods", f"{_OPEN}.spreadsheet", "an OpenDocument spreadsheet (.ods)")
SLIDES_ODF = Kind("OpenDocument slides", "odp", f"{_OPEN}.presentation", "an OpenDocument presentation (.odp)")
CSV = Kind("CSV", "csv", "text/csv", "CSV")
TEXT = Kind("Text", "txt", "text/plain", "plain text (.txt)")

# By the ending of the name.
KINDS = {kind.ending: kind for kind in (CSV, WORD, SLIDES_ODF, SHEET_ODF, TEXT_ODF, PDF, POWERPOINT, TEXT, EXCEL)}


class FileRefused(Exception):
    """A file that is not taken in. Its words are a plain sentence for whoever sent it."""
