"""Legal pages say what the law asks for, in its order, and are read again every year."""

import json
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from home.legal.cookies import in_words, site_cookies
from home.models import HomePage, LegalPage, SiteSettings
from hub.members.models import Person
from hub.serving.freshness import raise_version
from tests.factories.pages import LegalPageFactory

TODAY = timezone.localdate()
STATEMENT = {
    "kind": LegalPage.Kind.ACCESSIBILITY,
    "prepared_on": TODAY,
    "last_reviewed_on": TODAY,
    "review_by": TODAY + timedelta(days=360),
    "contact_email": "hub@northmere.example",
    "answer_within": "10 working days",
    "compliance": LegalPage.Compliance.PARTIALLY,
    "non_compliance": "<p>Some tables are wide.</p>",
    "burden": "<p>Nothing is claimed.</p>",
    "out_of_scope": "<p>Nothing.</p>",
    "improving": "<p>Tests with people.</p>",
    "tested_on": TODAY,
    "tested_by": "our web team",
    "tested_how": "With a keyboard.",
}
NO_BLOCKS = {"body-count": "0", "side-count": "0"}
NO_COMMENTS = {
    f"comments-{name}": number
    for name, number in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"), ("MIN_NUM_FORMS", "0"), ("MAX_NUM_FORMS", ""))
}
EMPTY_TEXT = json.dumps({"blocks": [], "entityMap": {}})
LINE = {"key": "a", "type": "unstyled", "text": "Nothing", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
TEXT = json.dumps({"blocks": [LINE], "entityMap": {}})
RICH = ("non_compliance", "burden", "out_of_scope", "improving")


def headings(client: Client, address: str) -> list[str]:
    html = client.get(address).content.decode()
    main = html[html.index("<article") : html.index("</article>")]
    return [re.sub(r"<[^>]+>", "", found) for found in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", main)]


def form(**changes: str) -> dict[str, str]:
    """Return the editor's form for a statement that lacks nothing, with these changes."""
    said = {name: str(value) for name, value in STATEMENT.items()}
    return (
        {"title": "Accessibility", "slug": "accessibility", "lead": "", "looked_after_by": "", "contact_phone": ""}
        | NO_BLOCKS
        | NO_COMMENTS
        | said
        | dict.fromkeys(RICH, TEXT)
        | changes
    )


def publish(browser: Client, home: HomePage, **changes: str) -> str:
    """Try to publish a statement; return what the editor is told."""
    add = reverse("wagtailadmin_pages:add", args=["home", "legalpage", home.pk])
    answer = browser.post(add, form(**changes) | {"action-publish": "action-publish"})
    return "" if answer.status_code == 302 else str(answer.context["form"].errors)


def test_a_statement_has_its_parts_in_their_fixed_order(home: HomePage, northmere: SiteSettings) -> None:
    LegalPageFactory.create(parent=home, slug="accessibility", **STATEMENT)
    raise_version()
    assert headings(Client(), "/accessibility/") == [
        "Feedback and contact information",
        "Enforcement procedure",
        "Technical information about this website\u2019s accessibility",
        "Compliance status",
        "Non-accessible content",
        "Non-compliance with the accessibility regulations",
        "Disproportionate burden",
        "Content that\u2019s not within the scope of the accessibility regulations",
        "What we are doing to improve accessibility",
        "Preparation of this accessibility statement",
    ]
    words = Client().get("/accessibility/").content.decode()
    for part in ("partially compliant", "Northmere Council is committed", "EHRC", "EASS", "Some tables are wide."):
        assert part in words, part
    for link in re.findall(r'<li><a href="#([\w-]+)"', words):
        assert f'id="{link}"' in words


def test_a_statement_of_full_compliance_lists_nothing_that_fails(home: HomePage) -> None:
    LegalPageFactory.create(parent=home, slug="all", **STATEMENT | {"compliance": "fully", "improving": ""})
    raise_version()
    assert "fully compliant" in Client().get("/all/").content.decode()
    assert "Non-accessible content" not in headings(Client(), "/all/")


def test_a_complete_statement_is_published(
    signed_in: Callable[[Person], Client], helen: Person, home: HomePage
) -> None:
    assert publish(signed_in(helen), home) == ""
    assert LegalPage.objects.get().live


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("prepared_on", "first written"),
        ("last_reviewed_on", "last checked"),
        ("review_by", "must be read again"),
        ("compliance", "how far the site meets"),
        ("contact_email", "report what they cannot use"),
        ("answer_within", "within how many days"),
        ("tested_on", "when the site was last tested"),
        ("tested_by", "who tested"),
        ("tested_how", "how the site was tested"),
        ("non_compliance", "does not comply"),
        ("burden", "disproportionate burden"),
        ("out_of_scope", "outside the scope"),
    ],
)
def test_a_part_that_is_missing_is_named_when_a_statement_is_published_and_not_before(
    signed_in: Callable[[Person], Client], helen: Person, home: HomePage, field: str, words: str
) -> None:
    browser = signed_in(helen)
    missing = {field: EMPTY_TEXT if field in RICH else ""}
    assert words in publish(browser, home, **missing)
    add = reverse("wagtailadmin_pages:add", args=["home", "legalpage", home.pk])
    assert browser.post(add, form(**missing)).status_code == 302


