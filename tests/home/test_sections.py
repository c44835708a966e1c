"""A section lists the pages under it that the asker may see, in the editors' order."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from home.models import HomePage, SectionPage
from hub.members.models import Person
from hub.serving.freshness import raise_version
from tests.factories.pages import ClusterProgrammePageFactory, ContentPageFactory, SectionPageFactory
from tests.look.markup import read

KIB = 1024
HEADING = re.compile(r"<h3>\s*<a [^>]*>([^<]+)</a>")


@pytest.fixture
def section(home: HomePage) -> SectionPage:
    """A section without pages."""
    page: SectionPage = SectionPageFactory.create(parent=home, slug="help", title="Help", lead="Where to begin.")
    return page


def seen(browser: Client | None = None, address: str = "/help/") -> str:
    """Return the page as this browser is shown it."""
    raise_version()
    answer = (browser or Client()).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_section_lists_its_pages_with_what_they_are_about_in_the_editors_order(section: SectionPage) -> None:
    ContentPageFactory.create(parent=section, title="First", lead="The first of all.")
    last = SectionPageFactory.create(parent=section, title="Second", lead="The second.")
    ContentPageFactory.create(parent=section, title="Third", search_description="Only for search engines.")
    last.move(section, pos="last-child")
    html = seen()
    assert HEADING.findall(html) == ["First", "Third", "Second"]
    for words in ("Where to begin.", "The first of all.", "The second.", "Only for search engines."):
        assert words in html


def test_a_section_without_pages_says_so(section: SectionPage) -> None:
    assert "No pages here yet" in seen()


def test_drafts_and_grandchildren_are_not_listed(section: SectionPage) -> None:
    child = ContentPageFactory.create(parent=section, title="Child")
    ContentPageFactory.create(parent=child, title="Grandchild")
    ContentPageFactory.create(parent=section, title="Draft", live=False)
    assert HEADING.findall(seen()) == ["Child"]


@pytest.mark.parametrize("arrangement", ["doors", "rows"])
def test_a_section_lists_doors_or_rows(section: SectionPage, arrangement: str) -> None:
    section.arrangement = arrangement
    section.save()
    ContentPageFactory.create(parent=section, title="Child")
    page = read(seen())
    assert page.one("ul", class_="doors" if arrangement == "doors" else "results")


def test_clusters_stand_by_phase_with_their_badges(section: SectionPage) -> None:
    section.arrangement = SectionPage.Arrangement.BADGES
    section.list_title = "Others"
    section.save()
    for title, phase in (("Ashfold", "Primary"), ("Dunmere", "Primary"), ("North", "Secondary")):
        ClusterProgrammePageFactory.create(
            parent=section, title=title, shape="sail", hue="blue", schools=11, phases=[("phase", phase)]
        )
    ContentPageFactory.create(parent=section, title="Not sure")
    html = seen()
    headings = re.findall(r"<h2 id=\"pages-\d\">([^<]+)</h2>", html)
    assert headings == ["Primary clusters", "Secondary clusters", "Others"]
    assert HEADING.findall(html) == ["Ashfold", "Dunmere", "North", "Not sure"]
    assert "11 secondary schools" in html
    assert html.count('class="tile hue-blue"') == 3


def test_what_stands_above_and_below_the_list_stands_there(section: Any) -> None:
    section.body, section.more = [("text", "<p>Above</p>")], [("text", "<p>Below</p>")]
    section.save()
    ContentPageFactory.create(parent=section, title="Between")
    html = seen()
    assert html.index("Above") < html.index("Between") < html.index("Below")


def test_two_hundred_pages_are_listed_fifty_at_once_and_stay_light(
    section: SectionPage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    lead = "What stands on this page, in a sentence or two that are about as long as they mostly are."
    ContentPageFactory.create_batch(200, parent=section, lead=lead)
    seen()
    raise_version()
    with django_assert_max_num_queries(6):
        html = Client().get("/help/").content.decode()
    assert len(HEADING.findall(html)) == 50
    assert len(html) < 60 * KIB
    last = seen(address="/help/?page=4")
    assert len(HEADING.findall(last)) == 50
    assert not set(HEADING.findall(html)) & set(HEADING.findall(last))


def test_a_private_section_lists_its_pages_to_those_who_may_see_it(
    section: SectionPage, signed_in: Callable[[Person], Client], helen: Person, tom: Person, publishers: Group
) -> None:
    ContentPageFactory.create(parent=section, title="For all of them")
    closer = ContentPageFactory.create(parent=section, title="For publishers")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    restriction = PageViewRestriction.objects.create(page=closer, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(publishers)
    assert HEADING.findall(seen(signed_in(tom))) == ["For all of them"]
    assert HEADING.findall(seen(signed_in(helen))) == ["For all of them", "For publishers"]
    raise_version()
    assert Client().get("/help/").status_code == 302


def test_an_editor_previews_a_section_with_its_pages(
    home: HomePage, signed_in: Callable[[Person], Client], helen: Person
) -> None:
    draft = SectionPageFactory.create(parent=home, title="Draft", slug="draft", live=False)
    ContentPageFactory.create(parent=draft, title="Already there")
    draft.save_revision()
    html = signed_in(helen).get(f"/admin/pages/{draft.pk}/view_draft/").content.decode()
    assert HEADING.findall(html) == ["Already there"]


def test_pages_of_every_type_may_stand_in_a_section(section: SectionPage) -> None:
    kinds = {model.__name__ for model in SectionPage.allowed_subpage_models()}
    assert kinds >= {"ContentPage", "SectionPage", "ClusterProgrammePage"}
