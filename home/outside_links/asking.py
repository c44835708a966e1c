"""Asks one address of another site whether it is still there, as politely as a program can."""

from dataclasses import dataclass
from http import HTTPStatus
from time import monotonic
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from home.outside_links.network import MayReach, NotForEverybodyError, is_for_everybody, pool_for

SECONDS = 10.0
MOST_HOPS = 5
# What a site says to programs and not to people: it does not tell whether the page is there.
_REFUSES_PROGRAMS = frozenset({401, 402, 403, 405, 406, 407, 412, 418, 429, 451, 503, 999})
_HOPS = frozenset({301, 302, 303, 307, 308})
_WORDS = {
    404: "There is no page at this address (404).",
    410: "The page has been taken away (410).",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an address answered. `works` is nothing where it cannot be told; `says` is a sentence for an editor."""

    works: bool | None
    says: str


def ask(address: str, *, may_reach: MayReach = is_for_everybody, seconds: float = SECONDS) -> Outcome:
    """Ask whether the address is there, following at most five redirects.

    Nothing is sent to an address that `may_reach` refuses, wherever a redirect leads. Never raises.
    """
    ends = monotonic() + 2 * seconds
    for _ in range(MOST_HOPS + 1):
        if monotonic() > ends:
            return Outcome(works=False, says=f"It did not answer within {2 * seconds:.0f} seconds.")
        answer = _ask_once(address, may_reach, seconds)
        if isinstance(answer, Outcome):
            return answer
        address = answer
    return Outcome(works=False, says=f"It leads on more than {MOST_HOPS} times.")


def _ask_once(address: str, may_reach: MayReach, seconds: float) -> Outcome | str:
    """Return what the address says, or the address it leads on to."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return Outcome(works=False, says="It leads on to something that is not a web page.")
        port = parts.port
        status, location = _send("HEAD", address, port, may_reach, seconds)
        if status >= HTTPStatus.BAD_REQUEST:
            # Many sites answer only what a browser would ask.
            status, location = _send("GET", address, port, may_reach, seconds)
    except (HTTPError, OSError, ValueError) as problem:
        return Outcome(works=False, says=_why(problem, seconds))
    if status in _HOPS and location:
        return urljoin(address, location)
    return _outcome(status)


def _send(method: str, address: str, port: int | None, may_reach: MayReach, seconds: float) -> tuple[int, str]:
    parts = urlsplit(address)
    host = str(parts.hostname).encode("idna").decode()
    with pool_for(parts.scheme, host, port, seconds=seconds, may_reach=may_reach) as pool:
        answer = pool.request(
            method,
            parts._replace(scheme="", netloc="", fragment="").geturl() or "/",
            headers={"User-Agent": user_agent(), "Accept": "text/html,*/*"},
            redirect=False,
            preload_content=False,
        )
        location = str(answer.headers.get("Location", ""))
        # Its words are not needed, however many there are.
        answer.close()
        return int(answer.status), location


def user_agent() -> str:
    """Return the name under which the site asks, so that those who run another can see who it was."""
    return f"Mozilla/5.0 (compatible; SENCoHubLinkCheck/1.0; +{settings.WAGTAILADMIN_BASE_URL})"


def _outcome(status: int) -> Outcome:
    if status < HTTPStatus.BAD_REQUEST:
        return Outcome(works=True, says="It works.")
    if status in _REFUSES_PROGRAMS:
        return Outcome(works=None, says=f"It does not answer programs ({status}). Look for yourself.")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Outcome(works=False, says=f"The other site is out of order ({status}).")
    return Outcome(works=False, says=_WORDS.get(status, f"The other site refuses ({status})."))


def _why(problem: Exception, seconds: float) -> str:
    if isinstance(problem, MaxRetryError) and problem.reason:
        problem = problem.reason
    match problem:
        case NotForEverybodyError():
            return "It leads into a private network, which visitors cannot reach. We did not ask it."
        case NameResolutionError():
            return "There is no site of this name."
        case SSLError():
            return "Its certificate is not in order, so browsers warn of it."
        case NewConnectionError():
            return "It refuses every connection."
        case ConnectTimeoutError() | ReadTimeoutError() | TimeoutError():
            return f"It did not answer within {seconds:.0f} seconds."
        case _:
            return "It did not answer as a website does."
