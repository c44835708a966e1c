"""What is written to the log, and what never is."""

import logging
import re

import pytest
from django.test import Client
from pytest_django import Settings

from home.models import HomePage
from hub.serving.logs import without_personal_data
from tests.serving.conftest import LogLines

logger = logging.getLogger("hub.tests")


def test_every_request_is_one_line_with_its_view_status_time_and_id(
    client: Client, home: HomePage, log: LogLines
) -> None:
    answer = client.get("/search/?q=dyslexia")
    (line,) = log()
    assert line.pop("milliseconds") > 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}", line.pop("time"))
    assert line == {
        "level": "INFO",
        "logger": "hub.requests",
        "message": "answered",
        "request_id": answer["X-Request-ID"],
        "method": "GET",
        "view": "search",
        "status": 200,
    }


def test_neither_words_nor_addresses_that_were_asked_for_are_written(
    client: Client, home: HomePage, log: LogLines
) -> None:
    client.get("/search/?q=dyslexia")
    client.get("/nothing/has/this/address/")
    assert len(log()) == 2
    assert "dyslexia" not in str(log())
    assert "nothing" not in str(log())


@pytest.mark.parametrize("given", ["5f2c9a1e-77aa-4b0d", "A" * 64])
def test_the_id_that_a_proxy_gave_a_request_is_kept(client: Client, home: HomePage, log: LogLines, given: str) -> None:
    answer = client.get("/robots.txt", headers={"X-Request-ID": given})
    assert answer["X-Request-ID"] == given
    assert log()[0]["request_id"] == given


@pytest.mark.parametrize(
    "given",
    ["", "short", "B" * 65, "with space 123", "line\nbreak-12", '{"json": 123456}', "naïve-12345", "12345678\n"],
)
def test_an_id_that_could_write_into_the_log_is_replaced(client: Client, home: HomePage, given: str) -> None:
    answer = client.get("/robots.txt", headers={"X-Request-ID": given})
    assert re.fullmatch(r"[0-9a-f]{32}", answer["X-Request-ID"])


def test_two_requests_have_two_ids(client: Client, home: HomePage) -> None:
    assert client.get("/robots.txt")["X-Request-ID"] != client.get("/robots.txt")["X-Request-ID"]


def test_what_is_written_during_a_request_carries_its_id_and_nothing_else_does(
    client: Client, settings: Settings, log: LogLines
) -> None:
    settings.ROOT_URLCONF = "tests.serving.urls"
    client.raise_request_exception = False
    answer = client.get("/fails/")
    logger.info("between two requests")
    failed, answered, between = log()
    assert failed["request_id"] == answered["request_id"] == answer["X-Request-ID"]
    assert between["request_id"] == ""


def test_a_failure_is_written_with_its_traceback_but_without_address_or_people(
    client: Client, settings: Settings, log: LogLines
) -> None:
    settings.ROOT_URLCONF = "tests.serving.urls"
    client.raise_request_exception = False
    client.get("/fails/a-secret-key/?q=dyslexia")
    failed, answered = log()
    assert (failed["level"], failed["logger"]) == ("ERROR", "django.request")
    assert failed["message"] == "Internal Server Error: [path]"
    assert "LookupError: Nobody is called [address]\nor rings from ([number]" in failed["exc_info"]
    assert answered["status"] == 500
    for secret in ("a-secret-key", "dyslexia", "sian.tull", "960123"):
        assert secret not in str(log())


def test_a_refused_form_is_written_without_its_address(home: HomePage, log: LogLines) -> None:
    Client(enforce_csrf_checks=True).post("/account/sign-in/", {"login": "sian.tull@example.org"})
    assert [line["logger"] for line in log()] == ["django.security.csrf", "hub.requests"]
    assert "sign-in" not in str(log())


@pytest.mark.parametrize(
    "text",
    [
        "sian.tull@example.org",
        "Sian <sian+hub@mail.example.org>",
        "siân@example.org",
        "o'neill@example.org",
        "key%40example.org",
        "line\nsian@example.org",
        "01632 960123",
        "line\n01632960123",
        "(01632) 960 123",
        "+44 1632 960123",
        "+44 (0)1632 960123",
        "tel:01632-960123",
        "Key (phone)=(01632960123) already exists",
    ],
)
@pytest.mark.parametrize("place", ["message", "argument", "extra", "nested", "object"])
def test_addresses_and_numbers_of_people_are_masked_wherever_they_stand(log: LogLines, text: str, place: str) -> None:
    class Person:
        def __str__(self) -> str:
            return text

    match place:
        case "message":
            logger.info(text.replace("%", "%%") if "%" in text else text)
        case "argument":
            logger.info("for %s", text)
        case "extra":
            logger.info("for", extra={"whom": text})
        case "nested":
            logger.info("for", extra={"whom": [{"name": text}]})
        case _:
            logger.info("for", extra={"whom": Person()})
    (line,) = log()
    assert not re.search(r"example\.org|960.?123", str(line)), line
    assert re.search(r"\[(address|number)\]", str(line)), line


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22 03:17:41.123",
        "took 0.123456789012 s",
        "5f2c9a1e-0123-4567-89ab-0123456789ab",
        "0123456789abcdef0123456789abcdef",
        "10.0.0.1:8000",
        "version 5.2.19",
        "/static/hub.0123456789ab.css",
    ],
)
def test_times_versions_and_ids_stay_readable(text: str) -> None:
    assert without_personal_data(text) == text