def test_a_page_of_another_kind_needs_only_its_days(
    signed_in: Callable[[Person], Client], helen: Person, home: HomePage
) -> None:
    unneeded = dict.fromkeys(("compliance", "contact_email", "answer_within", "tested_on", "tested_by"), "")
    assert publish(signed_in(helen), home, kind="privacy", **unneeded) == ""


@pytest.mark.parametrize(("days", "right"), [(396, True), (397, False)])
def test_a_legal_page_is_read_again_within_thirteen_months(
    signed_in: Callable[[Person], Client], helen: Person, home: HomePage, days: int, right: bool
) -> None:
    said = publish(signed_in(helen), home, review_by=str(TODAY + timedelta(days=days)))
    assert (said == "") is right
    assert right or "at least once a year" in said


def test_the_cookies_page_names_the_cookies_that_settings_make(home: HomePage, settings: Settings) -> None:
    settings.SESSION_COOKIE_NAME = "visit"
    settings.SESSION_COOKIE_AGE = 3 * 3600
    settings.CSRF_COOKIE_AGE = 14 * 24 * 3600
    LegalPageFactory.create(parent=home, slug="cookies", kind=LegalPage.Kind.COOKIES)
    raise_version()
    html = Client().get("/cookies/").content.decode()
    rows = [re.findall(r">([^<>]+)</t[hd]>", row) for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL)[1:]]
    assert [(row[0], row[2]) for row in rows] == [
        ("visit", "Until you sign out or close the browser, at most 3 hours"),
        ("csrftoken", "2 weeks"),
        ("messages", "Until it is shown"),
    ]


def test_every_cookie_that_signing_in_sets_is_on_the_list(priya: Person) -> None:
    browser = Client()
    browser.get("/account/sign-in/")
    browser.post("/account/sign-in/", {"login": priya.email, "password": "correct horse battery"})
    assert browser.cookies
    assert set(browser.cookies) <= {cookie.name for cookie in site_cookies()}


@pytest.mark.parametrize(
    ("seconds", "words"), [(31449600, "52 weeks"), (43200, "12 hours"), (60, "1 minute"), (90, "90 seconds")]
)
def test_times_are_said_in_their_largest_whole_unit(seconds: int, words: str) -> None:
    assert in_words(seconds) == words


@pytest.mark.parametrize("kind", [LegalPage.Kind.ACCESSIBILITY, LegalPage.Kind.COOKIES])
def test_a_legal_page_costs_few_queries(
    home: HomePage, django_assert_max_num_queries: DjangoAssertNumQueries, kind: str
) -> None:
    LegalPageFactory.create(parent=home, slug="legal", **STATEMENT | {"kind": kind})
    Client().get("/")
    raise_version()
    with django_assert_max_num_queries(6):
        assert Client().get("/legal/").status_code == 200
