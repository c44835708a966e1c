"""How often one may do something from one network address, counted in the cache that all processes share.

The address itself is kept nowhere: the count stands under a code made from it with the site's secret key, and is
gone when its time is over.
"""

import ipaddress
import time
from dataclasses import dataclass
from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

# A household or an office has a whole network of these addresses.
_IPV6_PREFIX = 64


@dataclass(frozen=True, slots=True)
class Throttle:
    """So many times in such a time, from one address. A whole school can share one, so let it be many."""

    name: str
    most: int
    within: timedelta

    def lets_through(self, request: HttpRequest) -> bool:
        """Count this request; return whether it is among those that may go on."""
        seconds = int(self.within.total_seconds())
        key = f"throttle:{self.name}:{code_of(request)}:{int(time.time()) // seconds}"
        cache.add(key, 0, seconds)
        try:
            return cache.incr(key) <= self.most
        except ValueError:
            # Its time ended between the two steps.
            return True


def code_of(request: HttpRequest) -> str:
    """Return what stands for the network address of the request; nobody can tell the address from it."""
    address = str(get_adapter(request).get_client_ip(request))
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        known = None
    if isinstance(known, ipaddress.IPv6Address):
        address = str(ipaddress.IPv6Network((known, _IPV6_PREFIX), strict=False).network_address)
    return salted_hmac("hub.serving.throttle", address, algorithm="sha256").hexdigest()[:32]
