"""A cluster's page: who leads, when it meets, and nobody's own address."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from home.models import ClusterProgrammePage, HomePage, SiteSettings
from home.models.programme import LeadBlock, phase_choices
from hub.serving.freshness import raise_version
from tests.factories.pages import ClusterProgrammePageFactory
from tests.look.markup import read

TODAY = datetime.date(2026, 11, 25)


def day(number: int) -> datetime.date:
    """Return the day so many days after today."""
    return TODAY + datetime.timedelta(days=number)


def a_date(when: datetime.date, **said: str) -> tuple[str, dict[str, Any]]:
    """Return a meeting as an editor enters it."""
    return "date", {"title": f"On {when}", "day": when, "time": "", "place": ""} | said


def phases(*names: str) -> list[tuple[str, str]]:
    """Return phases as an editor chooses them."""
    return [("phase", name) for name in names]


@pytest.fixture
def dunmere(home: HomePage) -> ClusterProgrammePage:
    """The page of one cluster, with all that it can say."""
    page: ClusterProgrammePage = ClusterProgrammePageFactory.create(
        parent=home,
        slug="dunmere",
        title="Dunmere cluster",
        lead="Fourteen schools.",
        objectives=[("objective", "No SENCo works alone")],
        phases=phases("Primary", "Special"),
        localities="Dunmere town and Millbrook",
        schools=14,
        mailbox="dunmere@northmere.example",
        meetings=3,
        usual_time="1.30pm to 4pm",
        usual_place="Dunmere Library",
        dates=[a_date(datetime.date(2999, 1, 10), time="9am"), a_date(datetime.date(2000, 1, 10))],
        leads=[("lead", {"role": "Lead head", "text": "Speaks for us", "email": "heads@northmere.example"})],
        shape="half",
        hue="clay",
        body=[("text", "<h2>This year</h2><p>We walk.</p>")],
    )
    raise_version()
    return page


def test_a_cluster_says_who_it_is_and_wears_its_badge(dunmere: ClusterProgrammePage) -> None:
    html = Client().get("/dunmere/").content.decode()
    page = read(html)
    assert page.one(class_="head-space").classes == {"head", "head-space", "hue-clay"}
    for words in (
        "No SENCo works alone",
        "14 primary and special schools",
        "Dunmere town and Millbrook",
        "3 meetings a year",
        "1.30pm to 4pm",
        "Thursday 10 January 2999",
        "9am, Dunmere Library",
        "Lead head",
        "mailto:heads@northmere.example",
        "mailto:dunmere@northmere.example",
    ):
        assert words in html, words
    assert "2000" not in html


def test_all_headings_are_among_the_contents_in_their_order(dunmere: ClusterProgrammePage) -> None:
    answer = Client().get("/dunmere/")
    contents = answer.context["contents"]
    assert [heading.title for heading in contents] == ["What we aim for", "This year", "Meeting dates", "Who leads"]
    html = answer.content.decode()
    places = [html.index(f' id="{heading.id}"') for heading in contents]
    assert places == sorted(places)
    assert all(html.count(f' id="{heading.id}"') == 1 for heading in contents)


def test_a_programme_of_several_clusters_has_no_badge(home: HomePage) -> None:
    ClusterProgrammePageFactory.create(parent=home, slug="programme", title="Our clusters")
    raise_version()
    html = Client().get("/programme/").content.decode()
    assert "head-space" not in html
    assert "Our clusters" in html


def test_a_badge_needs_a_shape_and_a_colour(home: HomePage) -> None:
    page = ClusterProgrammePageFactory.build(shape="half")
    with pytest.raises(ValidationError, match="a shape and a colour"):
        page.clean()


def test_meetings_stand_in_order_the_next_is_soon_and_those_that_are_over_are_gone() -> None:
    page = ClusterProgrammePageFactory.build(dates=[a_date(day(n)) for n in (9, -1, 0, 3)], usual_time="1.30pm")
    meetings = page.meetings_from(TODAY)
    assert [meeting.starts for meeting in meetings] == [day(0), day(3), day(9)]
    assert [meeting.soon for meeting in meetings] == [True, False, False]
    assert meetings[0].details == "1.30pm"


def test_when_no_meeting_is_to_come_the_page_says_so(home: HomePage) -> None:
    ClusterProgrammePageFactory.create(parent=home, slug="quiet", dates=[a_date(datetime.date(2000, 1, 10))])
    raise_version()
    assert "not set yet" in Client().get("/quiet/").content.decode()


@pytest.mark.parametrize("address", ["a.teacher@gmail.com", "a.teacher@Outlook.com", "me@btinternet.com"])
def test_nobodys_own_address_is_given_out(home: HomePage, address: str) -> None:
    block = LeadBlock()
    with pytest.raises(ValidationError):
        block.clean(block.normalize({"role": "Lead SENCo", "text": "", "email": address}))
    page = ClusterProgrammePageFactory.build(slug="x", mailbox=address)
    with pytest.raises(ValidationError, match="somebody's own address"):
        page.full_clean(exclude=["path", "depth", "locale"])


def test_a_roles_mailbox_is_welcome(db: None) -> None:
    block = LeadBlock()
    value = block.clean(block.normalize({"role": "Lead SENCo", "text": "", "email": "lead@northmere.example"}))
    assert value["email"] == "lead@northmere.example"


def test_the_council_names_its_phases_each_once(northmere: SiteSettings) -> None:
    assert ("All-through", "All-through") in phase_choices()
    northmere.phases = "Infant\n Junior \n\nInfant"
    northmere.save()
    assert phase_choices() == [("Infant", "Infant"), ("Junior", "Junior")]


@pytest.mark.parametrize(
    ("schools", "chosen", "size"),
    [
        (11, ("Primary",), "11 primary schools"),
        (1, ("Special",), "1 special school"),
        (30, ("Primary", "Secondary", "Special"), "30 primary, secondary and special schools"),
        (5, (), "5 schools"),
        (None, ("Primary", "Nursery"), "Primary and nursery"),
        (None, (), ""),
    ],
)
def test_the_size_of_a_cluster_in_words(schools: int | None, chosen: tuple[str, ...], size: str) -> None:
    assert ClusterProgrammePageFactory.build(schools=schools, phases=phases(*chosen)).size == size


@pytest.mark.parametrize(
    ("meetings", "each", "rhythm"),
    [(3, "year", "3 meetings a year"), (1, "half-term", "1 meeting a half-term"), (None, "term", "")],
)
def test_how_often_a_cluster_meets_in_words(meetings: int | None, each: str, rhythm: str) -> None:
    assert ClusterProgrammePageFactory.build(meetings=meetings, meetings_each=each).rhythm == rhythm
