"""What a page may load, run and send."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.rich_text import RichText

from home.models import HomePage, NewsPage
from hub.members.models import Person
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory

PUBLIC = {
    "default-src": "'none'",
    "script-src": "testserver/static/",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "base-uri": "'none'",
}


def policy_of(answer: Any) -> dict[str, str]:
    """Return the policy that came with an answer, by directive."""
    parts = answer["Content-Security-Policy"].split(";")
    return {name: " ".join(values) for name, *values in (part.split() for part in parts)}


def nonce_of(answer: Any) -> str:
    """Return the nonce that the policy of an answer lets through."""
    found = re.search(r"'nonce-([^']+)'", policy_of(answer)["script-src"])
    assert found, "the policy has no nonce"
    return found[1]


def inline_scripts(answer: Any) -> list[str]:
    """Return the opening tags of the scripts that stand in the page itself."""
    return [tag for tag in re.findall(r"<script\b[^>]*>", answer.content.decode()) if " src=" not in tag]


@pytest.mark.parametrize(
    "address", ["/", "/search/", "/account/sign-in/", "/account/join/", "/no/such/page/", "/styleguide/", "/robots.txt"]
)
def test_every_public_answer_has_the_strict_policy(home: HomePage, address: str) -> None:
    assert policy_of(Client().get(address)) == PUBLIC


@pytest.mark.parametrize("address", ["/", "/search/", "/account/sign-in/", "/no/such/page/"])
def test_a_member_has_the_same_policy_as_a_guest(
    home: HomePage, signed_in: Callable[[Person], Client], priya: Person, address: str
) -> None:
    assert policy_of(signed_in(priya).get(address)) == PUBLIC


@pytest.mark.parametrize("who", ["guest", "priya", "rob"])
@pytest.mark.parametrize("address", ["/", "/search/?q=plan", "/account/sign-in/", "/no/such/page/", "/styleguide/"])
def test_no_page_needs_more_than_the_policy_lets_through(
    home: HomePage,
    signed_in: Callable[[Person], Client],
    request: pytest.FixtureRequest,
    who: str,
    address: str,
) -> None:
    browser = Client() if who == "guest" else signed_in(request.getfixturevalue(who))
    answer = browser.get(address, follow=True)
    if answer.request["PATH_INFO"].startswith("/admin/"):
        return
    html = answer.content.decode()
    blessed = [tag for tag in inline_scripts(answer) if " nonce=" not in tag and "application/" not in tag]
    assert not blessed
    assert not re.search(r"<[a-z][^>]*\sstyle=", html)
    assert not re.search(r"<[a-z][^>]*\son[a-z]+=", html)
    assert "javascript:" not in html


def test_scripts_come_from_our_static_files_on_the_host_that_was_asked(home: HomePage) -> None:
    assert policy_of(Client().get("/", headers={"Host": "localhost:8001"}))["script-src"] == "localhost:8001/static/"


def test_a_nonce_of_a_page_is_good_for_one_answer(db: None, client: Client, settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.serving.urls"
    first, second = client.get("/with-nonce/"), client.get("/with-nonce/")
    for answer in (first, second):
        assert f'nonce="{nonce_of(answer)}"' in answer.content.decode()
    assert nonce_of(first) != nonce_of(second)


@pytest.fixture
def news(home: HomePage) -> NewsPage:
    """A piece of news with a script that slipped into its text."""
    index = NewsIndexPageFactory.create(parent=home, slug="news")
    page: NewsPage = NewsPageFactory.create(
        parent=index, slug="item", body=[("text", RichText("<p>Before</p><script>alert(1)</script>"))]
    )
    return page


class TestTheAdmin:
    """Wagtail's own inline scripts, and only those, are let through by name."""

    @pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/locked/"])
    def test_no_script_runs_without_a_nonce_or_a_file(
        self, home: HomePage, signed_in: Callable[[Person], Client], rob: Person, address: str
    ) -> None:
        policy = policy_of(signed_in(rob).get(address, follow=True))
        assert "unsafe" not in policy["script-src"]
        assert policy["default-src"] == policy["base-uri"] == "'none'"

    def test_every_inline_script_of_the_editor_carries_the_nonce_of_its_answer(
        self, signed_in: Callable[[Person], Client], rob: Person, news: NewsPage
    ) -> None:
        browser = signed_in(rob)
        address = reverse("wagtailadmin_pages:edit", args=[news.pk])
        answers = [browser.get(address), browser.get(address)]
        for answer in answers:
            assert inline_scripts(answer)
            assert all(f'nonce="{nonce_of(answer)}"' in tag for tag in inline_scripts(answer))
        assert nonce_of(answers[0]) != nonce_of(answers[1])

    def test_a_preview_has_the_public_policy_and_blesses_no_script(
        self, signed_in: Callable[[Person], Client], rob: Person, news: NewsPage
    ) -> None:
        news.save_revision()
        answer = signed_in(rob).get(reverse("wagtailadmin_pages:view_draft", args=[news.pk]))
        assert "<script>alert(1)</script>" in answer.content.decode()
        assert policy_of(answer) == PUBLIC
        assert "nonce" not in answer["Content-Security-Policy"]

    def test_a_script_that_slipped_into_a_page_is_not_blessed_there_either(self, news: NewsPage) -> None:
        answer = Client().get("/news/item/")
        assert "<script>alert(1)</script>" in answer.content.decode()
        assert policy_of(answer) == PUBLIC


