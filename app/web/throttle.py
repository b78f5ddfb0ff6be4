"""What is tried too often is counted, per network address or by another name, and slowed down; no address is kept.

Counted are keyed hashes in memory, with a key that is made at the start and stored nowhere. Each process counts for
itself. A count that has run out is worth nothing, and leaves the memory with the next wrong code from anybody.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import time
from math import ceil
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request
from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

WRONG_CODES, SECONDS = 100, 300
"""Generous: a whole town hall sits behind one address, and a code of 12 characters cannot be guessed at this pace."""
NETWORK_OF_ONE = 64
"""Bits; one visitor has a whole network of this size of the newer addresses."""


class Throttle:
    """At most `wrong_codes` of one visitor within `seconds`; after that theirs wait until that time is over.

    A visitor is the network address of a connection, or anything else that has a name.
    """

    def __init__(self, wrong_codes: int = WRONG_CODES, seconds: int = SECONDS) -> None:
        self._key = secrets.token_bytes(32)
        self._limit = RateLimitItemPerSecond(wrong_codes, seconds)
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def wait(self, visitor: HTTPConnection | str) -> int:
        """Return how many seconds this visitor has to wait before a code is looked at; 0 when it can be now."""
        key = self._key_of(visitor)
        return 0 if self._limiter.test(self._limit, key) else self._seconds_left(key)

    def count(self, visitor: HTTPConnection | str) -> None:
        """Note a wrong code."""
        self._limiter.hit(self._limit, self._key_of(visitor))

    def claim(self, visitor: HTTPConnection | str) -> int:
        """Note a try before it is looked at, so that many at once are not one; return how long to wait, or 0."""
        key = self._key_of(visitor)
        return 0 if self._limiter.hit(self._limit, key) else self._seconds_left(key)

    def forget(self, visitor: HTTPConnection | str) -> None:
        """Let a visitor begin anew."""
        self._limiter.clear(self._limit, self._key_of(visitor))

    def _seconds_left(self, key: str) -> int:
        return max(1, ceil(self._limiter.get_window_stats(self._limit, key).reset_time - time.time()))

    def _key_of(self, visitor: HTTPConnection | str) -> str:
        name = visitor if isinstance(visitor, str) else network_of(visitor)
        return hmac.new(self._key, name.encode(), hashlib.sha256).hexdigest()


def network_of(connection: HTTPConnection) -> str:
    """Return from which network a connection comes."""
    return _network(connection.client.host if connection.client else "")


def _network(host: str) -> str:
    """What one visitor has: an address of the older kind, or a network of the newer.

    >>> _network("192.0.2.7"), _network("2001:db8:1:2:3::4"), _network("testclient")
    ('192.0.2.7', '2001:db8:1:2::/64', 'testclient')
    """
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return host
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address), NETWORK_OF_ONE), strict=False))


async def _wrong_codes(request: Request) -> Throttle:
    return cast("Throttle", request.app.state.wrong_codes)


WrongCodes = Annotated[Throttle, Depends(_wrong_codes)]
"""Who tried how many wrong codes lately."""
