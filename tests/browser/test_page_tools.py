"""Back to the top, print, copy the address: by keyboard, and nothing that cannot work without script."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, type_of_visit

pytestmark = pytest.mark.browser

LONG = "/help-for-schools/get-support-for-a-pupil/"


def test_the_address_is_copied_and_it_is_said_so(visit: type_of_visit, address: str) -> None:
    with visit(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{LONG}?from=letter")
        said = page.locator(".page-tools").get_by_role("status")
        expect(said).to_have_text("")
        page.get_by_role("button", name="Copy link").press("Enter")
        expect(said).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == f"{address}{LONG}"


def test_a_browser_that_forbids_copying_is_told_of_in_plain_words(visit: type_of_visit) -> None:
    with visit() as page:
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
        page.goto(LONG)
        page.get_by_role("button", name="Copy link").click()
        expect(page.get_by_text("Copy the address from its address bar")).to_be_visible()


def test_the_page_is_printed(visit: type_of_visit) -> None:
    with visit() as page:
        page.add_init_script("window.print = () => { document.title = 'printed' }")
        page.goto(LONG)
        page.get_by_role("button", name="Print this page").press("Enter")
        expect(page).to_have_title("printed")
        page.emulate_media(media="print")
        expect(page.locator(".page-tools")).to_be_hidden()


def test_the_way_back_to_the_top_leads_there_by_keyboard(visit: type_of_visit) -> None:
    with visit(NARROW) as page:
        page.goto(LONG)
        page.get_by_role("link", name="Back to top").press("Enter")
        page.wait_for_function("window.scrollY === 0")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()


def test_without_script_there_is_no_button_that_does_nothing(visit: type_of_visit) -> None:
    with visit(java_script_enabled=False) as page:
        page.goto(LONG)
        expect(page.get_by_role("link", name="Back to top")).to_be_visible()
        expect(page.get_by_role("button", name="Copy link")).to_be_hidden()
        expect(page.get_by_role("button", name="Print this page")).to_be_hidden()
