"""The glossary in the back office."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST
from wagtail.admin.auth import user_passes_test
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from home.actions.glossary import add_standard_terms
from home.models import GlossaryTerm

MAY_ADD = "home.add_glossaryterm"


@require_POST
def add_them(request: HttpRequest) -> HttpResponse:
    """Add the standard short words for whoever presses the button on the empty list."""
    added = add_standard_terms(by=request.user)  # type: ignore[arg-type]
    messages.success(request, f"{added} short words added. Change them as you like.")
    return HttpResponseRedirect(reverse("wagtailsnippets_home_glossaryterm:list"))


class GlossaryListView(IndexView):
    """The list; an empty one offers a set to begin with."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if self.request.user.has_perm(MAY_ADD):
            context["standard_terms_url"] = reverse("wagtailsnippets_home_glossaryterm:standard")
        return context


class GlossaryViewSet(SnippetViewSet):
    """Short words: list, search, history."""

    model = GlossaryTerm
    index_view_class = GlossaryListView
    icon = "openquote"
    menu_label = "Glossary"
    menu_order = 310
    add_to_admin_menu = True
    list_display: ClassVar[list[str]] = ["term", "words", "explain"]
    list_filter: ClassVar[list[str]] = ["explain"]
    search_fields: ClassVar[list[str]] = ["term", "words", "synonyms", "explanation"]
    ordering: ClassVar[list[str]] = ["term", "words"]
    list_per_page = 50
    inspect_view_enabled = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the way to the first words."""
        may_add = user_passes_test(lambda user: user.has_perm(MAY_ADD))
        patterns: list[URLPattern] = super().get_urlpatterns()
        return [*patterns, path("standard/", may_add(add_them), name="standard")]


register_snippet(GlossaryViewSet)
