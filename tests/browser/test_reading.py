"""Guests read, search and find their way: with a mouse, with the keyboard, and without script."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, Complaints, type_of_visit
from tests.browser.editing import sign_in

pytestmark = pytest.mark.browser

PRIYA = ("priya.nair@example.org", "pears-from-priors-mead")
PICTURES = Path("tests/browser/pictures")


def test_a_parent_finds_guidance_from_the_front_door(visit: type_of_visit) -> None:
    with visit() as page:
        page.goto("/")
        page.get_by_role("link", name="Get support for a pupil").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Get support for a pupil")
        page.get_by_role("navigation", name="On this page").get_by_role("link", name="How it works").click()
        expect(page).to_have_url(re.compile(r"#how-it-works$"))
        page.get_by_role("navigation", name="Where you are").get_by_role("link", name="Help for schools").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Help for schools")


def test_the_whole_way_can_be_gone_by_keyboard(visit: type_of_visit) -> None:
    with visit() as page:
        page.goto("/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("#main$"))
        page.keyboard.press("Tab")
        expect(
            page.get_by_role("main")
            .get_by_role("search")
            .get_by_role("textbox")
            .or_(page.get_by_role("main").get_by_role("searchbox"))
            .first
        ).to_be_focused()
        page.keyboard.type("top-up")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=2).first).to_contain_text("top-up")
        expect(page.get_by_role("main").get_by_role("link", name="Top-up funding", exact=True)).to_be_visible()


def test_everything_is_there_without_script(visit: type_of_visit) -> None:
    with visit(NARROW, java_script_enabled=False) as page:
        page.goto("/")
        expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="News")).to_be_visible()
        page.goto("/search/")
        page.get_by_role("main").get_by_role("searchbox").fill("psychologist")
        page.get_by_role("main").get_by_role("button", name="Search").click()
        expect(page.get_by_role("main").get_by_role("heading", level=2).first).to_contain_text("psychologist")
        expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible()


def test_the_menu_of_a_phone_opens_and_closes(visit: type_of_visit) -> None:
    with visit(NARROW) as page:
        page.goto("/")
        menu, link = page.get_by_role("button", name="Menu"), page.get_by_role("link", name="About clusters")
        expect(link.first).to_be_hidden()
        menu.press("Enter")
        expect(menu).to_have_attribute("aria-expanded", "true")
        expect(link.first).to_be_visible()
        menu.press("Enter")
        expect(link.first).to_be_hidden()


def test_what_is_not_there_is_said_in_plain_words(visit: type_of_visit, complaints: Complaints) -> None:
    complaints.expected = ("the server responded with a status of 404",)
    with visit() as page:
        page.goto("/nothing-is-here/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("not")
        page.get_by_role("main").get_by_role("searchbox").fill("dates")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/search/\?q=dates"))


def test_a_member_signs_in_and_out_and_a_guest_never_sees_her_page(visit: type_of_visit) -> None:
    with visit() as page, visit() as guest:
        guest.goto("/")
        page.goto("/account/sign-in/")
        sign_in(page, *PRIYA)
        page.goto("/")
        expect(page.get_by_text("Priya Nair")).to_be_visible()
        guest.goto("/")
        expect(guest.get_by_text("Priya Nair")).to_have_count(0)
        expect(guest.get_by_role("link", name="Sign in").first).to_be_visible()

        page.locator("summary").filter(has_text="Priya Nair").press("Enter")
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
        page.goto("/")
        expect(page.get_by_text("Priya Nair")).to_have_count(0)


def test_wrong_words_at_sign_in_are_answered_beside_the_form(visit: type_of_visit) -> None:
    with visit(NARROW) as page:
        page.goto("/account/sign-in/")
        page.get_by_role("button", name="Sign in").click()
        expect(page).to_have_title(re.compile("^Error: "))
        page.get_by_role("link", name="Enter your e-mail address").click()
        expect(page.get_by_role("textbox", name="E-mail address")).to_be_focused()


def test_print_leaves_only_what_is_read(visit: type_of_visit) -> None:
    with visit() as page:
        page.goto("/help-for-schools/get-support-for-a-pupil/")
        page.emulate_media(media="print")
        expect(page.get_by_role("heading", name="How it works")).to_be_visible()
        expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
        expect(page.locator("header.top [role=search]")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "place", "viewport"),
    [
        ("home-wide", "/", {"width": 1280, "height": 1500}),
        ("guidance-wide", "/help-for-schools/get-support-for-a-pupil/", {"width": 1280, "height": 1100}),
        ("home-narrow", "/", {"width": 360, "height": 1100}),
    ],
)
def test_the_pictures_in_the_readme_can_be_taken(
    visit: type_of_visit, tmp_path: Path, record_pictures: bool, name: str, place: str, viewport: dict[str, int]
) -> None:
    taken = (PICTURES if record_pictures else tmp_path) / f"{name}.png"
    taken.parent.mkdir(exist_ok=True)
    with visit(viewport) as page:
        page.goto(place, wait_until="networkidle")
        page.screenshot(path=taken)
    with Image.open(taken) as picture:
        # Few colours do, and keep the repository light.
        picture.quantize(64).save(taken, optimize=True)
    with Image.open(taken) as picture:
        assert picture.size == (viewport["width"], viewport["height"])
        assert len(picture.convert("RGB").getcolors(2**24) or []) > 20
    assert taken.stat().st_size < 200_000
