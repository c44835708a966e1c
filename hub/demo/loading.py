"""Loads the demonstration and removes it: people, pictures, documents, pages, the home page and the site's settings."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from wagtail.models import Site as WagtailSite

from home.actions.glossary import add_standard_terms
from home.models import GlossaryTerm, HomePage
from hub.demo.answers import add_answers
from hub.demo.front_page import fill_home, fill_settings, is_untouched
from hub.demo.images import Pictures, remove_pictures
from hub.demo.pages import Site, remove_pages
from hub.demo.papers import remove_papers
from hub.demo.people import CAST, PUBLISHER, add_person, remove_people
from hub.demo.tree import leaves

# Told, before the work, how many parts there are in all, and after each part what it was.
Progress = Callable[[int, str], None]


@transaction.atomic
def load(*, seed: int, today: date, afresh: bool = False, progress: Progress) -> None:
    """Load the demonstration as it is on `today`; the same for the same seed and day.

    What is there already stays as it is, so that nothing a person has changed is lost. With `afresh` all of it is
    removed first, together with every page under the home page. Raises BadTextError when a text cannot be read.
    """
    if afresh:
        remove_pages(_home())
        remove_pictures()
        remove_papers()
        remove_people()
        GlossaryTerm.objects.all().delete()
    home = _home()
    people = [add_person(login) for login in CAST]
    publisher = people[CAST.index(PUBLISHER)]
    site = Site(home, Pictures(seed, publisher), publisher, today)
    written = site.plant(leaves(today, seed))
    total = len(written) + 2
    progress(total, "people")
    for leaf in written:
        site.write(leaf)
        progress(total, leaf.text.title)
    if any(leaf.slug == "glossary" for leaf in written):
        add_standard_terms(by=publisher)
    if afresh or is_untouched(home):
        fill_home(site, today, seed)
    fill_settings(site, again=afresh)
    add_answers([(leaf.slug, site.page(leaf.slug)) for leaf in written if not leaf.is_news], seed=seed, today=today)
    progress(total, "home page")


def _home() -> HomePage:
    home: HomePage = HomePage.objects.get(pk=WagtailSite.objects.get(is_default_site=True).root_page_id)
    return home
