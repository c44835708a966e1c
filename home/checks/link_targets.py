"""Whether links lead to a page that is there, for everybody who can read this one."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from home.checks.content import Content, Link
from home.checks.findings import Finding, Subject


@dataclass(frozen=True, slots=True)
class Target:
    """A page that is linked to: its title, whether it is published, and whether everybody may see it."""

    title: str
    live: bool = True
    public: bool = True


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link to our own site that leads nowhere, the sentence that says why, and a name for where it should lead."""

    link: Link
    reason: str
    target: str


def broken_links(
    content: Content, targets: Mapping[int, Target], gone: Collection[str], *, is_public: bool
) -> Iterator[BrokenLink]:
    """Yield the links to our own site that lead nowhere.

    `targets` are the pages linked to by key, as far as they are there; `gone` the addresses of ours with no page.
    A page for some only may link to another; `is_public` says that this one is for everybody.
    """
    for link in content.links:
        if link.page is not None:
            target = targets.get(link.page)
            reason = _why(target, is_public=is_public)
            if reason:
                yield BrokenLink(link, reason, target.title if target else f"A page that is gone ({link.page})")
        elif link.address in gone:
            yield BrokenLink(link, "The link leads to an address of this site where there is no page.", link.address)


def check_link_targets(broken: Collection[BrokenLink], content: Content, parts: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each broken link, and for each link to a part of this page that is not among `parts`."""
    for one in broken:
        yield Finding(Subject.TARGETS, one.reason, one.link.where, one.link.words or one.target, must=True)
    for link in content.links:
        if link.address.startswith("#") and link.address[1:] not in parts:
            yield Finding(
                Subject.TARGETS,
                "The link leads to a part of this page that is not there. Choose a heading of this page.",
                link.where,
                link.words or link.address,
            )


def _why(target: Target | None, *, is_public: bool) -> str:
    if target is None:
        return "The link leads to a page that has been deleted. Choose another page or take the link away."
    if not target.live:
        return f"The link leads to '{target.title}', which is not published. Publish that page first, or take it away."
    if is_public and not target.public:
        return f"The link leads to '{target.title}', which is private, so visitors cannot open it."
    return ""
