"""Rule D: the position of a feature profile on the path through the seven models (section 3.5).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tests.scoring.independent.data import CORE, FEATURES, E, W
from tests.scoring.independent.numbers import above, at_least, below

Profile = Mapping[str, float | None]


def project(x: Profile, full_weight: float = 13.0) -> dict[str, Any] | None:
    """Path projection of a feature profile; None with less than half of full_weight observed."""
    seen = {f: v for f in FEATURES if (v := x.get(f)) is not None}
    weight = sum(W[f] for f in seen)
    if below(weight / full_weight, 0.5):
        return None
    best = (1.0, math.inf)
    for k in range(6):
        num = sum(W[f] * (v - E[f][k]) * (E[f][k + 1] - E[f][k]) for f, v in seen.items())
        den = sum(W[f] * (E[f][k + 1] - E[f][k]) ** 2 for f in seen)
        a = 0.0 if den == 0 else max(0.0, min(1.0, num / den))
        d = sum(W[f] * (v - E[f][k] - a * (E[f][k + 1] - E[f][k])) ** 2 for f, v in seen.items())
        if d < best[1] - 1e-12:
            best = (k + 1 + a, d)
    distances = [sum(W[f] * (v - E[f][m]) ** 2 for f, v in seen.items()) for m in range(7)]
    similarity = [100 * (1 - math.sqrt(distance / weight)) for distance in distances]
    order = sorted(range(7), key=lambda m: (-round(similarity[m], 9), m))
    return {
        "position": best[0],
        "residual": math.sqrt(best[1] / weight),
        "similarity": similarity,
        "coverage": weight / full_weight,
        "nearest": order[0] + 1,
        "runner_up": order[1] + 1,
        "margin": similarity[order[0]] - similarity[order[1]],
    }


def core_complete(x: Profile, nearest: int) -> bool:
    """Whether all core features of the model are observed and at most .25 below it."""
    levels = {f: x.get(f) for f in CORE[nearest]}
    return all(v is not None and at_least(v, E[f][nearest - 1] - 0.25) for f, v in levels.items())


def wording(x: Profile, found: Mapping[str, Any]) -> str:
    """The strength of the wording."""
    s = found["similarity"][found["nearest"] - 1]
    if above(found["residual"], 0.30) or below(s, 65):
        return "gemengd beeld"
    return "typering" if core_complete(x, found["nearest"]) and at_least(s, 80) else "kenmerken"


def zone(position: float) -> str:
    """The zone of section 3.6."""
    return "naast elkaar" if below(position, 3.5) else "afgestemd" if below(position, 5.5) else "samen"


def missing(x: Profile, target: int) -> dict[str, Any]:
    """What is missing for a model, heaviest first (ruling 14), and what is unknown."""
    levels = {f: v for f in FEATURES if (v := x.get(f)) is not None}
    rows = [(f, E[f][target - 1] - v) for f, v in levels.items() if at_least(E[f][target - 1] - v, 0.25)]
    rows.sort(key=lambda row: (-round(W[row[0]] * row[1], 9), FEATURES.index(row[0])))
    return {
        "model": target,
        "features": [{"feature": f, "shortfall": s} for f, s in rows],
        "unknown": [f for f in FEATURES if x.get(f) is None],
    }
