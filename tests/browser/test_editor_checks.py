"""An editor sees what could be better about a page, mends it, and sees that nothing is left."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, Complaints, type_of_visit
from tests.browser.editing import sign_in
from tests.browser.test_editing import TOM, open_editor

pytestmark = pytest.mark.browser

REPORTS = ("/admin/reports/pages-to-improve/", "/admin/reports/broken-links/")


def faults_of(part: str, page: Page, axe_source: str) -> list[Any]:
    """Return what axe finds wrong with a part of the page; the rest of the form is Wagtail's."""
    page.evaluate(axe_source)
    result: dict[str, list[Any]] = page.evaluate("(part) => axe.run(part, {resultTypes: ['violations']})", part)
    return result["violations"]


@pytest.fixture(autouse=True)
def _half_filled_forms_are_refused(complaints: Complaints) -> None:
    complaints.expected = ("the server responded with a status of 400",)


def test_an_editor_mends_what_could_be_better(visit: type_of_visit, axe_source: str) -> None:
    with visit() as page:
        editor = open_editor(page, TOM, "Cookies")
        panel = page.locator("section.w-panel").filter(has=page.get_by_role("heading", name="Before you publish"))
        expect(panel).to_contain_text("Nothing to improve was found.")

        # What is typed while the form is being saved, it takes for saved; so the empty block is saved first.
        with page.expect_response(lambda answer: answer.request.method == "POST" and answer.url.endswith("/edit/")):
            text = editor.insert_block(editor.panel("body"), "Worth knowing")
        expect(page.get_by_text("Saved", exact=True)).to_be_visible()
        editor.write(text, "Ask your NSST team.")
        expect(panel).to_contain_text("1 thing to improve")
        expect(panel).to_contain_text("NSST")
        panel.get_by_role("link", name=re.compile("^Go to")).click()
        expect(page.locator("[id^=block-]:target")).to_be_in_viewport()
        assert faults_of("#page-findings", page, axe_source) == []

        writing = text.locator("[contenteditable=true]")
        writing.click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("Ask the health team.")
        expect(panel).to_contain_text("Nothing to improve was found.")


def test_the_reports_can_be_read_by_everybody(visit: type_of_visit, axe_source: str) -> None:
    with visit() as page:
        page.goto("/admin/login/")
        sign_in(page, *TOM)
        for viewport in (None, NARROW):
            if viewport:
                page.set_viewport_size(viewport)
            for report in REPORTS:
                page.goto(report)
                page.wait_for_load_state("networkidle")
                expect(page.get_by_role("heading", level=1)).to_be_visible()
                assert faults_of("main", page, axe_source) == []
