"""What a comparison says in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.beside.differences import REAL, VERDICTS
from app.comparison.verdicts import change
from app.web.formatting import counted, number

if TYPE_CHECKING:
    from app.comparison.beside.differences import Difference
    from app.comparison.beside.sides import Side
    from app.comparison.verdicts import Change

BEYOND = 0.5
"""From so far beyond the ambition a place is said to be more intensive than it (section 3.7)."""
NO_PLACE, NO_AMBITION = "te weinig antwoorden voor een plek", "nog geen ambitie gekozen"
WHY_HIDDEN = {"below_minimum": "niet getoond: te weinig ingevuld", "absent": "niet ingevuld"}
TOO_FEW = "te weinig antwoorden"


def distance(side: Side) -> str:
    """How far a side is from the ambition that it chose itself."""
    place, ambition = side.position[0], side.ambition
    if place is None:
        return NO_PLACE
    if ambition is None:
        return NO_AMBITION
    if place > ambition + BEYOND:
        return "intensiever dan de eigen ambitie"
    still = number(max(0.0, ambition - place), 1)
    return "op de eigen ambitie" if still == "0,0" else f"nog {still} tot de eigen ambitie"


def verdict(one: Difference) -> str:
    """What a difference means."""
    return VERDICTS[one.verdict] if one.verdict else "niet te zeggen"


def difference(one: Difference) -> str:
    """The difference in place of two sides as a sentence."""
    between = as_written(one)
    if one.why_not or between is None or one.delta is None:
        return f"Niet vergeleken: {one.why_not or 'een marge is hier niet te geven'}."
    if one.verdict != REAL and between.size == "0,0":
        return "Dezelfde plek."
    further = one.b.name if one.delta > 0 else one.a.name
    return f"{further} werkt {between.size} intensiever samen."


def as_written(one: Difference) -> Change | None:
    """The difference in place, so that it is that of both places as they are shown; None where there is none."""
    here, there = one.a.position[0], one.b.position[0]
    if one.why_not or one.delta is None or here is None or there is None:
        return None
    return change(here, there, one.margin, one.verdict, decimals=1)


def people(side: Side, count: int) -> str:
    """On how many people a side rests."""
    return f"{side.name}: {counted(count, 'invulling', 'invullingen')}"


def margin(low: float | None, high: float | None, decimals: int = 0) -> str:
    """The ends of a margin."""
    return "–" if low is None or high is None else f"{number(low, decimals)} – {number(high, decimals)}"
