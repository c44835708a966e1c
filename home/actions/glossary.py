"""The glossary: giving a new one its first words."""

from django.db import transaction
from wagtail.log_actions import log

from home.glossary.standard import standard_terms
from home.models import GlossaryTerm
from hub.members.models import Person
from hub.serving.freshness import raise_version_on_commit


@transaction.atomic
def add_standard_terms(*, by: Person) -> int:
    """Add the standard short words of special educational needs; return how many were added.

    A short word that the glossary has in any meaning stays as its editors wrote it.
    """
    known = {term.casefold() for term in GlossaryTerm.objects.values_list("term", flat=True)}
    new = [GlossaryTerm(**row) for row in standard_terms() if row["term"].casefold() not in known]
    for term in GlossaryTerm.objects.bulk_create(new):
        log(term, "wagtail.create", user=by)
    if new:
        raise_version_on_commit()
    return len(new)
