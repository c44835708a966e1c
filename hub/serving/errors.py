"""Error pages that are views: what Django asks for by name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was open for too long, or that cookies are off, and how to go on."""
    return render(request, "403_csrf.html", status=403)
