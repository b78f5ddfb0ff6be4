"""What differs between two sides, and who is really stronger where another wants to go (section 5.8).

Two sides are compared closely only where they are of the same kind and have the same ambition; where they are not, it
is said why not. A difference carries its margin, its verdict and on how many people each side rests. Nobody is called
weak.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from scoring import compare_feature, compare_position, missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.comparison.beside.sides import Comparison, Side
    from app.comparison.verdicts import Verdict

REAL = "echte verandering"
"""The verdict for what is real, as the scoring calls it."""
VERDICTS = {
    REAL: "echt verschil",
    "mogelijk": "mogelijk een verschil, nog niet zeker",
    "klein maar aantoonbaar": "klein maar aantoonbaar verschil",
    "geen": "geen aantoonbaar verschil",
}
MOST_AT_ONCE = 6
"""Up to so many sides, each is laid beside each."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much further `b` is than `a`, with the margin; `why_not` where the two are not compared."""

    a: Side
    b: Side
    delta: float | None = None
    margin: float | None = None
    verdict: Verdict | None = None
    people: tuple[int, int] | None = None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A feature that one side misses for its own ambition, and who among the others is really further with it."""

    feature: str
    shortfall: float
    stronger: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that one side can ask others; `comparable` is how many others are of its kind and have its ambition."""

    side: Side
    lessons: tuple[Lesson, ...]
    unknown: tuple[str, ...]
    comparable: int


def why_not_compared(a: Side, b: Side) -> str:
    """Why two sides are not compared closely; empty where they are."""
    if a.kind is None or b.kind is None:
        return "van een van beide is de soort niet ingevuld"
    if a.kind != b.kind:
        return "het is een andere soort samenwerking"
    if a.ambition is None or b.ambition is None:
        return "een van beide heeft nog geen ambitie gekozen"
    return "de ambitie is een andere" if a.ambition != b.ambition else ""


def differences(comparison: Comparison, about: Side | None) -> tuple[Difference, ...]:
    """The differences in place: of one side with every other, or of every two sides where they are few."""
    if about is not None:
        pairs = [(about, other) for other in comparison.sides if other is not about]
    else:
        pairs = list(combinations(comparison.sides, 2)) if len(comparison.sides) <= MOST_AT_ONCE else []
    return tuple(_place(comparison, a, b) for a, b in pairs)


def _place(comparison: Comparison, a: Side, b: Side) -> Difference:
    if why_not := why_not_compared(a, b):
        return Difference(a, b, why_not=why_not)
    if a.position[0] is None or b.position[0] is None:
        return Difference(a, b, why_not="een van beide heeft te weinig antwoorden voor een plek")
    return _difference(comparison, a, b, compare_position(a.outline, b.outline))


def _difference(comparison: Comparison, a: Side, b: Side, found: Mapping[str, Any]) -> Difference:
    people = a.people(comparison.edition), b.people(comparison.edition)
    return Difference(a, b, found["delta"], found["margin"], found["verdict"], people)


def lessons(comparison: Comparison, about: Side | None) -> tuple[Lessons, ...]:
    """For one side, or for each where they are few: what it misses for its own ambition, and whom it can ask."""
    if about is not None:
        return (_lessons(comparison, about),)
    return tuple(_lessons(comparison, side) for side in comparison.sides) if _are_few(comparison) else ()


def _are_few(comparison: Comparison) -> bool:
    return 1 < len(comparison.sides) <= MOST_AT_ONCE


def _lessons(comparison: Comparison, side: Side) -> Lessons:
    if side.ambition is None:
        return Lessons(side, (), (), 0)
    instrument = comparison.edition.instrument
    found = missing(instrument, side.outline["continuum"]["features"], side.ambition)
    others = [other for other in comparison.sides if other is not side and not why_not_compared(side, other)]
    return Lessons(
        side,
        tuple(
            Lesson(one.feature, one.shortfall, tuple(_stronger(comparison, side, one.feature, others)))
            for one in found.features
        ),
        found.unknown,
        len(others),
    )


def _stronger(comparison: Comparison, side: Side, feature: str, others: Iterable[Side]) -> Iterator[Difference]:
    """Who is really further, in the order of the names."""
    for other in others:
        found = compare_feature(feature, side.outline, other.outline)
        if found["verdict"] == REAL and found["delta"] > 0:
            yield _difference(comparison, side, other, found)
