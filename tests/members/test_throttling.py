"""Nobody can guess passwords, however the tries are spread: one count for all processes of the site."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import time_machine
from django.conf import settings as site_settings
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker, Settings

from hub.members.models import Person
from hub.serving.caches import SharedFilesCache
from hub.settings import base
from tests.factories.people import PASSWORD
from tests.worker.processes import database_of_its_own

SIGN_IN = "/account/sign-in/"
MOST_TRIES = 10
WAIT = "Too many tries"
A_GUESS = "not the password"

# What each process of the site is made to do: eight wrong tries, and say how many of them were looked at.
_GUESS = f"""
from django.test import Client
guess = {{"login": "priya.nair@example.org", "password": "a guess"}}
answers = [Client(SERVER_NAME="localhost").post("{SIGN_IN}", guess) for _ in range(8)]
print("looked at:", sum(b"is not right" in answer.content for answer in answers))
"""


@pytest.fixture(autouse=True)
def _counts_in_a_folder(settings: Settings, tmp_path: Path) -> None:
    """Count as the site does on one machine."""
    settings.CACHES = settings.CACHES | {"default": base.CACHES["default"] | {"LOCATION": str(tmp_path / "cache")}}


def is_told_to_wait(email: str, password: str = A_GUESS, **headers: str) -> bool:
    """Send the form and return whether it was not even looked at."""
    answer = Client().post(SIGN_IN, {"login": email, "password": password}, **headers)  # type: ignore[arg-type]
    return answer.status_code == 200 and WAIT in answer.content.decode()


def test_one_account_is_guessed_at_ten_times_from_however_many_places(priya: Person) -> None:
    refused = [is_told_to_wait(priya.email, REMOTE_ADDR=f"192.0.2.{number}") for number in range(12)]
    assert refused == [False] * MOST_TRIES + [True] * 2
    assert is_told_to_wait(priya.email, PASSWORD)


def test_one_place_guesses_ten_times_at_however_many_accounts(priya: Person) -> None:
    refused = [is_told_to_wait(f"person{number}@example.org") for number in range(12)]
    assert refused == [False] * MOST_TRIES + [True] * 2
    assert not is_told_to_wait(priya.email, REMOTE_ADDR="192.0.2.7")


def test_those_who_share_a_connection_wait_a_minute_and_the_account_five(priya: Person, tom: Person) -> None:
    for _ in range(MOST_TRIES):
        is_told_to_wait(priya.email)
    assert is_told_to_wait(tom.email)
    with time_machine.travel(timezone.now().timestamp() + 61):
        assert not is_told_to_wait(tom.email)
        assert is_told_to_wait(priya.email)
    with time_machine.travel(timezone.now().timestamp() + 301):
        assert not is_told_to_wait(priya.email, PASSWORD)


def test_right_passwords_do_not_count(priya: Person) -> None:
    for _ in range(MOST_TRIES + 5):
        assert Client().post(SIGN_IN, {"login": priya.email, "password": PASSWORD}).status_code == 302


def test_all_processes_of_a_machine_count_together(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    with django_db_blocker.unblock(), database_of_its_own(tmp_path) as address:
        environment = os.environ | {
            "DATABASE_URL": address,
            "VAR_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "hub.settings.dev",
        }
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", _GUESS]
        processes = [
            subprocess.Popen(command, cwd=site_settings.PROJECT, env=environment, stdout=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        said = [process.communicate(timeout=60)[0] for process in processes]
    looked_at = [int(text.rpartition("looked at:")[2]) for text in said]
    assert sum(looked_at) == MOST_TRIES


def test_of_all_who_add_the_same_key_at_the_same_moment_one_is_first(tmp_path: Path) -> None:
    for number in range(20):
        with ThreadPoolExecutor(8) as pool:
            first = list(pool.map(lambda _, key=number: SharedFilesCache(str(tmp_path), {}).add(key, 1), range(8)))
        assert first.count(True) == 1


def test_what_counts_no_more_leaves_no_file_behind(tmp_path: Path) -> None:
    cache = SharedFilesCache(str(tmp_path), {})
    for number in range(5):
        cache.set(f"tries-{number}", 1, 60)
    cache.set("for-longer", 1, 3600)
    with time_machine.travel(timezone.now().timestamp() + 61):
        SharedFilesCache(str(tmp_path), {}).set("another", 1, 60)
        assert len(list(tmp_path.glob("*.djcache"))) == 2
        assert cache.get("for-longer") == 1


class TestBehindAProxy:
    """Where every request comes from the proxy's own address."""

    def test_visitors_are_told_apart_by_what_the_proxy_says(self, settings: Settings, priya: Person) -> None:
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        for number in range(MOST_TRIES):
            assert not is_told_to_wait(f"person{number}@example.org", HTTP_X_FORWARDED_FOR="192.0.2.1")
        assert is_told_to_wait(priya.email, HTTP_X_FORWARDED_FOR="192.0.2.1")
        assert not is_told_to_wait(priya.email, HTTP_X_FORWARDED_FOR="192.0.2.2")

    def test_what_visitors_say_themselves_is_not_believed(self, settings: Settings, priya: Person) -> None:
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        for number in range(MOST_TRIES):
            is_told_to_wait(f"person{number}@example.org", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}, 192.0.2.1")
        assert is_told_to_wait(priya.email, HTTP_X_FORWARDED_FOR="198.51.100.99, 192.0.2.1")

    def test_without_a_proxy_nothing_that_is_said_is_believed(self, priya: Person) -> None:
        for number in range(MOST_TRIES):
            is_told_to_wait(f"person{number}@example.org", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
        assert is_told_to_wait(priya.email, HTTP_X_FORWARDED_FOR="198.51.100.99")

    @pytest.mark.parametrize(
        ("set_to", "count"),
        [
            ({}, 0),
            ({"PROXY_COUNT": "2"}, 0),
            ({"BEHIND_PROXY": "true"}, 1),
            ({"BEHIND_PROXY": "true", "PROXY_COUNT": "2"}, 2),
        ],
    )
    def test_the_settings_say_how_many_proxies_are_ours(self, set_to: dict[str, str], count: int) -> None:
        code = "from hub.settings import base; print(base.ALLAUTH_TRUSTED_PROXY_COUNT)"
        environment = {"PATH": os.environ["PATH"], **set_to}
        said = subprocess.check_output(
            [sys.executable, "-c", code], cwd=site_settings.PROJECT, env=environment, text=True
        )
        assert int(said) == count


def test_who_sends_the_form_without_end_is_shown_a_page_in_plain_words(northmere: object) -> None:
    client = Client()
    statuses = [client.post(SIGN_IN, {}).status_code for _ in range(60)]
    assert set(statuses) == {200}
    answer = client.post(SIGN_IN, {})
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "<h1" in page
    assert "Too many tries" in page
    assert "Northmere Council" in page
    assert client.get(SIGN_IN).status_code == 200
