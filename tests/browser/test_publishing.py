"""From an editor's first word to what guests find, and back to nothing: the whole way of a page."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.blocks import PLAIN, RICH, SEEN, write_block
from tests.browser.conftest import Complaints, type_of_visit
from tests.browser.editing import Editor, link_to_editor, sign_in
from tests.browser.letters import letter_with
from tests.browser.pages import overflow, violations
from tests.browser.test_editing import HELEN, TOM, open_editor

pytestmark = pytest.mark.browser

TITLE, PLACE = "Sensory rooms", "/sensory-rooms/"
COMMENT = "Say who pays for the lamps."


@pytest.fixture(autouse=True)
def _drafts_and_pages_that_are_gone(complaints: Complaints) -> None:
    # Wagtail saves while one types, and a page that was taken back is asked for on purpose.
    complaints.expected = ("the server responded with a status of 400", "the server responded with a status of 404")


def new_page(page: Page, kind: str, parent: str) -> Editor:
    """Begin a page of this kind, in words, under another."""
    address = link_to_editor(page, parent).get_attribute("href") or ""
    page.goto(address.replace("/edit/", "/add_subpage/"))
    choice = page.get_by_role("link", name=kind, exact=True)
    if choice.count():
        choice.first.click()
    page.wait_for_load_state("networkidle")
    return Editor(page)


def write_every_block(editor: Editor, drawing: Path) -> None:
    """Put one block of every kind on the page."""
    body = editor.panel("body")
    for kind in dict.fromkeys([*RICH, *PLAIN]):
        write_block(editor, body, kind)
    table = editor.insert_block(body, "Table")
    table.get_by_role("combobox", name="Table headers").select_option("row")
    table.get_by_role("textbox", name="Table caption").fill("Rooms to visit")
    table.locator(".handsontable td").first.click()
    for heading in ("Visiting day", "School", "Who comes"):
        editor.page.keyboard.type(heading)
        editor.page.keyboard.press("Tab")
    picture = editor.insert_block(body, "Picture")
    editor.upload_picture(picture, drawing, "A playground in lake green")
    documents = editor.insert_block(body, "Documents")
    documents.get_by_role("button", name="Choose a document").click()
    window = editor.page.get_by_role("dialog")
    window.get_by_role("link", name="One-page profile (P3)").click()
    expect(window).to_have_count(0)


def found_by(guest: Page, address: str) -> bool:
    """Whether the menu and the map for search engines lead to the page, and the page is there."""
    guest.goto("/")
    in_menu = guest.get_by_role("navigation", name="Main").locator(f"a[href='{address}']").count() == 1
    in_map = f"{address}</loc>" in guest.request.get("/sitemap.xml").text()
    there = guest.request.get(address).status == 200
    assert in_menu == in_map == there, (in_menu, in_map, there)
    return there


def test_a_page_of_every_block_is_sent_in_sent_back_approved_found_and_taken_away(
    visit: type_of_visit, demonstration_folder: Path, axe_source: str, tmp_path: Path
) -> None:
    drawing = tmp_path / "playground.png"
    Image.new("RGB", (800, 500), "#0b5961").save(drawing)
    with visit() as guest, visit() as toms, visit() as helens:
        toms.goto("/admin/")
        sign_in(toms, *TOM)
        editor = new_page(toms, "Page of guidance", "Home")
        toms.get_by_role("textbox", name="Title*", exact=True).fill(TITLE)
        write_every_block(editor, drawing)
        toms.get_by_role("tab", name="Promote").click()
        toms.get_by_role("checkbox", name="Show in menus").check()
        toms.get_by_role("tab", name="Content").click()
        expect(toms.get_by_role("button", name=re.compile("^Publish"))).to_have_count(0)
        editor.do("Submit to")
        assert not found_by(guest, PLACE)

        review = open_editor(helens, HELEN, TITLE)
        review.send_back(COMMENT)
        assert letter_with(demonstration_folder, COMMENT)["To"] == TOM[0]

        toms.goto("/admin/")
        expect(toms.get_by_text(COMMENT)).to_be_visible()
        toms.get_by_role("link", name=TITLE).first.click()
        toms.wait_for_load_state("networkidle")
        editor.write(editor.panel("body").locator("[data-streamfield-child]").first, " The school pays for lamps.")
        editor.do("(Resubmit|Submit)")

        link_to_editor(helens, TITLE).click()
        helens.wait_for_load_state("networkidle")
        review.do("Approve and Publish")
        assert found_by(guest, PLACE)
        guest.goto(PLACE)
        for words in SEEN:
            expect(guest.locator("main").get_by_text(words).first).to_be_visible()
        expect(guest.get_by_text("The school pays for lamps.")).to_be_visible()
        expect(guest.get_by_role("img", name="A playground in lake green")).to_be_visible()
        assert violations(guest, axe_source) == []
        assert overflow(guest) <= 0

        take_away(helens, TITLE)
        assert not found_by(guest, PLACE)


def test_news_are_in_list_feed_and_on_the_home_page_until_they_are_taken_away(visit: type_of_visit) -> None:
    title = "Lamps for every school"
    with visit() as guest, visit() as page:
        page.goto("/admin/")
        sign_in(page, *HELEN)
        editor = new_page(page, "Piece of news", "News")
        page.get_by_role("textbox", name="Title*", exact=True).fill(title)
        page.get_by_role("textbox", name="In one sentence*").fill("Thirty-one lamps can be borrowed.")
        write_block(editor, editor.panel("body"), "Text")
        editor.do("Publish")
        assert says(guest, title) == {"/": True, "/news/": True, "/news/feed.atom": True, "/sitemap.xml": True}

        take_away(page, title)
        assert says(guest, title) == {"/": False, "/news/": False, "/news/feed.atom": False, "/sitemap.xml": False}


def says(guest: Page, title: str) -> dict[str, bool]:
    """Return which of the places where news are told speak of this piece, by its title or its address."""
    slug = title.lower().replace(" ", "-")
    places = ("/", "/news/", "/news/feed.atom", "/sitemap.xml")
    return {place: slug in guest.request.get(place).text() for place in places}


def take_away(page: Page, title: str) -> None:
    """Unpublish the page with this title."""
    address = link_to_editor(page, title).get_attribute("href") or ""
    page.goto(address.replace("/edit/", "/unpublish/"))
    page.get_by_role("button", name=re.compile("unpublish", re.IGNORECASE)).click()
    page.wait_for_load_state("networkidle")
