"""Keeping what checks find: of a page when it is published, of all each night, and what an editor says of a link."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from wagtail.log_actions import log
from wagtail.models import Page

from home.checks.findings import Subject
from home.checks.whole import Reading, own_path, read_page
from home.models.checking import LONGEST_ADDRESS, CheckedLink, LinkUse, PageCheck
from hub.members.models import Person

_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class _Kept:
    """A link as it is kept: what it is called and says, and the words that are pressed."""

    name: str
    inside: bool
    says: str
    words: str


def keep_findings(*, page: Page) -> PageCheck | None:
    """Check the page as it is published and keep what was found; forget it where the page is not published."""
    if not page.live:
        forget_page(page=page)
        return None
    page = page.specific
    # Before the transaction, so that nobody who writes waits for the reading.
    reading = read_page(page)
    with transaction.atomic():
        return _keep(page, reading)


def _keep(page: Page, reading: Reading) -> PageCheck:
    by_subject = Counter(str(finding.subject) for finding in reading.findings)
    must = sum(finding.must for finding in reading.findings)
    check, _ = PageCheck.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "checked": timezone.now(),
            "team": getattr(page, "looked_after_by", ""),
            "must": must,
            "better": len(reading.findings) - must,
            **{subject: by_subject[subject] for subject in Subject.values},
        },
    )
    _keep_links(page, _links_of(reading))
    return check


@transaction.atomic
def forget_page(*, page: Page) -> None:
    """Forget what was found on a page that is not published any more."""
    PageCheck.objects.filter(page_id=page.pk).delete()
    LinkUse.objects.filter(page_id=page.pk).delete()
    forget_unused_links()


def forget_unused_links() -> None:
    """Forget addresses that no page links to any more, and with them why they were left alone."""
    CheckedLink.objects.filter(uses=None).delete()


@transaction.atomic
def ignore_link(*, link: CheckedLink, because: str, by: Person) -> bool:
    """Leave an address out of the report, and say why; return whether that is new. Raises ValueError without reason."""
    because = because.strip()
    if not because:
        raise ValueError("A reason is needed.")
    if link.ignored_because == because:
        return False
    link.ignored_because, link.ignored_by = because, by
    link.save(update_fields=["ignored_because", "ignored_by"])
    log(instance=link, action="home.ignore_link", user=by, data={"because": because})
    return True


@transaction.atomic
def heed_link(*, link: CheckedLink, by: Person) -> bool:
    """Take an address into the report again; return whether it was left out."""
    if not link.ignored_because:
        return False
    link.ignored_because, link.ignored_by = "", None
    link.save(update_fields=["ignored_because", "ignored_by"])
    log(instance=link, action="home.heed_link", user=by)
    return True


def _links_of(reading: Reading) -> dict[str, _Kept]:
    kept = {}
    for one in reading.broken:
        key = f"page:{one.link.page}" if one.link.page is not None else one.link.address
        kept[key[:LONGEST_ADDRESS]] = _Kept(
            name=one.target[:255], inside=True, says=one.reason[:_MOST_LETTERS], words=one.link.words
        )
    for link in reading.content.links:
        # Where it leads is the same whatever part of the page it names.
        address = iri_to_uri(link.address.strip().partition("#")[0])
        outside = address.startswith(("http://", "https://")) and not own_path(address)
        if outside and len(address) <= LONGEST_ADDRESS:
            kept.setdefault(address, _Kept(name="", inside=False, says="", words=link.words))
    return kept


def _keep_links(page: Page, kept: dict[str, _Kept]) -> None:
    now = timezone.now()
    CheckedLink.objects.bulk_create(
        [
            CheckedLink(
                address=address,
                name=link.name,
                inside=link.inside,
                says=link.says,
                checked=now if link.inside else None,
                first_failed=now if link.inside else None,
            )
            for address, link in kept.items()
        ],
        ignore_conflicts=True,
    )
    links = {link.address: link for link in CheckedLink.objects.filter(address__in=kept)}
    LinkUse.objects.filter(page_id=page.pk).exclude(link__in=links.values()).delete()
    LinkUse.objects.bulk_create(
        [
            LinkUse(link=links[address], page_id=page.pk, words=link.words[:_MOST_LETTERS])
            for address, link in kept.items()
        ],
        ignore_conflicts=True,
    )
    _renew_inside(links, kept)
    forget_unused_links()


def _renew_inside(links: dict[str, CheckedLink], kept: dict[str, _Kept]) -> None:
    now = timezone.now()
    ours = [link for address, link in links.items() if kept[address].inside]
    for link in ours:
        link.name, link.says, link.checked = kept[link.address].name, kept[link.address].says, now
    CheckedLink.objects.bulk_update(ours, ["name", "says", "checked"])
