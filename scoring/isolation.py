"""Whether figures of several sets, laid side by side, are ever about a few members only.

Who knows a figure of a set and a figure of nearly the same set knows something about the difference. So of all sets of
which figures of one quantity were ever given

* each has at least `fewest` members, or none;
* of any two, each side of the difference has at least `fewest` members, or none;
* no sum of sets, each added or subtracted any number of times, is about fewer than `fewest` members that the sets do
  not tell apart: a province without its three regions may be one municipality, also where any two of them differ by
  more.

The last is linear algebra. Members that lie in the same sets form a cell. Write every set as a row of ones and noughts
over the cells. A combination that is nought on every large cell and not on all small ones exists exactly where the rank
of the rows over all cells is greater than that over the large cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

Set = frozenset[str]


def admits(earlier: Iterable[Set], new: Set, fewest: int) -> bool:
    """Whether figures of a set may be given beside those of earlier sets of the same quantity.

    >>> admits([frozenset("abcd")], frozenset("abc"), 2), admits([frozenset("abcd")], frozenset("ab"), 2)
    (False, True)
    """
    return _admits(tuple(_connected(dict.fromkeys(earlier), new)), new, fewest)


def _connected(earlier: Iterable[Set], new: Set) -> list[Set]:
    """The sets that share members with the new one, directly or by way of others; the rest says nothing about it."""
    near, far, members = [], [one for one in earlier if one], new
    while touching := [one for one in far if one & members]:
        far = [one for one in far if not one & members]
        near += touching
        members = members.union(*touching)
    return near


@lru_cache(maxsize=10_000)
def _admits(earlier: tuple[Set, ...], new: Set, fewest: int) -> bool:
    if not new:
        return True
    sides = [len(new), *(len(side) for one in earlier for side in (one - new, new - one))]
    if any(0 < side < fewest for side in sides):
        return False
    return _isolated((*earlier, new), fewest) <= _isolated(earlier, fewest)


@lru_cache(maxsize=10_000)
def _isolated(sets: tuple[Set, ...], fewest: int) -> int:
    """How many independent combinations of these sets are about small cells only."""
    members = frozenset[str]().union(*sets)
    cells = Counter(tuple(member in one for one in sets) for member in members)
    all_cells = [tuple(map(int, cell)) for cell in cells]
    large_cells = [tuple(map(int, cell)) for cell, size in cells.items() if size >= fewest]
    return _rank(all_cells) - _rank(large_cells)


def _rank(rows: Iterable[Sequence[int]]) -> int:
    """The rank of a matrix, exactly."""
    basis: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        left = [Fraction(value) for value in row]
        for pivot, known in basis:
            if left[pivot]:
                factor = left[pivot]
                left = [a - factor * b for a, b in zip(left, known, strict=True)]
        pivot = next((place for place, value in enumerate(left) if value), -1)
        if pivot >= 0:
            basis.append((pivot, [value / left[pivot] for value in left]))
    return len(basis)
