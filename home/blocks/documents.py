"""Documents to read, fill in or keep."""

from typing import Any

from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import AbstractDocument

from home.blocks import examples
from home.documents.listed import documents_for, with_restrictions


class ListedDocumentBlock(DocumentChooserBlock):
    """A document, read together with the others and with the knowledge whether everybody may see it."""

    def bulk_to_python(self, values: Any) -> list[AbstractDocument | None]:
        keys = list(values)
        found = with_restrictions(get_document_model().objects.all()).in_bulk({key for key in keys if key})
        return [found.get(key) for key in keys]


class DocumentsBlock(StructBlock):
    """A list of documents."""

    title = CharBlock(max_length=80, required=False, help_text="Only needed if the heading above does not say it")
    documents = ListBlock(ListedDocumentBlock(), min_num=1)

    class Meta:
        icon = "doc-full"
        template = "home/blocks/documents.html"
        description = (
            "Documents with their title, kind and size. Those that a reader may not see, and those that were deleted, "
            "are left out."
        )

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["documents"] = documents_for(context.get("request"), value["documents"])
        return context

    def get_preview_value(self) -> StructValue:
        """Return documents that nobody has uploaded."""
        model = get_document_model()
        documents = [
            model(pk=0, title=title, file=f"documents/{name}", file_size=size)
            for title, name, size in examples.DOCUMENTS
        ]
        for document in documents:
            document.is_restricted = False
        return self.normalize({"title": "", "documents": documents})
