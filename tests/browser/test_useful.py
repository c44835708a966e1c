"""A reader says that a page was not useful, and an editor learns what was missing."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, type_of_visit
from tests.browser.editing import sign_in
from tests.browser.pages import overflow, violations

pytestmark = pytest.mark.browser

PLACE = "/help-for-schools/moving-up-to-secondary/"
TITLE = "Moving up to secondary"
TOM = ("tom.whitlow@example.org", "tides-of-sandholme")
HELEN = ("helen.marsh@example.org", "herons-at-millbrook")
REPORTS = ("/admin/", "/admin/reports/page-usefulness/?period=all", "/admin/reports/due-for-review/?state=dated")
# Parts of Wagtail's own templates: two landmarks with one name, a heading with the role of an alert, and a button
# whose count of chosen filters is not in its name.
WAGTAILS_OWN = ('".w-h-\\\\[42px\\\\]"', 'h2[role=\\"alert\\"]', '".w-slim-header-action-button"')


def answered(page: Page) -> str:
    """Return what a listener is told."""
    status = page.get_by_role("group", name="Was this page useful?").get_by_role("status")
    expect(status).to_have_text(re.compile("^Thank you"))
    return status.inner_text()


def ours(found: list[str]) -> list[str]:
    """Return what is wrong with what we wrote."""
    return [line for line in found if not any(part in line for part in WAGTAILS_OWN)]


def test_a_reader_says_no_by_keyboard_and_an_editor_reads_what_was_missing(
    visit: type_of_visit, axe_source: str
) -> None:
    with visit(NARROW) as reader, visit() as editor:
        reader.goto(PLACE)
        reader.get_by_role("button", name="No", exact=True).focus()
        reader.keyboard.press("Enter")
        assert answered(reader) == "Thank you. Your answer is counted."
        field = reader.get_by_role("textbox", name="What were you looking for?")
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(re.compile("Do not write anything about a person"))
        assert reader.context.cookies() == []
        assert violations(reader, axe_source) == []
        assert overflow(reader) == 0
        reader.keyboard.type("x" * 501)
        reader.keyboard.press("Tab")
        reader.keyboard.press("Space")
        expect(reader.get_by_text("Take out 1 character.")).to_be_visible()
        expect(field).to_be_focused()
        field.fill("A list of open mornings. Ring me on 01632 960 142.")
        reader.keyboard.press("Tab")
        reader.keyboard.press("Space")
        expect(field).to_have_count(0)
        assert answered(reader).endswith("when we work on the page.")
        expect(reader.get_by_role("group", name="Was this page useful?")).to_be_focused()

        editor.goto("/admin/reports/page-usefulness/?period=30")
        sign_in(editor, *TOM)
        row = editor.get_by_role("row", name=re.compile(TITLE))
        row.get_by_role("link", name=re.compile("remark")).click()
        expect(editor.get_by_text("A list of open mornings. Ring me on [number].")).to_be_visible()


def test_without_script_one_press_is_enough(visit: type_of_visit) -> None:
    with visit(java_script_enabled=False) as reader:
        reader.goto("/cookies/")
        reader.get_by_role("button", name="No", exact=True).click()
        expect(reader.get_by_text("Thank you. Your answer is counted.")).to_be_visible()
        reader.get_by_role("textbox", name="What were you looking for?").fill("Which cookies there are.")
        reader.get_by_role("button", name="Send your remark").click()
        expect(reader.get_by_text("We read every remark")).to_be_visible()
        assert reader.context.cookies() == []
        reader.get_by_role("link", name="Go back to “Cookies”").click()
        expect(reader.get_by_role("heading", name="Cookies", level=1)).to_be_visible()


def test_the_pages_in_between_keep_to_what_every_page_keeps_to(visit: type_of_visit, axe_source: str) -> None:
    with visit(NARROW, java_script_enabled=False) as reader, visit(NARROW) as looked_at:
        reader.goto(PLACE)
        reader.get_by_role("button", name="No", exact=True).click()
        places = (reader.url, re.sub(r"\?.*", "", reader.url), re.sub(r"\?.*", "thank-you/", reader.url))
        for place in places:
            looked_at.goto(place)
            assert violations(looked_at, axe_source) == []
            assert overflow(looked_at) == 0


def test_reports_and_dashboard_are_read_by_everybody(visit: type_of_visit, axe_source: str) -> None:
    wrong = []
    with visit() as page:
        page.goto("/admin/login/")
        sign_in(page, *HELEN)
        for place in REPORTS:
            page.goto(place)
            page.wait_for_load_state("networkidle")
            wrong += ours(violations(page, axe_source))
        page.goto(REPORTS[2])
        page.get_by_role("link", name=re.compile("Still right.*Educational psychology")).click()
        wrong += ours(violations(page, axe_source))
        page.get_by_role("button", name="Still right: review again in 12 months").click()
        expect(page.get_by_text(re.compile("“Educational psychology” is to be read again by"))).to_be_visible()
    assert wrong == []
