"""The Wagtail editor, as somebody who publishes uses it."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

TRIES = 60
MOMENTS = 2500  # milliseconds; Wagtail looks at the form once more two seconds after it has opened


def sign_in(page: Page, email: str, password: str) -> None:
    """Sign in with the site's own form, wherever the browser was sent to it from."""
    page.get_by_role("textbox", name="E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_load_state("networkidle")


def link_to_editor(page: Page, title: str) -> Locator:
    """Find the page with this title as one does, by searching; what is new is found once the worker knows of it."""
    link = page.get_by_role("link", name=f"Edit '{title}'").or_(page.get_by_role("link", name=title, exact=True)).first
    for _ in range(TRIES):
        page.goto(f"/admin/pages/search/?q={title.replace(' ', '+')}")
        page.wait_for_load_state("networkidle")
        if link.count():
            return link
        page.wait_for_timeout(500)
    raise AssertionError(f"The back office does not find the page {title!r}.")


class Editor:
    """One page's editing form."""

    def __init__(self, page: Page) -> None:
        self.page = page
        # What is typed in its first moments the form takes for what was there before, and does not save by itself.
        page.wait_for_timeout(MOMENTS)

    def panel(self, name: str) -> Locator:
        """Return the part of the form for one field of the page, named as in its model."""
        return self.page.locator(f"#panel-child-content-{name}-section, [id$='-child-{name}-section']").first

    def insert_block(self, panel: Locator, kind: str) -> Locator:
        """Add a block at the end of a stream and return it. `kind` may be empty where there is only one."""
        panel.get_by_role("button", name="Insert a block").last.click()
        if kind:
            self.page.get_by_role("option", name=kind, exact=True).click()
        block = panel.locator("[data-streamfield-child]").last
        expect(block).to_be_visible()
        return block

    def write(self, field: Locator, text: str) -> None:
        """Type into a field of formatted text, and wait until the form knows what was typed."""
        editor = field.locator("[contenteditable=true]")
        editor.click()
        self.page.keyboard.type(text)
        kept = editor.locator("xpath=ancestor::*[@data-streamfield-widget][1]/input[@type='hidden']")
        expect(kept).to_have_value(re.compile(re.escape(text)))

    def close_calendar(self, beside: Locator) -> None:
        """Close the calendar that a field of dates opens a moment after it has the focus, by a press elsewhere."""
        calendar = self.page.locator(".xdsoft_datetimepicker:visible")
        expect(calendar).to_have_count(1)
        beside.click()
        expect(calendar).to_have_count(0)

    def choose_page(self, block: Locator, title: str) -> None:
        """Choose a page of the site in the window that opens."""
        block.get_by_role("button", name="Choose a page").click()
        window = self.page.get_by_role("dialog")
        # What was found takes the place of the tree: a press in between would be lost.
        with self.page.expect_response(lambda answer: "/choose-page/" in answer.url and "q=" in answer.url):
            window.get_by_role("textbox", name="Search term").fill(title)
        expect(window.get_by_role("alert")).to_contain_text("match")
        window.get_by_role("link", name=title, exact=True).click()
        expect(window).to_have_count(0)

    def upload_picture(self, block: Locator, file: Path, description: str) -> None:
        """Upload a picture in the window that opens, with words for those who cannot see it."""
        block.get_by_role("button", name="Choose an image").click()
        window = self.page.get_by_role("dialog")
        window.get_by_role("tab", name="Upload").click()
        window.locator("input[type=file]").set_input_files(file)
        # The editor's script makes a title of the name of the file; without one nothing is uploaded.
        expect(window.locator("#tab-upload").get_by_role("textbox", name="Title")).not_to_have_value("")
        window.get_by_role("textbox", name="Description").fill(description)
        window.locator("#tab-upload").get_by_role("button", name="Upload").click()
        expect(window).to_have_count(0)

    def do(self, action: str) -> None:
        """Press what stands in the menu of the footer, such as 'Publish', and wait until Wagtail says it is done."""
        self.page.get_by_role("button", name="More actions").click()
        choice = self.page.locator("[data-tippy-root]").get_by_role("button", name=re.compile(f"^{action}"))
        choice.click()
        expect(self.page.locator(".messages li.success")).to_be_visible()

    def send_back(self, comment: str) -> None:
        """Ask the author for changes, with a comment."""
        self.page.get_by_role("button", name="More actions").click()
        self.page.locator("[data-tippy-root]").get_by_role("button", name=re.compile("^Request changes")).click()
        window = self.page.get_by_role("dialog")
        window.get_by_role("textbox", name="Comment").fill(comment)
        window.get_by_role("button", name=re.compile("Submit|Request")).click()
        expect(self.page.locator(".messages li.success")).to_be_visible()
