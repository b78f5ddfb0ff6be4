"""Two results side by side (section 5.8, rulings 50, 52, 67).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tests.scoring.independent.data import DIMENSIONS, FEATURES, WINDOWS
from tests.scoring.independent.numbers import Z95, above, at_least, t_value

Triple = tuple[float | None, float | None, int | None]
Result = Mapping[str, Any]


def change(old: Triple, new: Triple, mid: float) -> dict[str, Any]:
    """D from two (value, SE, nu) triples; None inside a triple = missing."""
    (q0, se0, nu0), (q1, se1, nu1) = old, new
    if q0 is None or q1 is None:
        return {"delta": None, "margin": None, "verdict": None}
    delta = q1 - q0
    if se0 is None or se1 is None or nu0 is None or nu1 is None:
        return {"delta": delta, "margin": None, "verdict": None}
    margin = t_value(Z95, nu0 + nu1) * math.sqrt(se0**2 + se1**2)
    large, sure = at_least(abs(delta), mid), at_least(abs(delta), margin)
    verdicts = {
        (True, True): "echte verandering",
        (True, False): "mogelijk",
        (False, True): "klein maar aantoonbaar",
        (False, False): "geen",
    }
    return {"delta": delta, "margin": margin, "verdict": verdicts[large, sure]}


def triple(row: Mapping[str, Any] | None, key: str) -> Triple:
    """Value, standard error and degrees of freedom of a part of a result."""
    return (row[key], row["standard_error"], row["degrees_of_freedom"]) if row else (None, None, None)


def dimension(result: Result, window: str, name: str) -> Triple:
    """The score of a dimension, if the window has it."""
    return triple(result["windows"][window].get("dimensions", {}).get(name), "score")


def feature(result: Result, name: str) -> Triple:
    """The level of a feature."""
    uncertainty = result["continuum"]["feature_uncertainty"][name] or {
        "standard_error": None,
        "degrees_of_freedom": None,
    }
    return triple({**uncertainty, "level": result["continuum"]["features"][name]}, "level")


def order(result: Result, k: str) -> Triple:
    """The score of a learning order."""
    return triple(result["learning"]["orders"][k], "score")


def role_mix_shifted(old: Result, new: Result) -> bool:
    """Ruling 52."""
    both = [w for w in WINDOWS if all(result["windows"][w]["status"] == "shown" for result in (old, new))]
    return any(above(total_variation(old["windows"][w], new["windows"][w]), 0.25) for w in both)


def total_variation(old: Result, new: Result) -> float:
    """Half the sum of the changes in share; groups not visible in both count as one."""
    common = [g for g in old["roles"] if g in new["roles"]]

    def shares(window: Result) -> list[float]:
        total = window["rest"] + sum(g["n"] for g in window["roles"].values())
        known = [window["roles"][g]["n"] / total for g in common]
        return [*known, 1 - sum(known)]

    return 0.5 * sum(abs(x - y) for x, y in zip(shares(old), shares(new), strict=True))


def compare(old: Result, new: Result) -> dict[str, Any]:
    """The changes from the old result to the new one."""
    return {
        "position": change(triple(old["continuum"], "position"), triple(new["continuum"], "position"), 0.5),
        "dimensions": {
            d: change(dimension(old, w, d), dimension(new, w, d), 10) for w in WINDOWS for d in DIMENSIONS[w]
        },
        "orders": {k: change(order(old, k), order(new, k), 10) for k in ("1", "2", "3")},
        "features": {f: change(feature(old, f), feature(new, f), 0.25) for f in FEATURES},
        "role_mix_shifted": role_mix_shifted(old, new),
    }
