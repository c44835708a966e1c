"""Documents as they are listed on a page: what each is called, its kind and size in words, and who may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.documents.models import AbstractDocument
from wagtail.models import CollectionViewRestriction

_KINDS = {
    "csv": "CSV",
    "docx": "Word",
    "odp": "OpenDocument presentation",
    "ods": "OpenDocument spreadsheet",
    "odt": "OpenDocument text",
    "pdf": "PDF",
    "pptx": "PowerPoint",
    "txt": "Plain text",
    "xlsx": "Excel",
}
_KB = 1000
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document as a reader sees it in a list. `size` is in words, or nothing where it is not known."""

    title: str
    url: str
    kind: str
    size: str


def kind_of(filename: str) -> str:
    """Return the kind of a file in words, such as "Word"; the ending itself where no word is known."""
    ending = PurePath(filename).suffix.removeprefix(".").lower()
    return _KINDS.get(ending, ending.upper())


def size_in_words(size: int | None) -> str:
    """Write a number of bytes as "240 KB" or "1.2 MB"; nothing for a size that is not known."""
    if size is None:
        return ""
    kilobytes = max(round(size / _KB), 1)
    return f"{kilobytes} KB" if kilobytes < _KB else f"{size / _MB:.1f} MB".replace(".0 MB", " MB")


def with_restrictions(documents: "QuerySet[Any]") -> "QuerySet[Any]":
    """Return the documents, each knowing the path of its collection and whether only some people may see it."""
    path = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    # A restriction holds for a collection and all that are in it.
    restrictions = CollectionViewRestriction.objects.alias(path=path).filter(path__startswith=F("collection__path"))
    annotated: QuerySet[Any] = documents.annotate(
        is_restricted=Exists(restrictions), collection_path=F("collection__path")
    )
    return annotated


def documents_for(request: HttpRequest | None, documents: Iterable[AbstractDocument | None]) -> list[ListedDocument]:
    """Return those documents that the asker may see, in the same order; those that are gone are left out."""
    there = [document for document in documents if document]
    unknown = {document.pk for document in there if not hasattr(document, "is_restricted")}
    if unknown:
        # Chosen in the editor's form a moment ago, and shown in a preview.
        known = with_restrictions(type(there[0])._default_manager.all()).in_bulk(unknown)  # noqa: SLF001
        there = [known.get(document.pk, document) for document in there]
    may_see = _Reader(request).may_see
    return [
        ListedDocument(document.title, document.url, kind_of(document.filename), size_in_words(document.file_size))
        for document in there
        if not getattr(document, "is_restricted", True) or may_see(document)
    ]


class _Reader:
    """Who asks: a guest sees no restricted document, a member those that the restrictions let through."""

    def __init__(self, request: HttpRequest | None) -> None:
        self._request = (
            request if request and getattr(request, "user", None) and request.user.is_authenticated else None
        )
        self._refused_paths: list[str] | None = None

    def may_see(self, document: AbstractDocument) -> bool:
        if self._request is None:
            return False
        if self._refused_paths is None:
            restrictions = CollectionViewRestriction.objects.select_related("collection").prefetch_related("groups")
            self._refused_paths = [
                restriction.collection.path
                for restriction in restrictions
                if not restriction.accept_request(self._request)
            ]
        return not document.collection_path.startswith(tuple(self._refused_paths))
