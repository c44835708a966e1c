"""What is not for everybody shows on no surface of the site to who may not see it, and every change shows at once.

Each test asks all the surfaces there are: the map for search engines, the feed, menus, sections, lists, the search.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Page, PageViewRestriction

from home.models import SectionPage
from hub.members.models import Person
from tests.factories.pages import (
    ClusterProgrammePageFactory,
    ContentPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    SectionPageFactory,
)

Change = Callable[[], object]
# Every page where something of another page could show, with a word that only the hidden pages hold.
SURFACES = {
    "sitemap": "/sitemap.xml",
    "feed": "/news/feed.atom",
    "front door": "/",
    "list of news": "/news/",
    "news of the year": "/news/2026/",
    "the section above": "/open/",
    "a neighbour": "/open/neighbour/",
    "a piece of news": "/news/open-item/",
    "a list of badges": "/badges/",
    "no page": "/no/such/page/",
    "signing in": "/account/sign-in/",
    "search": "/search/?q=zirconium",
    "search by title": "/search/?q=Hidden",
}
SECRET = ("Zirconium", "zirconium")


@pytest.fixture
def tree(home: Any, northmere: Any) -> dict[str, Page]:
    """A public section; in it a part with a child, in the menu and the foot; a piece of news; a cluster."""
    section = SectionPageFactory.create(parent=home, slug="open", title="Open section", show_in_menus=True)
    ContentPageFactory.create(parent=section, slug="neighbour", title="Neighbour")
    part = SectionPageFactory.create(
        parent=section, slug="zirconium", title="Zirconium part", lead="About zirconium.", show_in_menus=True
    )
    child = ContentPageFactory.create(parent=part, slug="zirconium-child", title="Zirconium child", lead="Hidden lead")
    top = ContentPageFactory.create(parent=home, slug="zirconium-top", title="Zirconium top", show_in_menus=True)
    badges = SectionPageFactory.create(parent=home, slug="badges", title="Badges", arrangement="badges")
    cluster = ClusterProgrammePageFactory.create(
        parent=badges, slug="zirconium-cluster", title="Zirconium cluster", shape="sail", hue="blue"
    )
    news = NewsIndexPageFactory.create(parent=home, slug="news")
    item = NewsPageFactory.create(parent=news, slug="zirconium-item", title="Zirconium item", summary="Hidden summary")
    NewsPageFactory.create(parent=news, slug="open-item", title="Open item")
    link = f'<p><a linktype="page" id="{part.pk}">more</a></p>'
    section.body = [("text", link), ("button", {"text": "Go", "page": child.pk, "address": ""})]
    section.save()
    home.refresh_from_db()
    home.doors = [("door", {"title": "A door", "text": "", "page": part.pk, "address": ""})]
    home.save()
    northmere.footer_links = [("page", part), ("page", top), ("page", item)]
    northmere.notice = link
    northmere.save()
    call_command("update_index", verbosity=0)
    return {"part": part, "top": top, "item": item, "cluster": cluster, "section": section, "home": home}


def surfaces_that_tell(browser: Client) -> set[str]:
    """Return the surfaces on which this browser is shown a word of what is hidden."""
    telling = set()
    for name, address in SURFACES.items():
        answer = browser.get(address)
        html = answer.content.decode()
        # A page of results repeats the words that were searched for, as they were typed.
        secret = SECRET[:1] if name.startswith("search") else SECRET
        if any(word in html for word in secret):
            telling.add(name)
    return telling


@pytest.fixture
def make(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Callable[[Change], None]:
    """Make a change and commit it."""

    def made(change: Change) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            change()

    return made


def restrict(tree: dict[str, Page], kind: str, person: Person | None = None) -> list[PageViewRestriction]:
    """Hide what is hidden in these tests in this way; for groups it is shown to publishers only."""
    made = []
    for name in ("part", "top", "item", "cluster"):
        restriction = PageViewRestriction.objects.create(page=tree[name], restriction_type=kind, password="mere")
        if kind == PageViewRestriction.GROUPS:
            restriction.groups.set(person.groups.all() if person else [])
        made.append(restriction)
    return made


@pytest.mark.usefixtures("tree")
def test_what_is_public_shows_on_every_surface_where_it_belongs() -> None:
    assert surfaces_that_tell(Client()) == set(SURFACES)


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS, PageViewRestriction.PASSWORD])
def test_what_is_private_shows_nowhere_to_a_guest(
    tree: dict[str, Page], make: Callable[[Change], None], helen: Person, kind: str
) -> None:
    make(lambda: restrict(tree, kind, helen))
    assert surfaces_that_tell(Client()) == set()


def test_what_is_for_publishers_shows_nowhere_to_a_person_of_another_group(
    tree: dict[str, Page],
    make: Callable[[Change], None],
    signed_in: Callable[[Person], Client],
    helen: Person,
    tom: Person,
    priya: Person,
) -> None:
    make(lambda: restrict(tree, PageViewRestriction.GROUPS, helen))
    for person in (priya, tom):
        assert surfaces_that_tell(signed_in(person)) == set()


@pytest.mark.parametrize("address", ["/open/zirconium/", "/open/zirconium/zirconium-child/"])
def test_a_page_with_a_password_tells_nothing_before_the_password(
    tree: dict[str, Page], make: Callable[[Change], None], address: str
) -> None:
    make(lambda: restrict(tree, PageViewRestriction.PASSWORD))
    html = Client().get(address).content.decode()
    assert "This page needs a password" in html
    for word in ("About zirconium", "Hidden lead", "Zirconium part", "Zirconium child", "ld+json", "og:"):
        assert word not in html


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
def test_restricting_and_opening_again_show_at_once_on_pages_that_were_kept(
    tree: dict[str, Page], make: Callable[[Change], None], kind: str
) -> None:
    before = surfaces_that_tell(Client())
    assert len(before) > 10
    made: list[PageViewRestriction] = []
    make(lambda: made.extend(restrict(tree, kind)))
    assert surfaces_that_tell(Client()) == set()
    make(lambda: [restriction.delete() for restriction in made])
    assert surfaces_that_tell(Client()) == before


def test_unpublishing_and_publishing_show_at_once_on_pages_that_were_kept(
    tree: dict[str, Page], make: Callable[[Change], None]
) -> None:
    before = surfaces_that_tell(Client())
    hidden = [tree[name].specific for name in ("part", "top", "item", "cluster")]
    make(lambda: [page.unpublish() for page in hidden])
    # A page below a draft keeps its address, and a search finds it.
    assert surfaces_that_tell(Client()) <= {"sitemap", "the section above", "search", "search by title"}
    make(lambda: [page.save_revision().publish() for page in hidden])
    assert surfaces_that_tell(Client()) == before


def test_moving_into_and_out_of_a_private_part_shows_at_once_on_pages_that_were_kept(
    tree: dict[str, Page], make: Callable[[Change], None]
) -> None:
    closed = SectionPageFactory.create(parent=tree["home"], slug="closed", title="Closed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    before = surfaces_that_tell(Client())
    for name in ("item", "cluster"):
        make(tree[name].specific.delete)
    for name in ("part", "top"):
        page, target = Page.objects.get(pk=tree[name].pk), SectionPage.objects.get(pk=closed.pk)
        make(partial(page.move, target, pos="last-child"))
    assert surfaces_that_tell(Client()) == set()
    make(lambda: Page.objects.get(pk=tree["part"].pk).move(Page.objects.get(pk=tree["section"].pk), pos="last-child"))
    after = surfaces_that_tell(Client())
    assert {"sitemap", "front door", "the section above", "a neighbour", "search"} <= after <= before
