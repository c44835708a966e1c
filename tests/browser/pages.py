"""Which pages there are, found as a search engine would: from the site map; and what axe says of one."""

import json
import re
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

# What is no page of the tree: searching, signing in, errors, the gallery of parts.
OTHERS = (
    "/search/",
    "/search/?q=support",
    "/search/?q=zebra+crossing+xylophone",
    "/search/?q=%22%22",
    "/account/sign-in/",
    "/account/join/",
    "/account/forgotten-password/",
    "/account/forgotten-password/sent/",
    "/account/inactive/",
    "/account/new-password/done/",
    "/account/new-password/1-wrong-key/",
    "/nothing-is-here/",
    "/contact-us/sent/",
    "/glossary/?q=plan",
    "/glossary/?q=zebra",
    "/styleguide/",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def every_page(address: str) -> list[str]:
    """Return the address of every page a guest can reach, without the host."""
    with urllib.request.urlopen(f"{address}/sitemap.xml", timeout=10) as answer:
        found = re.findall(r"<loc>([^<]+)</loc>", answer.read().decode())
    return [urlsplit(place).path for place in found] + list(OTHERS)


# The only rules that ask for colours, and so the only ones that the dark scheme can break.
OF_COLOURS = ["color-contrast", "link-in-text-block"]


def violations(page: Page, axe_source: str, *, but: tuple[str, ...] = (), only: list[str] | None = None) -> list[str]:
    """Return what axe finds wrong with the page as it is now, a line each.

    `but` names rules that are left out; `only` names those to ask about, in place of all.
    """
    page.evaluate(axe_source)
    result: dict[str, Any] = page.evaluate(
        "([runOnly, but]) => axe.run(document, {runOnly, resultTypes: ['violations'],"
        " rules: Object.fromEntries(but.map((rule) => [rule, {enabled: false}]))})",
        [{"type": "rule", "values": only} if only else {"type": "tag", "values": RULES}, but],
    )
    return [
        f"{urlsplit(page.url).path} {violation['id']}: {json.dumps(node['target'])} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
