"""Whether tables say what their columns hold."""

from collections.abc import Iterator

from home.checks.content import Content
from home.checks.findings import Finding, Subject


def check_tables(content: Content) -> Iterator[Finding]:
    """Yield the tables without headers."""
    for table in content.tables:
        if not table.has_header:
            yield Finding(
                Subject.TABLES,
                "The table has no headers, so people who listen hear cells without names. Choose 'Table headers'.",
                table.where,
                table.words,
            )
