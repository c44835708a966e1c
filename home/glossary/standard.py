"""The short words that a new glossary can begin with: `terms.csv`, with | between its columns."""

import csv
from pathlib import Path

_FILE = Path(__file__).parent / "terms.csv"


def standard_terms() -> list[dict[str, str]]:
    """Return the rows of the file, each with term, words, synonyms, see_also and explanation."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return [{name: _curly(text) for name, text in row.items()} for row in csv.DictReader(file, delimiter="|")]


def _curly(text: str) -> str:
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
