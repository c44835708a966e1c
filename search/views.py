"""The page of results."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.public_pages import as_found, find_public_pages, words_of

RESULTS_PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the public pages with the words that were typed, or ask for words."""
    query = " ".join(request.GET.get("q", "").split())
    asked_without_words = "q" in request.GET and not words_of(query)
    results = Paginator(find_public_pages(query), RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "search/search.html",
        {
            "query": query,
            "results": results,
            "found": as_found(list(results.object_list)),
            "problem": "Type one or more words to search for" if asked_without_words else "",
        },
    )
