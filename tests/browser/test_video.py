"""A video asks nothing of its host until it is pressed, and is a link where nothing can play it."""

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.conftest import NARROW, Complaints, type_of_visit

pytestmark = pytest.mark.browser

PLACE = "/about-clusters/"
TITLE = "A cluster meeting in four minutes"
LINK = "https://www.youtube.com/watch?v=northmere-b"
PLAYER = "https://www.youtube-nocookie.com/embed/northmere-b?autoplay=1&rel=0"


class Outside:
    """What is asked of other hosts. Nothing of it leaves this machine."""

    def __init__(self, page: Page, address: str) -> None:
        self.asked: list[Request] = []
        page.context.route(lambda url: not url.startswith((f"{address}/", "data:")), self._keep_in)

    def _keep_in(self, route: Route) -> None:
        self.asked.append(route.request)
        route.fulfill(status=200, content_type="text/html", body="<!doctype html><p>The player</p>")

    @property
    def addresses(self) -> list[str]:
        return [request.url for request in self.asked]


def test_nothing_is_asked_of_another_host_before_the_press_and_then_only_the_player(
    visit: type_of_visit, address: str
) -> None:
    with visit() as page:
        outside = Outside(page, address)
        page.goto(PLACE)
        video = page.get_by_role("button", name=f"Watch the video: {TITLE}")
        video.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        expect(page.get_by_text("Plays here from youtube.com, which may set cookies")).to_be_visible()
        assert outside.addresses == []

        video.click()
        player = page.locator("iframe")
        expect(player).to_have_attribute("src", PLAYER)
        expect(player).to_have_attribute("title", TITLE)
        expect(player).to_be_focused()
        expect(page.frame_locator("iframe").get_by_text("The player")).to_be_visible()
        assert outside.addresses == [PLAYER]
        # It is told which website it plays for, and not on which page.
        assert outside.asked[0].headers["referer"] == f"{address}/"


def test_the_space_bar_presses_it_too(visit: type_of_visit, address: str) -> None:
    with visit(NARROW) as page:
        Outside(page, address)
        page.goto(PLACE)
        page.get_by_role("button", name=f"Watch the video: {TITLE}").focus()
        page.keyboard.press("Space")
        expect(page.locator("iframe")).to_have_attribute("src", PLAYER)


def test_without_script_it_is_a_link_and_its_words_can_be_read(visit: type_of_visit, address: str) -> None:
    with visit(java_script_enabled=False) as page:
        outside = Outside(page, address)
        page.goto(PLACE)
        expect(page.get_by_role("link", name=f"Watch the video: {TITLE}")).to_have_attribute("href", LINK)
        expect(page.get_by_text("Opens youtube.com, which may set cookies")).to_be_visible()
        page.get_by_text("Read the words of the video").click()
        expect(page.get_by_text("Eleven SENCos sit round one table")).to_be_visible()
        assert outside.addresses == []


def test_a_page_without_a_video_may_not_show_the_player(
    visit: type_of_visit, address: str, complaints: Complaints
) -> None:
    complaints.expected = ("Framing 'https://www.youtube-nocookie.com/' violates", "Refused to frame")
    with visit() as page:
        outside = Outside(page, address)
        page.goto("/find-a-cluster/")
        page.evaluate(
            "(player) => { const frame = document.createElement('iframe'); frame.src = player;"
            " document.body.append(frame) }",
            PLAYER,
        )
        page.wait_for_load_state("networkidle")
        assert outside.addresses == []


def test_sections_open_all_at_once_and_on_paper(visit: type_of_visit) -> None:
    with visit() as page:
        page.goto("/help-for-schools/educational-psychology/")
        answer = page.get_by_text("There is the plan that you wrote together")
        expect(answer).to_be_hidden()
        page.locator("summary", has_text="Will there be a report?").press("Enter")
        expect(answer).to_be_visible()
        page.get_by_role("button", name="Show all sections").click()
        expect(page.get_by_text("Another psychologist takes what cannot wait")).to_be_visible()
        page.get_by_role("button", name="Hide all sections").click()
        expect(answer).to_be_hidden()
        page.emulate_media(media="print")
        expect(answer).to_be_visible()
