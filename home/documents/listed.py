"""Documents as they are listed on a page: what each is called, its kind and size in words, and who may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.documents.models import AbstractDocument
from wagtail.models import CollectionViewRestriction

from hub.files.words import words_for


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document as a reader sees it in a list: `about` is its kind and size in words."""

    title: str
    url: str
    about: str


def with_restrictions(documents: "QuerySet[Any]") -> "QuerySet[Any]":
    """Return the documents, each knowing the path of its collection and whether only some people may see it."""
    path = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    # A restriction holds for a collection and all that are in it.
    restrictions = CollectionViewRestriction.objects.alias(path=path).filter(path__startswith=F("collection__path"))
    known: QuerySet[Any] = documents.annotate(is_restricted=Exists(restrictions), collection_path=F("collection__path"))
    return known


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
        ListedDocument(document.title, document.url, words_for(document))
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
