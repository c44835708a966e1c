"""The glossary: what guests read, what editors change, and the words that a new one begins with."""

import re
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from home.actions.glossary import add_standard_terms
from home.glossary.standard import standard_terms
from home.glossary.terms import known_terms
from home.models import GlossaryPage, GlossaryTerm, HomePage
from hub.members.models import Person
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory, GlossaryPageFactory

ADDRESS = "/glossary/"
LIST = "wagtailsnippets_home_glossaryterm:list"


@pytest.fixture
def page(home: HomePage) -> GlossaryPage:
    """A glossary with three short words, one of which means two things."""
    page: GlossaryPage = GlossaryPageFactory.create(parent=home)
    plan = {"explanation": "A legal document.", "synonyms": "EHC plan, statement", "see_also": "SLT, XYZ"}
    GlossaryTerm.objects.create(term="EHCP", words="education, health and care plan", **plan)
    GlossaryTerm.objects.create(term="SLT", words="speech and language therapy")
    GlossaryTerm.objects.create(term="SLT", words="senior leadership team")
    GlossaryTerm.objects.create(term="2e", words="twice exceptional")
    raise_version()
    return page


def text(answer_html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer_html[answer_html.index("<main") :]).split())


def test_every_short_word_can_be_entered_by_its_own_name(page: GlossaryPage, client: Client) -> None:
    html = client.get(ADDRESS).content.decode()
    assert 'id="ehcp"' in html
    assert html.count('id="slt"') == 1
    assert "EHCP education, health and care plan A legal document. Also: EHC plan, statement" in text(html)
    assert "SLT speech and language therapy senior leadership team" in text(html)
    assert '<a href="#slt">SLT</a>, XYZ' in html


def test_only_letters_that_have_words_are_linked(page: GlossaryPage, client: Client) -> None:
    html = client.get(ADDRESS).content.decode()
    assert re.findall(r'href="#letter-(\w+)"', html) == ["other", "e", "s"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [("ehc", ["EHCP"]), ("LEADERSHIP", ["SLT"]), ("statement", ["EHCP"]), ("  legal   document ", ["EHCP"])],
)
def test_words_are_found_by_what_they_mean(page: GlossaryPage, client: Client, asked: str, found: list[str]) -> None:
    html = client.get(ADDRESS, {"q": asked}).content.decode()
    assert re.findall(r"<dt>([^<]+)</dt>", html) == found
    assert '<meta name="robots" content="noindex">' in html


def test_what_is_not_found_says_how_to_go_on(page: GlossaryPage, client: Client) -> None:
    html = client.get(ADDRESS, {"q": "<zebra>"}).content.decode()
    assert "No short word has this" in html
    assert "<zebra>" not in html


def test_an_empty_glossary_says_so(home: HomePage, client: Client) -> None:
    GlossaryPageFactory.create(parent=home)
    raise_version()
    assert "No short words yet" in client.get(ADDRESS).content.decode()


def test_a_short_word_has_each_meaning_once(page: GlossaryPage) -> None:
    with pytest.raises(ValidationError, match="has this meaning"):
        GlossaryTerm(term=" SLT ", words="senior  leadership team").full_clean()


@pytest.mark.parametrize("change", ["save", "delete"])
def test_a_change_of_a_word_is_seen_at_once(
    page: GlossaryPage,
    home: HomePage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    change: str,
) -> None:
    ContentPageFactory.create(parent=home, slug="plans", body=[("text", "<p>An EHCP.</p>")])
    raise_version()
    assert "education, health" in Client().get("/plans/").content.decode()
    term = GlossaryTerm.objects.get(term="EHCP")
    term.words = "a plan"
    with django_capture_on_commit_callbacks(execute=True):
        getattr(term, change)()
    for address in ("/plans/", ADDRESS):
        assert "education, health" not in Client().get(address).content.decode()


def test_the_standard_words_are_added_once_and_never_over_an_editors(page: GlossaryPage, helen: Person) -> None:
    GlossaryTerm.objects.filter(term="EHCP").update(words="our own words")
    added = add_standard_terms(by=helen)
    assert added > 100
    assert add_standard_terms(by=helen) == 0
    assert GlossaryTerm.objects.get(term="EHCP").words == "our own words"
    assert GlossaryTerm.objects.filter(term="SLT").count() == 2


