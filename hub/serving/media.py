"""Pictures as pages show them, where no web server or object store in front does it.

Only the sizes made for pages are served, never the originals or any other upload: what is restricted must not
have an unchecked address.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# A picture that changes gets another name.
_A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with a picture in one of the sizes that pages use. Raises Http404 if there is none."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT / "images"))
    response["Cache-Control"] = _A_YEAR
    return response
