"""Connections that reach the public network only.

An editor can write any address into a page, and the site that asks it stands inside the council's network. So a name
is looked up here, an address that is not for everybody is refused, and the connection goes to the very address that
was looked at: a name that means something else a moment later leads nowhere else.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NameResolutionError, NewConnectionError
from urllib3.util import Timeout

IP = IPv4Address | IPv6Address
MayReach = Callable[[IP], bool]

# Addresses of the newer kind that stand for one of the older: a way round, and no site needs it.
_STAND_FOR_OTHERS = [ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")]


class NotForEverybodyError(HTTPError):
    """The name leads to an address that is not on the public network."""


def is_for_everybody(address: IP) -> bool:
    """Whether the address is one of the public network: not private, loopback, link-local, reserved or of a group."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_for_everybody(address.ipv4_mapped)
        if any(address in net for net in _STAND_FOR_OTHERS):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def look_up(host: str, port: int, may_reach: MayReach) -> IP:
    """Return an address of the host.

    Raises NotForEverybodyError where any of its addresses may not be reached, socket.gaierror where it has none.
    """
    found = [ip_address(str(place[0]).partition("%")[0]) for *_, place in socket.getaddrinfo(host, port, proto=6)]
    if not found:
        raise socket.gaierror(f"{host} has no address")
    if not all(may_reach(address) for address in found):
        raise NotForEverybodyError(host)
    # The older kind first: not every council's network speaks the newer.
    return min(found, key=lambda address: address.version)


class _LooksBeforeItReaches:
    """What both kinds of connection do in place of looking the name up themselves."""

    may_reach: MayReach = staticmethod(is_for_everybody)

    def _new_conn(self) -> socket.socket:
        host, port = str(self._dns_host), int(self.port)  # type: ignore[attr-defined]
        seconds = self.timeout  # type: ignore[attr-defined]
        try:
            return socket.create_connection((str(look_up(host, port, self.may_reach)), port), seconds)
        except socket.gaierror as problem:
            raise NameResolutionError(host, self, problem) from problem  # type: ignore[arg-type]
        except TimeoutError as problem:
            raise ConnectTimeoutError(self, f"{host} did not answer") from problem
        except OSError as problem:
            raise NewConnectionError(self, f"{host} refused: {problem}") from problem  # type: ignore[arg-type]


class _Connection(_LooksBeforeItReaches, HTTPConnection):
    pass


class _SafeConnection(_LooksBeforeItReaches, HTTPSConnection):
    pass


def pool_for(scheme: str, host: str, port: int | None, *, seconds: float, may_reach: MayReach) -> HTTPConnectionPool:
    """Return where to send requests for this host; nothing is connected yet.

    `may_reach` says which addresses may be connected to. Only tests have a reason to name another than the default of
    `asking.ask`.
    """
    base, pool = (_SafeConnection, HTTPSConnectionPool) if scheme == "https" else (_Connection, HTTPConnectionPool)
    kind = type(base.__name__, (base,), {"may_reach": staticmethod(may_reach)})
    kept = pool(host, port, timeout=Timeout(seconds), maxsize=1, retries=False)
    kept.ConnectionCls = kind
    return kept
