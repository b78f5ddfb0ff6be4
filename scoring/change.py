"""Two scans, or two municipalities: what is a real difference and what is noise (section 5.8).

    delta = q1 - q0,  SE = sqrt(SE0^2 + SE1^2),  nu = nu0 + nu1,  margin = t.95(nu) * SE

    |delta| >= MID   |delta| >= margin
    yes              yes                "echte verandering"
    yes              no                 "mogelijk"
    no               yes                "klein maar aantoonbaar"
    no               no                 "geen"

MID is .5 for the position, 10 for scores, .25 for features. The samples are treated as independent, because no key of
persons is kept: that is conservative. It works on result documents, so that frozen results can be compared for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.method import CHANGE_FEATURE, CHANGE_POSITION, CHANGE_SCORE, ROLE_MIX_SHIFT, above, at_least
from scoring.types import Instrument
from scoring.uncertainty import Uncertainty, change_margin, difference

REAL, POSSIBLE, SMALL, NONE = "echte verandering", "mogelijk", "klein maar aantoonbaar", "geen"
Document = Mapping[str, Any]


def compare_results(instrument: Instrument, old: Document, new: Document) -> dict[str, Any]:
    """The differences between two result documents, in the exchange format for comparing.

    Holds every dimension, order and feature of the instrument; all values are None where one side has nothing.
    """
    dimensions = [dimension for window in instrument.windows for dimension in window.dimensions]
    return {
        "position": compare_position(old, new),
        "dimensions": {d: change_of(dimension_of(old, d), dimension_of(new, d), CHANGE_SCORE) for d in dimensions},
        "orders": {
            str(order.number): change_of(_order(old, order.number), _order(new, order.number), CHANGE_SCORE)
            for order in instrument.orders
        },
        "features": {feature.id: compare_feature(feature.id, old, new) for feature in instrument.features},
        "role_mix_shifted": role_mix_shifted(old, new),
    }


def compare_position(old: Document, new: Document) -> dict[str, Any]:
    """The difference between the positions of two result documents, as in `compare_results`."""
    return change_of(_position(old), _position(new), CHANGE_POSITION)


def compare_feature(feature: str, old: Document, new: Document) -> dict[str, Any]:
    """The difference between two result documents in one feature, as in `compare_results`."""
    return change_of(_feature(old, feature), _feature(new, feature), CHANGE_FEATURE)


Quantity = tuple[float, Uncertainty | None]
"""A value, with its uncertainty where that is known."""


def _quantity(value: float | None, source: Document) -> Quantity | None:
    if value is None:
        return None
    error, degrees = source["standard_error"], source["degrees_of_freedom"]
    return value, None if error is None else Uncertainty(error, degrees)


def _position(document: Document) -> Quantity | None:
    return _quantity(document["continuum"]["position"], document["continuum"])


def _order(document: Document, number: int) -> Quantity | None:
    order = document["learning"]["orders"][str(number)]
    return _quantity(order["score"], order)


def _feature(document: Document, feature: str) -> Quantity | None:
    uncertainty = document["continuum"]["feature_uncertainty"][feature]
    return _quantity(document["continuum"]["features"][feature], uncertainty) if uncertainty else None


def dimension_of(document: Document, dimension: str) -> Quantity | None:
    """The score of a dimension in a result document, with its uncertainty; None where it is not known."""
    for window in document["windows"].values():
        if dimension in window.get("dimensions", {}):
            return _quantity(window["dimensions"][dimension]["score"], window["dimensions"][dimension])
    return None


def change_of(old: Quantity | None, new: Quantity | None, smallest: float) -> dict[str, Any]:
    """The change from one quantity to another: `delta`, `margin` and `verdict`, all None where a side is not known.

    A quantity is a value with its uncertainty; where that is not known there is a delta without margin and verdict.
    `smallest` is the smallest change that matters, on the scale of the quantity.
    """
    if old is None or new is None:
        return {"delta": None, "margin": None, "verdict": None}
    delta = new[0] - old[0]
    if old[1] is None or new[1] is None:
        return {"delta": delta, "margin": None, "verdict": None}
    margin = change_margin(difference(old[1], new[1]))
    return {"delta": delta, "margin": margin, "verdict": verdict(delta, margin, smallest)}


def verdict(delta: float, margin: float, smallest: float) -> str:
    """Whether a difference is real, possible, small or none, given its margin and the smallest that matters.

    >>> verdict(3.02, 0.819, 0.5), verdict(0.62, 0.82, 0.5), verdict(0.32, 0.282, 0.5), verdict(0.22, 0.82, 0.5)
    ('echte verandering', 'mogelijk', 'klein maar aantoonbaar', 'geen')
    """
    matters, demonstrable = at_least(abs(delta), smallest), at_least(abs(delta), margin)
    if matters:
        return REAL if demonstrable else POSSIBLE
    return SMALL if demonstrable else NONE


def role_mix_shifted(old: Document, new: Document) -> bool:
    """Whether in any window shown in both the role shares moved by more than .25 in total variation (ruling 52).

    Groups that are not visible in both count as one.
    """
    return any(
        above(total_variation(old["windows"][w], new["windows"][w]), ROLE_MIX_SHIFT)
        for w in old["windows"]
        if w in new["windows"] and old["windows"][w]["status"] == new["windows"][w]["status"] == "shown"
    )


def total_variation(old: Document, new: Document) -> float:
    """How far the shares of the role groups of two shown windows are apart: half the sum of the differences, 0..1."""
    common = [role for role in old["roles"] if role in new["roles"]]
    before, after = (_shares(window, common) for window in (old, new))
    return sum(abs(b - a) for a, b in zip(before, after, strict=True)) / 2


def _shares(window: Document, roles: list[str]) -> list[float]:
    shares = [window["roles"][role]["n"] / window["usable"] for role in roles]
    return [*shares, 1 - sum(shares)]
