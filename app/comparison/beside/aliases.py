"""Aliases: a letter for each collaboration, dealt out so that nobody who only reads the letters finds the names.

The order of the letters follows a keyed hash of the reader, the whole set and the one that gets the letter. It is the
same each time that this reader opens this set, and says nothing about names, numbers or values.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.keys import Keys

PURPOSE = "aliases in a comparison"


def deal_letters(keys: Keys, reader: str, collaborations: Collection[int]) -> dict[int, str]:
    """Return a letter for every collaboration of a set, in the order of the letters."""
    the_set = " ".join(str(one) for one in sorted(collaborations))
    dealt = sorted(collaborations, key=lambda one: keys.mac(PURPOSE, f"{reader}|{the_set}|{one}"))
    return {one: letter(place) for place, one in enumerate(dealt)}


def letter(place: int) -> str:
    """The letter at a place, from 0: after Z come AA, AB and so on.

    >>> letter(0), letter(25), letter(26), letter(27), letter(702)
    ('A', 'Z', 'AA', 'AB', 'AAA')
    """
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, len(ascii_uppercase))
        found = ascii_uppercase[rest] + found
    return found
