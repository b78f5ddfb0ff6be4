"""Figures of a group of municipalities: the median and the quartiles of one quantity, and what may count in them.

The quartiles are those of the `inclusive` method of the standard library: the values are the whole of the group, and
between two neighbours the line is straight (Hyndman and Fan 1996, type 7). All three are rounded, so that an order
statistic never gives back the value of one municipality: scores and learning orders in steps of 5, a feature in the
same steps on its scale of 0..1, the position and the distance to the ambition in steps of 0.5. There are no figures of
fewer than eight municipalities (section 5.8), and a quantity counts only where a result has it: a hidden window does
not take part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from statistics import quantiles
from typing import Any, Literal

FEWEST = 8
"""Municipalities behind every figure of a group."""
POSITION, DISTANCE, ORDER, DIMENSION, FEATURE = "positie", "afstand", "leerorde", "dimensie", "kenmerk"
STEPS = {POSITION: 0.5, DISTANCE: 0.5, ORDER: 5.0, DIMENSION: 5.0, FEATURE: 0.05}

Document = Mapping[str, Any]
Place = Literal["eronder", "binnen", "erboven"]


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The quartiles of a quantity in a group, rounded to the step of its kind."""

    low: float
    median: float
    high: float


def group_quantities(outline: Document) -> dict[str, float]:
    """Return what an outline has that a group gives figures of, as `kind` or `kind/code`; empty for no whole result.

    >>> group_quantities({})
    {}
    """
    return {name: value for name, value in _quantities(outline) if value is not None} if outline else {}


def _quantities(outline: Document) -> Iterator[tuple[str, float | None]]:
    continuum = outline["continuum"]
    yield POSITION, continuum["position"]
    yield DISTANCE, continuum["gap_to_ambition"]
    for number, order in outline["learning"]["orders"].items():
        yield f"{ORDER}/{number}", order["score"]
    for window in outline["windows"].values():
        for code, dimension in window.get("dimensions", {}).items():
            yield f"{DIMENSION}/{code}", dimension["score"]
    for code, value in continuum["features"].items():
        yield f"{FEATURE}/{code}", value


def kind_of(quantity: str) -> str:
    """Return of which kind a quantity is.

    >>> kind_of("dimensie/pro_samen"), kind_of("positie")
    ('dimensie', 'positie')
    """
    return quantity.partition("/")[0]


def group_figures(quantity: str, values: Sequence[float]) -> GroupFigures:
    """Return the figures of a quantity. Raises `ValueError` for fewer than eight values.

    >>> group_figures("leerorde/1", [10, 20, 30, 40, 50, 60, 70, 80])
    GroupFigures(low=30.0, median=45.0, high=65.0)
    """
    if len(values) < FEWEST:
        raise ValueError(f"a figure of a group is of at least {FEWEST} municipalities")
    low, median, high = (in_steps(quantity, value) for value in quantiles(values, n=4, method="inclusive"))
    return GroupFigures(low, median, high)


def in_steps(quantity: str, value: float) -> float:
    """Return a value of a quantity rounded to the step of its kind, halves up; a feature stays from .05 to .95.

    A feature may rest on single questions, of which 0 and 1 are not told (ruling 75).

    >>> in_steps("positie", 3.25), in_steps("dimensie/pro_samen", 62.4), in_steps("kenmerk/tafel", 1.0)
    (3.5, 60.0, 0.95)
    """
    step = STEPS[kind_of(quantity)]
    rounded = round(floor(round(value / step, 9) + 0.5) * step, 2)
    return min(0.95, max(0.05, rounded)) if kind_of(quantity) == FEATURE else rounded


def place_in_group(quantity: str, value: float, figures: GroupFigures) -> Place:
    """Return where a value lies beside the middle half of a group, as coarsely as that is known; never a rank.

    >>> place_in_group("leerorde/1", 68.0, GroupFigures(30.0, 45.0, 65.0))
    'erboven'
    """
    rounded = in_steps(quantity, value)
    if rounded < figures.low:
        return "eronder"
    return "erboven" if rounded > figures.high else "binnen"
