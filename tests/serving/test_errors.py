"""What people see when something is not there, not allowed or broken."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from home.models import HomePage
from hub.members.models import Person


@pytest.mark.parametrize("who", ["guest", "priya", "rob"])
def test_a_page_that_is_not_there_helps_to_find_another(
    home: HomePage, signed_in: Callable[[Person], Client], request: pytest.FixtureRequest, who: str
) -> None:
    browser = Client() if who == "guest" else signed_in(request.getfixturevalue(who))
    answer = browser.get("/speech/langauge/")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "Page not found" in html
    assert 'action="/search/"' in html
    assert "langauge" not in html


def test_a_form_that_was_open_too_long_is_explained(home: HomePage) -> None:
    answer = Client(enforce_csrf_checks=True).post("/account/sign-in/", {})
    assert answer.status_code == 403
    assert "The form was open too long" in answer.content.decode()
    assert "has not been saved" in answer.content.decode()


def test_a_host_that_is_not_ours_is_refused(home: HomePage) -> None:
    answer = Client().get("/", headers={"Host": "elsewhere.example.org"})
    assert answer.status_code == 400
    assert "elsewhere" not in answer.content.decode()


# No database here: any query would raise, and the page must stand without one.
def test_a_page_that_fails_says_so_without_a_database_and_without_what_only_we_should_know(
    client: Client, settings: Settings
) -> None:
    settings.ROOT_URLCONF = "tests.serving.urls"
    client.raise_request_exception = False
    answer = client.get("/fails/")
    html = answer.content.decode()
    assert answer.status_code == 500
    assert "Something went wrong" in html
    assert "designated safeguarding lead" in html
    assert "script-src" in answer["Content-Security-Policy"]
    assert len(answer["X-Request-ID"]) == 32
    for secret in ("Traceback", "LookupError", "sian.tull", "960123", "tests/serving"):
        assert secret not in html


def test_a_failure_is_not_kept_for_the_next_guest(client: Client, settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.serving.urls"
    client.raise_request_exception = False
    first, second = client.get("/fails/"), client.get("/fails/")
    assert first["X-Request-ID"] != second["X-Request-ID"]
    assert "ETag" not in second
