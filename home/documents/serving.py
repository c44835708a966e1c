"""How documents are sent: as what they were found to be, to be kept rather than run."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from hub.files.kinds import KINDS, PDF

_NOTHING = "default-src 'none'"
# Not every browser shows a PDF that is sandboxed; it may load nothing and stand in no other site's frame.
_PDF_POLICY = f"{_NOTHING}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
_POLICY = f"sandbox; {_NOTHING}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_KNOWN = {kind.content_type for kind in KINDS.values()}
_BYTES = "application/octet-stream"


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Answer with a document, as Wagtail does, to whoever may see its collection. Raises Http404 if there is none."""
    response: HttpResponseBase = serve(request, document_id, document_filename)
    if response.status_code == 200 and response.has_header("Content-Disposition"):
        content_type = response["Content-Type"].partition(";")[0]
        inline = content_type == PDF.content_type
        if content_type not in _KNOWN:
            # It came before files were looked into.
            response["Content-Type"] = _BYTES
        response["Content-Security-Policy"] = _PDF_POLICY if inline else _POLICY
        response["X-Content-Type-Options"] = "nosniff"
    return response