def test_the_house_is_not_framed_by_others_and_tells_them_nothing(home: HomePage) -> None:
    ContentPageFactory.create(parent=home, slug="page")
    answer = Client().get("/page/")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["Referrer-Policy"] == answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


class TestVideos:
    """Frames of a player, and of nobody else, may be shown on a page that holds a video, and on no other."""

    VIMEO = "https://player.vimeo.com"
    YOUTUBE = "https://www.youtube-nocookie.com"

    @staticmethod
    def video(link: str) -> tuple[str, dict[str, str]]:
        return ("video", {"link": link, "title": "A meeting", "length": "4 minutes"})

    @pytest.mark.parametrize(
        ("links", "players"),
        [
            (["https://vimeo.com/123456789"], [VIMEO]),
            (["https://youtu.be/northmere-b"], [YOUTUBE]),
            (["https://youtu.be/northmere-b", "https://vimeo.com/123456789"], [VIMEO, YOUTUBE]),
        ],
    )
    def test_a_page_may_show_the_players_of_its_videos_from_the_cache_too(
        self, home: HomePage, links: list[str], players: list[str]
    ) -> None:
        ContentPageFactory.create(parent=home, slug="page", body=[self.video(link) for link in links])
        made, kept = Client().get("/page/"), Client().get("/page/")
        assert not hasattr(kept, "_csp_update")
        assert policy_of(made) == policy_of(kept) == PUBLIC | {"frame-src": " ".join(players)}

    def test_a_piece_of_news_may_too(self, home: HomePage) -> None:
        index = NewsIndexPageFactory.create(parent=home, slug="news")
        NewsPageFactory.create(parent=index, slug="item", body=[self.video("https://vimeo.com/123456789")])
        assert policy_of(Client().get("/news/item/")) == PUBLIC | {"frame-src": self.VIMEO}
        assert policy_of(Client().get("/news/")) == PUBLIC

    def test_a_page_without_a_video_shows_no_frames(self, home: HomePage) -> None:
        text = RichText('<p><a href="https://vimeo.com/123456789">A video</a></p>')
        ContentPageFactory.create(parent=home, slug="page", body=[("text", text)])
        ContentPageFactory.create(parent=home, slug="other", body=[self.video("https://vimeo.com/123456789")])
        assert policy_of(Client().get("/other/")) != PUBLIC
        assert policy_of(Client().get("/page/")) == PUBLIC

    def test_a_link_that_is_no_video_opens_nothing(self, home: HomePage) -> None:
        ContentPageFactory.create(parent=home, slug="page", body=[self.video("https://example.org/film")])
        answer = Client().get("/page/")
        assert policy_of(answer) == PUBLIC
        assert "A meeting" not in answer.content.decode()

    def test_what_is_previewed_may_show_the_same_as_what_is_published(
        self, home: HomePage, signed_in: Callable[[Person], Client], rob: Person
    ) -> None:
        page = ContentPageFactory.create(parent=home, slug="page", body=[self.video("https://vimeo.com/123456789")])
        page.save_revision()
        answer = signed_in(rob).get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert policy_of(answer) == PUBLIC | {"frame-src": self.VIMEO}
