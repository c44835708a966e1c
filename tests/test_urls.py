"""Every address of the site, asked by every kind of person."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site
from wagtail_factories import DocumentFactory, ImageFactory

from home.models import HomePage
from hub.members.models import Person
from tests.factories.pages import (
    ClusterProgrammePageFactory,
    ContactPageFactory,
    ContentPageFactory,
    GlossaryPageFactory,
    LegalPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    SectionPageFactory,
)
from tests.factories.people import PersonFactory

PEOPLE = ("guest", "priya", "tom", "helen", "rob")
# Whole sites of Wagtail's own, tested there: one line for each stands for all of it.
SITES_OF_WAGTAIL = ("admin/", "documents/")

OK, MOVED, MISSING = 200, 302, 404
Statuses = tuple[int, int, int, int, int]


def everybody(status: int) -> Statuses:
    """Return the same answer for all."""
    return (status,) * 5


# name, what is asked, and what is answered to: guest, Priya, Tom, Helen, Rob
TABLE: list[tuple[str, str, Statuses]] = [
    ("health", "/health/", everybody(OK)),
    ("robots", "/robots.txt", everybody(OK)),
    ("sitemap", "/sitemap.xml", everybody(OK)),
    ("picture", "{picture}", everybody(OK)),
    ("picture", "/media/images/none.jpg", everybody(MISSING)),
    ("news_feed", "/news/feed.atom", everybody(OK)),
    ("news_feed", "/public/feed.atom", everybody(MISSING)),
    ("news_feed", "/no/such/list/feed.atom", everybody(MISSING)),
    ("theme", "/theme/0b5961.css", everybody(OK)),
    ("theme", "/theme/ffffff.css", everybody(MISSING)),
    ("account_login", "/account/sign-in/", (OK, MOVED, MOVED, MOVED, MOVED)),
    ("account_logout", "/account/sign-out/", (MOVED, OK, OK, OK, OK)),
    ("account_signup", "/account/join/", (OK, MOVED, MOVED, MOVED, MOVED)),
    ("account_inactive", "/account/inactive/", everybody(OK)),
    ("account_reset_password", "/account/forgotten-password/", everybody(OK)),
    ("account_reset_password_done", "/account/forgotten-password/sent/", everybody(OK)),
    ("account_reset_password_from_key", "/account/new-password/a-b/", everybody(OK)),
    ("account_reset_password_from_key", "{new_password}", everybody(MOVED)),
    ("account_reset_password_from_key_done", "/account/new-password/done/", everybody(OK)),
    ("search", "/search/", everybody(OK)),
    ("page_useful", "{useful}", everybody(OK)),
    ("page_useful", "{useful_private}", (MISSING, OK, OK, OK, OK)),
    ("page_useful", "{useful_draft}", everybody(MISSING)),
    ("page_useful", "/useful/999999/", everybody(MISSING)),
    ("page_remark", "{useful}remark/", everybody(MOVED)),
    ("page_remark", "{useful_private}remark/", (MISSING, MOVED, MOVED, MOVED, MOVED)),
    ("page_useful_thanks", "{useful}thank-you/", everybody(OK)),
    ("page_useful_thanks", "{useful_private}thank-you/", (MISSING, OK, OK, OK, OK)),
    ("admin_login", "/admin/login/", everybody(MOVED)),
    ("private_page_login", "/_util/login/", everybody(MOVED)),
    ("wagtailcore_login", "/_util/login/", everybody(MOVED)),
    ("wagtailadmin_home", "/admin/", (MOVED, MOVED, OK, OK, OK)),
    ("wagtailadmin_home", "/admin/settings/home/sitesettings/{site}/", (MOVED, MOVED, MOVED, OK, OK)),
    ("wagtaildocs_serve", "{document}", everybody(OK)),
    ("wagtaildocs_serve", "{private_document}", (MOVED, OK, OK, OK, OK)),
    ("styleguide", "/styleguide/", everybody(OK)),
    ("home", "/", everybody(OK)),
    ("page", "/public/", everybody(OK)),
    ("page", "/contact-us/", everybody(OK)),
    ("page", "/contact-us/sent/", everybody(OK)),
    ("page", "/glossary/", everybody(OK)),
    ("page", "/glossary/?q=plan", everybody(OK)),
    ("page", "/cookies/", everybody(OK)),
    ("page", "/news/", everybody(OK)),
    ("page", "/news/2026/", everybody(OK)),
    ("page", "/news/1999/", everybody(MISSING)),
    ("page", "/section/", everybody(OK)),
    ("page", "/cluster/", everybody(OK)),
    ("page", "/private/", (MOVED, OK, OK, OK, OK)),
    ("page", "/draft/", everybody(MISSING)),
    ("page", "/no/such/page/", everybody(MISSING)),
    ("wagtail_serve", "/public/", everybody(OK)),
    ("wagtailcore_authenticate_with_password", "{password}", everybody(OK)),
    ("wagtailcore_authenticate_with_password", "/_util/authenticate_with_password/0/0/", everybody(MISSING)),
]


def named(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Yield the names of all addresses, without those of Wagtail's own sites."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if address not in SITES_OF_WAGTAIL:
                yield from named(pattern.url_patterns, address)
        else:
            yield str(pattern.name or f"the address {address}, which has no name")


def test_every_address_has_a_line_in_the_table() -> None:
    without = set(named(get_resolver().url_patterns)) - {name for name, _, _ in TABLE}
    assert not without, f"Say in the table of tests/test_urls.py who may see: {', '.join(sorted(without))}."


def test_every_line_of_the_table_is_about_an_address_that_is_there() -> None:
    there = {*named(get_resolver().url_patterns), "wagtailadmin_home", "wagtaildocs_serve"}
    gone = {name for name, _, _ in TABLE} - there
    assert not gone, f"No address has these names any more: {', '.join(sorted(gone))}."


@pytest.fixture
def places(home: HomePage) -> dict[str, str]:
    """Pages, a picture and documents to ask for, and what stands for them in the table."""
    public = ContentPageFactory.create(parent=home, slug="public")
    ContactPageFactory.create(parent=home)
    GlossaryPageFactory.create(parent=home)
    LegalPageFactory.create(parent=home, slug="cookies", kind="cookies")
    draft = ContentPageFactory.create(parent=home, slug="draft", live=False)
    SectionPageFactory.create(parent=home, slug="section")
    ClusterProgrammePageFactory.create(parent=home, slug="cluster")
    news = NewsIndexPageFactory.create(parent=home, slug="news")
    NewsPageFactory.create(parent=news, date=date(2026, 11, 25))
    private = ContentPageFactory.create(parent=home, slug="private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    guarded = ContentPageFactory.create(parent=home, slug="guarded")
    restriction = PageViewRestriction.objects.create(
        page=guarded, restriction_type=PageViewRestriction.PASSWORD, password="mere"
    )
    collection = Collection.get_first_root_node().add_child(name="For members")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    forgetful = PersonFactory.create()
    key = default_token_generator.make_token(forgetful)
    return {
        "site": str(Site.objects.get().pk),
        "picture": ImageFactory.create().get_rendition("width-20").url,
        "document": DocumentFactory.create().url,
        "private_document": DocumentFactory.create(collection=collection).url,
        "useful": f"/useful/{public.pk}/",
        "useful_private": f"/useful/{private.pk}/",
        "useful_draft": f"/useful/{draft.pk}/",
        "password": f"/_util/authenticate_with_password/{restriction.pk}/{guarded.pk}/",
        "new_password": f"/account/new-password/{user_pk_to_url_str(forgetful)}-{key}/",
    }


@pytest.mark.parametrize(
    ("name", "address", "statuses"), TABLE, ids=[f"{name} {address}" for name, address, _ in TABLE]
)
def test_every_address_for_everybody(
    request: pytest.FixtureRequest,
    signed_in: Callable[[Person], Client],
    places: dict[str, str],
    name: str,
    address: str,
    statuses: Statuses,
) -> None:
    answered = {}
    for who in PEOPLE:
        browser = Client() if who == "guest" else signed_in(request.getfixturevalue(who))
        answer = browser.get(address.format(**places))
        answered[who] = answer.status_code
        # Read to its end, so that what is sent in parts closes its file.
        b"".join(answer)
    assert answered == dict(zip(PEOPLE, statuses, strict=True)), f"the answers of {name}"


def test_lines_about_one_address_stand_together() -> None:
    names = [name for name, _ in groupby(name for name, _, _ in TABLE)]
    assert len(names) == len(set(names))