def test_the_standard_words_are_right_as_they_stand(db: None) -> None:
    rows = standard_terms()
    terms = {row["term"] for row in rows}
    assert sum(bool(row["explanation"]) for row in rows) >= 60
    for row in rows:
        GlossaryTerm(**row).full_clean()
        assert not row["explanation"] or row["explanation"].endswith("."), row
        assert "'" not in "".join(row.values())
        assert {other.strip() for other in row["see_also"].split(",") if other.strip()} <= terms, row
    for term in ("SLT", "CP", "PD", "FTE", "ISP"):
        assert sum(row["term"] == term for row in rows) == 2, term


def test_all_standard_words_make_a_page_that_a_phone_can_load(home: HomePage, client: Client, rob: Person) -> None:
    GlossaryPageFactory.create(parent=home)
    add_standard_terms(by=rob)
    raise_version()
    html = client.get(ADDRESS).content
    assert html.count(b"<dt>") > 140
    assert len(html) < 60 * 1024
    anchors = [entry.anchor for entry in known_terms()]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("rows", [1, 200])
def test_a_glossary_costs_few_queries_however_long_it_is(
    home: HomePage, django_assert_max_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    GlossaryPageFactory.create(parent=home)
    GlossaryTerm.objects.bulk_create(GlossaryTerm(term=f"T{n}", words=f"term {n}", see_also="T0") for n in range(rows))
    text_with_words = " ".join(f"T{n}" for n in range(rows))
    ContentPageFactory.create(parent=home, slug="words", body=[("text", f"<p>{text_with_words}</p>")])
    Client().get("/")
    for address in (ADDRESS, f"{ADDRESS}?q=term", "/words/"):
        raise_version()
        with django_assert_max_num_queries(6):
            assert Client().get(address).status_code == 200


@pytest.mark.parametrize(("who", "status"), [("priya", 302), ("tom", 200), ("helen", 200), ("rob", 200)])
def test_editors_and_publishers_work_on_the_glossary(
    request: pytest.FixtureRequest, signed_in: Callable[[Person], Client], home: HomePage, who: str, status: int
) -> None:
    browser = signed_in(request.getfixturevalue(who))
    answer = browser.get(reverse(LIST))
    assert answer.status_code == status
    assert ("Add the standard SEND terms" in answer.content.decode()) is (status == 200)
    browser.post(reverse("wagtailsnippets_home_glossaryterm:standard"))
    assert GlossaryTerm.objects.exists() is (status == 200)


def test_the_standard_words_are_offered_only_while_there_are_none(
    signed_in: Callable[[Person], Client], tom: Person, page: GlossaryPage
) -> None:
    browser = signed_in(tom)
    assert "Add the standard SEND terms" not in browser.get(reverse(LIST)).content.decode()
    found = browser.get(reverse(LIST), {"q": "leadership"}).content.decode()
    assert "senior leadership team" in found
    assert "twice exceptional" not in found


def test_an_editor_writes_and_changes_a_word(
    signed_in: Callable[[Person], Client], tom: Person, home: HomePage
) -> None:
    browser = signed_in(tom)
    form = {"term": "APDR", "words": "assess, plan, do, review", "explanation": "", "synonyms": "", "see_also": ""}
    browser.post(reverse("wagtailsnippets_home_glossaryterm:add"), form | {"explain": "on"})
    term = GlossaryTerm.objects.get()
    edit = reverse("wagtailsnippets_home_glossaryterm:edit", args=[term.pk])
    assert browser.get(edit).status_code == 200
    browser.post(edit, form | {"explanation": "The cycle of help."})
    term.refresh_from_db()
    assert (term.explanation, term.explain) == ("The cycle of help.", False)
    history = browser.get(reverse("wagtailsnippets_home_glossaryterm:history", args=[term.pk]))
    assert "Tom Whitlow" in history.content.decode()
