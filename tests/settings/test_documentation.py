"""The README's table of settings tells all of them, and only those that there are."""

import re
from pathlib import Path

from django.conf import settings

_READ = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")
_ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)


def variables_read() -> set[str]:
    """Return the names of the environment variables that the settings ask for."""
    return {
        name for path in Path(settings.PROJECT, "hub/settings").glob("*.py") for name in _READ.findall(path.read_text())
    }


def variables_told() -> set[str]:
    """Return the names in the table of the README."""
    return set(_ROW.findall(Path(settings.PROJECT, "README.md").read_text()))


def test_the_readme_has_the_table() -> None:
    assert len(variables_told()) > 5, "README.md has no table of environment variables."


def test_every_variable_that_is_read_is_told() -> None:
    assert variables_read() - variables_told() == set()


def test_every_variable_that_is_told_is_read() -> None:
    assert variables_told() - variables_read() == set()
