"""A long list in parts: which part this is, and the ways to the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Thing = TypeVar("Thing")

AT_A_TIME = 25
"""As many as one looks through without losing the thread."""
LAST_PAGE = 1_000_000
"""No list has so many parts; a larger number in an address is refused."""


@dataclass(frozen=True, slots=True)
class Paging:
    """Part `number` (from 1) of `parts` of a list of `count` things, with the addresses of its neighbours.

    An address is empty where there is no such part.
    """

    number: int
    parts: int
    count: int
    previous: str
    following: str


def part_of(
    things: Sequence[Thing], number: int, address: str, query: Mapping[str, str] | None = None
) -> tuple[Sequence[Thing], Paging]:
    """Return one part of a list and where it lies; beyond the end is the last part. `query` goes along in addresses.

    >>> part_of("abc", 9, "/letters")
    ('abc', Paging(number=1, parts=1, count=3, previous='', following=''))
    """
    parts = max(1, -(-len(things) // AT_A_TIME))
    number = min(max(1, number), parts)

    def to(other: int) -> str:
        if not 1 <= other <= parts:
            return ""
        asked = {name: value for name, value in (query or {}).items() if value}
        asked |= {"pagina": str(other)} if other > 1 else {}
        return f"{address}?{urlencode(asked)}" if asked else address

    here = things[(number - 1) * AT_A_TIME : number * AT_A_TIME]
    return here, Paging(number, parts, len(things), to(number - 1), to(number + 1))
