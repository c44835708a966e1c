"""The gallery shows every part, the theme carries the accent, and errors are told in plain words."""

from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from home.models import HomePage, SiteSettings
from tests.look.markup import read

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"
# Seen on every page, only by those who are signed in or in the head; and what holds the heading of its page.
ELSEWHERE = {"site_header", "site_footer", "account_menu", "messages", "metadata", "feed_link", "hero", "cluster_head"}


def parts() -> set[str]:
    return {path.stem for folder in ("elements", "components") for path in (TEMPLATES / folder).glob("*.html")}


def test_the_gallery_shows_every_part(client: Client, home: HomePage) -> None:
    drawn = client.get(reverse("styleguide")).templates
    shown = {str(template.name).removesuffix(".html").rpartition("/")[2] for template in drawn}
    assert parts() - ELSEWHERE - shown == set()


def test_the_gallery_shows_fields_with_and_without_errors(client: Client, home: HomePage) -> None:
    page = read(client.get(reverse("styleguide")).content.decode())
    assert page.one(id="fresh_school").classes == {"govuk-input"}
    assert "govuk-input--error" in page.one(id="wrong_school").classes
    summary = page.one(class_="govuk-error-summary")
    assert {link.attributes["href"] for link in summary.all("a")} >= {
        "#wrong_school",
        "#wrong_role_0",
        "#wrong_since_0",
    }


def test_the_style_sheet_of_an_accent_is_kept_for_good(client: Client) -> None:
    answer = client.get(reverse("theme", kwargs={"key": "6b2a6f"}))
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "--accent:#6b2a6f;" in answer.content.decode()
    assert "immutable" in answer["Cache-Control"]
    assert "max-age=31536000" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.parametrize("key", ["2f8fd0", "green", "0b5961;}", "zzzzzz"])
def test_there_is_no_style_sheet_for_what_is_no_readable_colour(client: Client, home: HomePage, key: str) -> None:
    assert client.get(f"/theme/{key}.css").status_code == 404


def test_pages_load_the_accent_that_the_council_chose(client: Client, northmere: SiteSettings) -> None:
    northmere.accent = "#6B2A6F"
    northmere.save()
    page = read(client.get(reverse("styleguide")).content.decode())
    sheets = [link.attributes["href"] for link in page.all("link", rel="stylesheet")]
    assert sheets[-1] == reverse("theme", kwargs={"key": "6b2a6f"})


def test_the_header_offers_guests_to_sign_in(client: Client, home: HomePage) -> None:
    header = read(client.get(reverse("styleguide")).content.decode()).one("header", class_="top")
    assert header.one("a", href=reverse("account_login")).text == "Sign in"
    assert not header.all(class_="account")


def test_guests_are_given_no_cookie_by_a_page_without_a_form(client: Client, home: HomePage) -> None:
    assert not client.get(reverse("styleguide")).cookies


def test_the_page_for_our_own_mistakes_needs_nothing_of_the_site() -> None:
    page = read(render_to_string("500.html"))
    assert page.one("h1").text == "Something went wrong"
    assert page.one("a", class_="brand").attributes["href"] == "/"


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404"])
def test_every_error_says_what_happened_and_gives_a_way_on(name: str, northmere: SiteSettings) -> None:
    page = read(render_to_string(f"{name}.html", request=RequestFactory().get("/nowhere/")))
    main = page.one("main")
    assert main.one("h1").text
    assert main.one(class_="lead").text.endswith(".")
    assert main.one("a", href="/").text
    assert page.one("title").text.endswith("SENCo Hub, Northmere Council")


def test_a_refusal_gives_the_reason_that_the_view_gave(northmere: SiteSettings) -> None:
    request = RequestFactory().get("/topics/1/reply/")
    page = read(render_to_string("403.html", {"exception": "This topic is closed to new replies."}, request=request))
    assert page.one("main").one(class_="lead").text == "This topic is closed to new replies."


def test_who_is_lost_can_search(northmere: SiteSettings) -> None:
    page = read(render_to_string("404.html", request=RequestFactory().get("/nowhere/")))
    search = page.one("main").one("form", role="search")
    assert search.attributes["action"] == reverse("search")
    assert search.one("input").attributes["name"] == "q"


def test_machines_are_told_what_not_to_read(client: Client, home: HomePage) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    assert {"Allow: /account/sign-in/$", "Allow: /search/$", "Disallow: /admin/", "Disallow: /search/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password", "search"])
def test_every_page_is_headed_and_ended_with_the_councils_words(
    client: Client, northmere: SiteSettings, name: str
) -> None:
    page = read(client.get(reverse(name)).content.decode())
    assert page.one("title").text.endswith("SENCo Hub, Northmere Council")
    assert page.one("header", class_="top").one("a", class_="brand").text == "SENCo Hub Northmere Council"
    assert northmere.safeguarding in page.one("footer").text


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("/account/sign-in/", True),
        ("/search/", True),
        ("/search/?q=anything+at+all", False),
        ("/search/?q=%22%22", False),
        ("/account/forgotten-password/", False),
    ],
)
def test_search_engines_are_offered_our_words_and_never_a_strangers(
    client: Client, northmere: SiteSettings, address: str, wanted: bool
) -> None:
    page = read(client.get(address).content.decode())
    assert bool(page.all("meta", name="robots")) is not wanted
    if wanted:
        assert page.one("meta", name="description").attributes["content"].endswith(".")


def test_the_back_office_carries_the_name_of_the_hub(admin_client: Client, home: HomePage) -> None:
    title = read(admin_client.get(reverse("wagtailadmin_home")).content.decode()).all("title")[0]
    assert title.text.endswith("- SENCo Hub")
