"""The findings of one page, alone, for the editing form that shows them."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page

from home.checks.whole import read_page


def page_findings(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with what could be better on the page as its draft is now, to those who may edit it."""
    page = get_object_or_404(Page, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    return render(request, "home/editing/findings.html", {"findings": read_page(draft).findings})
