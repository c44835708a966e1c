"""LA editors write, LA publishers publish, and guests see it at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints, type_of_visit
from tests.browser.editing import Editor, link_to_editor, sign_in

pytestmark = pytest.mark.browser

TOM = ("tom.whitlow@example.org", "tides-of-sandholme")
HELEN = ("helen.marsh@example.org", "herons-at-millbrook")
ROB = ("rob.pym@example.org", "lanterns-over-lode")


@pytest.fixture(autouse=True)
def _half_filled_forms_are_refused(complaints: Complaints) -> None:
    # Wagtail saves while one types; what is not complete yet is answered with 400, and the browser remarks upon it.
    complaints.expected = ("the server responded with a status of 400",)


def open_editor(page: Page, person: tuple[str, str], title: str) -> Editor:
    """Sign in and open the editing form of the page with this title, as one finds it: by searching."""
    page.goto("/admin/")
    sign_in(page, *person)
    link_to_editor(page, title).click()
    page.wait_for_load_state("networkidle")
    return Editor(page)


def test_what_helen_publishes_is_there_for_guests_at_once(visit: type_of_visit) -> None:
    with visit() as guest, visit() as page:
        guest.goto("/who-does-what/")
        guest.goto("/who-does-what/")
        expect(guest.get_by_text("Ring before noon on Fridays.")).to_have_count(0)

        editor = open_editor(page, HELEN, "Who does what")
        text = editor.insert_block(editor.panel("body"), "Worth knowing")
        editor.write(text, "Ring before noon on Fridays.")
        editor.do("Publish")

        guest.goto("/who-does-what/")
        expect(guest.get_by_text("Ring before noon on Fridays.")).to_be_visible()


def test_dates_are_chosen_and_a_page_is_scheduled_and_previewed(visit: type_of_visit) -> None:
    with visit() as page:
        editor = open_editor(page, HELEN, "Home")
        date = editor.insert_block(editor.panel("dates"), "")
        date.get_by_role("textbox", name="Title").fill("Open morning for parents")
        date.get_by_role("textbox", name="Day").click()
        page.locator(".xdsoft_datetimepicker:visible .xdsoft_next").first.click()
        page.locator(".xdsoft_datetimepicker:visible td.xdsoft_date:not(.xdsoft_other_month)").first.click()
        expect(date.get_by_role("textbox", name="Day")).not_to_have_value("")

        page.get_by_role("button", name="Toggle preview").click()
        preview = page.frame_locator("#w-preview-iframe")
        expect(preview.get_by_role("heading", name="No SENCo in Northmere works alone")).to_be_visible()
        page.get_by_role("button", name="Toggle preview").click()

        page.get_by_role("button", name="Toggle status").click()
        page.get_by_role("button", name="Set schedule").click()
        window = page.get_by_role("dialog", name=re.compile("schedule", re.IGNORECASE))
        window.get_by_role("textbox", name="Expiry date/time").fill("2031-01-01 09:00")
        editor.close_calendar(window.get_by_role("heading", name="Set publishing schedule"))
        window.get_by_role("button", name="Save schedule").click()
        editor.do("(Publish|Schedule)")


BACK_OFFICE = (
    "/admin/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/documents/",
    "/admin/documents/multiple/add/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/settings/home/sitesettings/",
    "/admin/redirects/",
    "/admin/redirects/import/",
    "/admin/workflows/list/",
    "/admin/users/",
    "/admin/users/new/",
    "/admin/groups/",
    "/admin/groups/new/",
    "/admin/sites/",
    "/admin/account/",
    "/admin/django_tasks_database/dbtaskresult/",
    "/admin/worker/chore/",
)


def test_the_back_office_works_under_its_policy(visit: type_of_visit) -> None:
    answers = {}
    with visit() as page:
        page.goto("/admin/login/")
        sign_in(page, *ROB)
        for place in BACK_OFFICE:
            answer = page.goto(place)
            page.wait_for_load_state("networkidle")
            answers[place] = answer.status if answer else 0
    assert answers == dict.fromkeys(BACK_OFFICE, 200)
