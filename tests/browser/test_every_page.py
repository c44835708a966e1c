"""What every page keeps to, whatever is on it."""

import json
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import NARROW, WIDE, Complaints, type_of_visit
from tests.browser.pages import OF_COLOURS, every_page, overflow, violations

pytestmark = pytest.mark.browser

CHECKER = Path("node_modules/vnu-jar/build/dist/vnu.jar")
KIB = 1024


@pytest.fixture
def _errors_are_pages_too(complaints: Complaints) -> None:
    # A page that says "not found" is one of those looked at, and the browser remarks upon its status.
    complaints.expected = ("the server responded with a status of 404",)


@pytest.mark.usefixtures("_errors_are_pages_too")
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "320"])
def test_axe_finds_nothing_wrong_in_light_and_dark_and_nothing_scrolls_sideways(
    visit: type_of_visit, address: str, axe_source: str, viewport: ViewportSize
) -> None:
    wrong = []
    # Otherwise colours would still be on their way from light to dark when they are looked at.
    with visit(viewport, reduced_motion="reduce") as page:
        for place in every_page(address):
            page.emulate_media(color_scheme="light")
            page.goto(place)
            wrong += violations(page, axe_source)
            if overflow(page) > 0:
                wrong.append(f"{place} is {overflow(page)} px too wide")
            page.emulate_media(color_scheme="dark")
            wrong += violations(page, axe_source, only=OF_COLOURS)
    assert wrong == []


@pytest.mark.usefixtures("_errors_are_pages_too")
@pytest.mark.parametrize("viewport", [{"width": 640, "height": 700}, WIDE], ids=["640", "1280"])
def test_text_at_twice_its_size_still_fits(visit: type_of_visit, address: str, viewport: ViewportSize) -> None:
    wrong = []
    # The policy refuses styles that are pushed in, which is what a browser's own setting is not.
    with visit(viewport, bypass_csp=True) as page:
        for place in every_page(address):
            page.goto(place)
            page.add_style_tag(content="html { font-size: 200% !important }")
            if overflow(page) > 0:
                wrong.append(f"{place} is {overflow(page)} px too wide")
    assert wrong == []


@pytest.mark.usefixtures("_errors_are_pages_too")
def test_the_first_tab_is_a_skip_link_and_every_focus_can_be_seen(visit: type_of_visit, address: str) -> None:
    wrong = []
    with visit() as page:
        for place in every_page(address):
            page.goto(place)
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.trim()") != "Skip to main content":
                wrong.append(f"{place} does not begin with a skip link")
            wrong += [f"{place}: focus on {name!r} cannot be seen" for name in _unseen_focus(page)]
    assert wrong == []


def _unseen_focus(page: Page) -> list[str]:
    """Tab through the page; return what shows no outline or ring while it has the focus."""
    unseen: list[str] = []
    for _ in range(200):
        state = page.evaluate(
            """() => {
                const element = document.activeElement
                if (!element || element === document.body) return null
                if (element.tagName === 'WAGTAIL-USERBAR') return {seen: true}
                const style = getComputedStyle(element)
                const box = element.getBoundingClientRect()
                const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
                    || style.boxShadow !== 'none'
                const frame = element.closest('.composer, .govuk-radios__item, .govuk-checkboxes__item')
                return {seen: (ringed || !!frame) && box.width > 0 && box.height > 0,
                        name: element.tagName + ' ' + (element.textContent.trim() || element.name || '').slice(0, 40)}
            }"""
        )
        if state is None:
            return unseen
        if not state["seen"]:
            unseen.append(state["name"])
        page.keyboard.press("Tab")
    return unseen


def test_the_html_checker_finds_no_error(address: str, tmp_path: Path) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java on this machine to run the HTML checker with")
    for number, place in enumerate(every_page(address)):
        (tmp_path / f"{number:03}.html").write_bytes(_html_of(f"{address}{place}"))
    done = subprocess.run(
        [java, "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(done.stdout)["messages"]
    places = every_page(address)
    assert [
        f"{places[int(Path(message['url']).stem)]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] == "error"
    ] == []


def test_every_page_is_light_enough_for_a_phone(address: str) -> None:
    heavy = {place: len(_html_of(f"{address}{place}")) for place in every_page(address)}
    assert {place: size for place, size in heavy.items() if size >= 60 * KIB} == {}


@pytest.mark.parametrize(("kind", "limit"), [("css", 25 * KIB), ("js", 25 * KIB)])
def test_styles_and_scripts_are_light_when_compressed(visit: type_of_visit, kind: str, limit: int) -> None:
    sizes: list[int] = []
    with visit() as page:
        page.on(
            "requestfinished",
            lambda request: sizes.append(request.sizes()["responseBodySize"]) if f".{kind}" in request.url else None,
        )
        page.goto("/", wait_until="networkidle")
    assert sizes
    assert sum(sizes) < limit


@pytest.mark.parametrize("place", ["/", "/account/sign-in/"])
def test_forced_colours_and_reduced_motion_lose_nothing(visit: type_of_visit, place: str, axe_source: str) -> None:
    with visit(NARROW, forced_colors="active", reduced_motion="reduce") as page:
        page.goto(place)
        # axe reads colours that the system has replaced; what is painted is asked for below.
        assert violations(page, axe_source, but=("color-contrast",)) == []
        painted = page.evaluate(
            "[...document.querySelectorAll('h1, h2, p, label')].map((text) => getComputedStyle(text).color)"
        )
        assert set(painted) == {"rgb(0, 0, 0)"}
        assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--quick').trim()") == "0ms"


def _html_of(place: str) -> bytes:
    try:
        with urllib.request.urlopen(place, timeout=15) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        return error.read()
