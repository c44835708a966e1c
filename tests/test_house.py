"""Promises about the house itself: what shadows nothing, what explains itself, what stays small."""

import ast
import calendar
import sysconfig
from pathlib import Path

import pytest
from django.conf import settings

PROJECT = Path(settings.PROJECT)
ROOTS = ("hub", "home", "search", "forum", "resources", "calendar", "tests")
MOST_LINES = 400
# Folders whose names Django prescribes and explains.
NAMED_BY_DJANGO = {"migrations", "management", "commands", "templatetags"}

MODULES = sorted(
    path.relative_to(PROJECT)
    for root in ROOTS
    for path in (PROJECT / root).rglob("*.py")
    if "node_modules" not in path.parts
)
OURS = [path for path in MODULES if path.parts[0] != "tests"]
WRITTEN_BY_HAND = [path for path in MODULES if "migrations" not in path.parts]


def test_the_standard_librarys_calendar_is_still_there() -> None:
    assert calendar.monthrange(2028, 2) == (calendar.TUESDAY, 29)
    assert Path(calendar.__file__).parent == Path(sysconfig.get_path("stdlib"))


def test_no_package_of_ours_is_called_calendar() -> None:
    assert not (PROJECT / "calendar" / "__init__.py").exists()
    assert not (PROJECT / "calendar.py").exists()


def test_there_are_modules_to_look_at() -> None:
    assert len(OURS) > 50


@pytest.mark.parametrize("path", OURS, ids=str)
def test_every_package_and_module_says_what_it_is_for(path: Path) -> None:
    if path.name == "__init__.py" and path.parent.name in NAMED_BY_DJANGO:
        return
    if path.name == "apps.py" or path.parent.name == "migrations":
        return
    tree = ast.parse((PROJECT / path).read_text())
    docstring = ast.get_docstring(tree) or ""
    assert docstring.endswith((".", ":")), f"{path} does not open with a sentence that says what it is for."


@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=str)
def test_no_module_is_too_long_to_read(path: Path) -> None:
    lines = len((PROJECT / path).read_text().splitlines())
    assert lines <= MOST_LINES, f"{path} has {lines} lines: split it by noun."


@pytest.mark.parametrize("name", ["utils.py", "helpers.py"])
def test_no_module_is_a_drawer_for_everything(name: str) -> None:
    assert [path for path in MODULES if path.name == name] == []
