"""A difference as a person reads it: numbers that add up, and whether it is more than chance (section 5.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.web.formatting import number, rounded, signed

if TYPE_CHECKING:
    from decimal import Decimal

Verdict = Literal["echte verandering", "mogelijk", "klein maar aantoonbaar", "geen"]

VERDICT_TEXTS: dict[Verdict, str] = {
    "echte verandering": "echte verandering",
    "mogelijk": "mogelijk een verandering, nog niet zeker",
    "klein maar aantoonbaar": "klein maar aantoonbaar verschil",
    "geen": "geen aantoonbaar verschil",
}
SHORT_TEXTS: dict[Verdict, str] = VERDICT_TEXTS | {
    "mogelijk": "mogelijk, nog niet zeker",
    "klein maar aantoonbaar": "klein maar aantoonbaar",
}
"""The same for a cell of a table."""
NO_VERDICT = "niet te beoordelen: de marge is onbekend"
DEMONSTRABLE: tuple[Verdict, ...] = ("echte verandering", "klein maar aantoonbaar")
"""The verdicts of a difference that is larger than its margin."""
MOST_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Change:
    """Two values and what lies between them, written down. `now` minus `then` is `difference`, as they stand here.

    `margin` is empty and `verdict` is `None` where the margin is not known.
    """

    then: str
    now: str
    difference: str
    size: str
    margin: str
    verdict: Verdict | None

    @property
    def words(self) -> str:
        """The verdict in a few words."""
        return SHORT_TEXTS[self.verdict] if self.verdict else NO_VERDICT


def change(then: float, now: float, margin: float | None, verdict: Verdict | None, decimals: int = 0) -> Change:
    """A difference between two values with the margin and the verdict that were found for it.

    The difference is that of the numbers as they are shown, so that a reader who subtracts finds the same. It gets more
    decimals where rounding would put it on the other side of its margin.

    >>> change(2.44, 5.86, 0.41, "echte verandering", 1)
    Change(then='2,4', now='5,9', difference='+3,5', size='3,5', margin='0,4', verdict='echte verandering')
    >>> change(50.0, 58.4, 8.3, "klein maar aantoonbaar").difference
    '+8,4'
    """
    for places in range(decimals, MOST_DECIMALS + 1):
        delta = rounded(now, places) - rounded(then, places)
        if margin is None or verdict is None or _agrees(abs(delta), rounded(margin, places), verdict):
            return _written(then, now, delta, margin, verdict, places)
    return _written(then, now, rounded(now, decimals) - rounded(then, decimals), margin, verdict, decimals)


def _agrees(size: Decimal, margin: Decimal, verdict: Verdict) -> bool:
    return (size > margin) == (verdict in DEMONSTRABLE)


def _written(
    then: float, now: float, delta: Decimal, margin: float | None, verdict: Verdict | None, places: int
) -> Change:
    return Change(
        then=number(then, places),
        now=number(now, places),
        difference=signed(float(delta), places),
        size=number(abs(float(delta)), places),
        margin="" if margin is None else number(margin, places),
        verdict=verdict,
    )
