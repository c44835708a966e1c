"""Writing to the council and looking up short words, with a mouse, with the keyboard and without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, type_of_visit
from tests.browser.letters import letter_with
from tests.browser.pages import overflow, violations

pytestmark = pytest.mark.browser

# A form that was sent at once is not a person's (`home.contact.stamp`).
TIME_TO_WRITE = 3500


def test_a_message_is_written_put_right_and_sent(
    visit: type_of_visit, demonstration_folder: Path, axe_source: str
) -> None:
    with visit(NARROW) as page:
        page.goto("/contact-us/")
        page.get_by_label("Your message").fill("Which room on the 25th?")
        page.wait_for_timeout(TIME_TO_WRITE)
        page.get_by_role("button", name="Send your message").click()
        expect(page).to_have_title(re.compile("^Error: Contact us"))
        summary = page.locator(".govuk-error-summary")
        expect(summary).to_be_focused()
        assert violations(page, axe_source) == []
        assert overflow(page) <= 0
        expect(page.get_by_label("Your message")).to_have_value("Which room on the 25th?")

        summary.get_by_role("link", name="Enter your name").click()
        expect(page.get_by_label("Your name")).to_be_focused()
        page.keyboard.type("Sian Tull")
        summary.get_by_role("link", name="Choose what it is about").click()
        page.keyboard.press("Space")
        summary.get_by_role("link", name="Enter your e-mail address").click()
        page.keyboard.type("sian.tull@example.org")
        page.keyboard.press("Enter")

        expect(page.get_by_role("heading", level=1)).to_have_text("Your message has been sent")
        expect(page.get_by_role("heading", name="What happens next")).to_be_visible()
        assert violations(page, axe_source) == []
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your message has been sent")
    letter = letter_with(demonstration_folder, "Which room on the 25th?")
    assert letter["To"] == "hub@northmere.example"
    assert letter["Reply-To"] == "sian.tull@example.org"
    assert letter["Subject"] == "Contact us: a message from the website"


def test_a_problem_is_reported_without_script(visit: type_of_visit, demonstration_folder: Path) -> None:
    with visit(java_script_enabled=False) as page:
        page.goto("/meeting-dates/")
        page.get_by_role("contentinfo").get_by_role("link", name="Report a problem").click()
        expect(page.get_by_label("Address of the page")).to_have_value("/meeting-dates/")
        page.get_by_role("radio", name="Something is out of date or wrong").check()
        page.get_by_label("What happened").fill("The spring dates are missing.")
        page.get_by_label("Your e-mail address").fill("amy.tull@example.org")
        page.wait_for_timeout(TIME_TO_WRITE)
        page.get_by_role("button", name="Report the problem").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your message has been sent")
    assert "/meeting-dates/" in str(letter_with(demonstration_folder, "The spring dates are missing."))


def test_a_short_word_explains_itself_by_keyboard(visit: type_of_visit, axe_source: str) -> None:
    with visit(NARROW) as page:
        page.goto("/accessibility-statement/")
        word = page.get_by_role("link", name="EHCP (education, health and care plan)")
        word.focus()
        page.keyboard.press("Enter")
        meaning = page.get_by_role("dialog")
        expect(meaning).to_contain_text("A legal document")
        expect(meaning.get_by_role("link")).to_be_focused()
        assert violations(page, axe_source) == []
        assert overflow(page) <= 0
        page.keyboard.press("Escape")
        expect(meaning).to_have_count(0)
        expect(word).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        _is_at_its_entry(page)


def test_a_short_word_leads_to_the_glossary_without_script(visit: type_of_visit) -> None:
    with visit(java_script_enabled=False) as page:
        page.goto("/accessibility-statement/")
        page.get_by_role("link", name="EHCP (education, health and care plan)").click()
        _is_at_its_entry(page)
        page.get_by_label("Find a short word").fill("tribunal")
        page.get_by_role("button", name="Find", exact=True).click()
        expect(page.get_by_role("term")).to_have_text(["SENDIST"])


def _is_at_its_entry(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/glossary/#ehcp$"))
    expect(page.locator("#ehcp")).to_be_in_viewport()
