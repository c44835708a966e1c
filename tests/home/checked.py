"""Makers of what checks read: texts and parts of a page, without a database."""

from home.checks.content import Content, Link, Picture, Plain, Table, Text
from home.checks.findings import Where

HERE = Where("body", "b1", "Text")


def text(*html: str, nested: bool = False) -> Content:
    """Return a page with these texts, each in a block of its own."""
    return parts(*(Text(HERE, one, nested) for one in html))


def parts(*some: Text | Plain | Picture | Link | Table) -> Content:
    """Return a page with these parts."""
    content = Content()
    for part in some:
        content.add(part)
    return content
