"""Going through the links to other sites: at night, a few at a time, one address of a site after another.

A round is short, because the same workers publish pages each minute.
"""

from collections.abc import Iterable
from datetime import timedelta
from time import monotonic, sleep
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from home.models.checking import CheckedLink
from home.outside_links.asking import Outcome, ask
from home.outside_links.network import MayReach, is_for_everybody

MOST_IN_A_ROUND = 20
SECONDS_IN_A_ROUND = 20.0
# Between two requests to the same site.
PAUSE_SECONDS = 1.0
ASK_AGAIN_AFTER = timedelta(hours=20)
_NIGHT_BEGINS, _NIGHT_ENDS = 19, 7


def is_night() -> bool:
    """Whether it is the time of day in which few people need the sites we ask."""
    hour = timezone.localtime().hour
    return hour >= _NIGHT_BEGINS or hour < _NIGHT_ENDS


def go_round(*, may_reach: MayReach = is_for_everybody, pause: float = PAUSE_SECONDS) -> int:
    """Ask those addresses that were not asked for longest; return how many were asked."""
    if not settings.LINK_CHECKS_ENABLED:
        return 0
    links = CheckedLink.objects.not_asked_since(timezone.now() - ASK_AGAIN_AFTER)[:MOST_IN_A_ROUND]
    return _ask_each(list(links), may_reach, pause)


def _ask_each(links: Iterable[CheckedLink], may_reach: MayReach, pause: float) -> int:
    ends = monotonic() + SECONDS_IN_A_ROUND
    asked_hosts: set[str] = set()
    asked = 0
    for link in links:
        if monotonic() > ends:
            break
        host = urlsplit(link.address).netloc
        if host in asked_hosts:
            sleep(pause)
        asked_hosts.add(host)
        ask_link(link, may_reach=may_reach)
        asked += 1
    return asked


def ask_link(link: CheckedLink, *, may_reach: MayReach = is_for_everybody) -> Outcome:
    """Ask one address and keep what it said."""
    outcome = ask(link.address, may_reach=may_reach)
    now = timezone.now()
    if outcome.works is False:
        link.has_failed(now, timezone.localdate(now), outcome.says)
    else:
        link.has_worked(now, outcome.says)
    link.save(update_fields=["says", "checked", "first_failed", "last_failed", "days_failed"])
    return outcome
