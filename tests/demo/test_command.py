"""The command refuses to fill a site that is real, and says who can sign in."""

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from home.models import HomePage
from hub.demo.people import CAST
from hub.members.models import Person


def test_a_site_that_is_not_a_demonstration_is_left_alone(home: HomePage, settings: Settings) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="This site is not a demonstration"):
        call_command("demo", verbosity=0)
    assert not home.get_children().exists()
    assert not Person.objects.exists()


def test_a_day_that_is_none_is_refused_with_a_sentence() -> None:
    with pytest.raises(CommandError, match="Write the day as 2026-11-25, not as tomorrow"):
        call_command("demo", "--today", "tomorrow")


def test_it_only_says_who_can_sign_in_when_asked(home: HomePage, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", "--logins")
    said = capsys.readouterr()
    assert said.err == ""
    assert [line.split("  ")[0] for line in said.out.splitlines()] == ["Role", *(login.role for login in CAST)]
    assert not home.get_children().exists()
