"""Numbers, mailboxes and names of teams are written so that they read well wherever a line ends."""

import pytest
from django.template.loader import render_to_string

from hub.look.templatetags.look import well_broken, with_the


@pytest.mark.parametrize("number", ["01632 960 142", "01632 960142", "020 7946 0018"])
def test_a_telephone_number_stays_on_one_line(number: str) -> None:
    assert well_broken(f"Ring {number} today") == f"Ring {number.replace(' ', chr(160))} today"


@pytest.mark.parametrize("words", ["9 schools", "Fri 27 Nov", "2026 to 2027", "0 120 children", ""])
def test_other_numbers_may_break(words: str) -> None:
    assert well_broken(words) == words


def test_a_mailbox_breaks_before_its_at_sign_only() -> None:
    assert well_broken("Ask north@hub.example.org.") == "Ask north<wbr>@hub.example.org."


def test_what_people_write_is_never_markup() -> None:
    assert well_broken("<b>a@example.org</b>") == "&lt;b&gt;a<wbr>@example.org&lt;/b&gt;"


def test_tables_and_contacts_are_broken_well() -> None:
    table = render_to_string("home/blocks/table.html", {"data": [["01632 960 142", "Two\nlines & more"]]})
    assert "01632\u00a0960\u00a0142" in table
    assert "Two<br>lines &amp; more" in table
    value = {"title": "Ring us", "phone": "01632 960 142", "email": "north@example.org"}
    contact = render_to_string("home/blocks/contact.html", {"value": value})
    assert "01632\u00a0960\u00a0142" in contact
    assert '<a href="mailto:north@example.org">north<wbr>@example.org</a>' in contact


@pytest.mark.parametrize(
    ("team", "words"),
    [
        ("SEND and Inclusion Service", "the SEND and Inclusion Service"),
        ("The SEN team", "the SEN team"),
        ("our advisers", "our advisers"),
        ("Theatre in Education", "the Theatre in Education"),
    ],
)
def test_a_team_has_its_article_once(team: str, words: str) -> None:
    assert with_the(team) == words
