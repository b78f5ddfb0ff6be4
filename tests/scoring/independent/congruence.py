"""Gaps, congruence and the two lenses (5.7, 5.9, 5.10).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from tests.scoring.independent.data import DIMENSIONS, FEATURE_ITEM, FEATURES, MIRRORS, PAIRS, STEERING, WINDOWS
from tests.scoring.independent.numbers import Z90, at_least, mean, t_value
from tests.scoring.independent.statistics import Statistics, summarise
from tests.scoring.independent.window import Data, Person, dimension_score, item_score, shown

SIGNALS = {("professional", "beleid"): "papieren ambitie", ("inwoner", "professional"): "professionals positiever"}


def pair_index(a: str, b: str, gaps: Sequence[float]) -> Data:
    """One entry of `pairs` from the gaps b - a of the shared codes."""
    row: Data = {"a": a, "b": b, "codes": len(gaps), "congruence": None, "bias": None, "label": None, "signal": None}
    if len(gaps) < 3:
        return row
    k, bias = 100 - mean(abs(g) for g in gaps), mean(gaps)
    label = "congruent" if at_least(k, 85) else "deels" if at_least(k, 70) else "kloof"
    signal = SIGNALS.get((a, b)) if at_least(bias, 15) else None
    return row | {"congruence": k, "bias": bias, "label": label, "signal": signal}


def mirror(code: str, a: str, b: str, sa: Statistics, sb: Statistics) -> Data:
    """One entry of `mirrors`; a is the window nearer to the resident."""
    g = 100 * sb["mean"] - 100 * sa["mean"]
    noise = t_value(Z90, sa["nu"] + sb["nu"]) * 100 * math.sqrt(sa["se"] ** 2 + sb["se"] ** 2)
    real = at_least(abs(g), 20 if a == "inwoner" else 15) and at_least(abs(g), noise)
    return {
        "code": code,
        "a": a,
        "b": b,
        "a_value": 100 * sa["mean"],
        "b_value": 100 * sb["mean"],
        "gap": g,
        "real": real,
    }


def horizontal(people: Sequence[Person], roles: Sequence[str], items: Sequence[str], k: int) -> float | None:
    """H between role groups (values 0..1): per quantity the groups with at least k answers (rulings 38, 74)."""
    rows = []
    for i in items:
        answers = [[p["v"][i] for p in people if p["role"] == g and i in p["v"]] for g in roles]
        groups = [100 * mean(values) for values in answers if values and len(values) >= k]
        if len(groups) >= 2:
            rows.append(mean(abs(x - y) for x, y in combinations(groups, 2)))
    return 100 - mean(rows) if rows else None


def congruence(data: Mapping[str, Data]) -> Data:
    """The part `congruence` of the output."""
    visible = shown(data)
    mirrors = []
    for code, items in MIRRORS:
        found = {w: data[w]["item"][items[w]] for w in WINDOWS if w in visible and w in items}
        known = {w: s for w, s in found.items() if s}
        mirrors += [mirror(code, a, b, known[a], known[b]) for a, b in combinations(known, 2)]
    pairs = [pair_index(a, b, [m["gap"] for m in mirrors if (m["a"], m["b"]) == (a, b)]) for a, b in PAIRS]
    available = [p["congruence"] for p in pairs if p["congruence"] is not None]
    h = None
    if "professional" in visible:
        pro = data["professional"]
        items_of_h = [FEATURE_ITEM["professional"][f] for f in FEATURES]
        items_of_h += ["pro_visie_2", "pro_kennen_1", "pro_kennen_2", "pro_kennen_3"]
        h = horizontal(pro["people"], list(pro["roles"]), items_of_h, pro["k"])
    vertical = mean(available) if len(available) >= 2 else None
    return {"mirrors": mirrors, "pairs": pairs, "vertical": vertical, "horizontal": h}


def steering_lens(r: float, p: float, s: float, e: float) -> Data:
    """Section 5.9."""
    ranked = sorted(zip((r, p, s, e), STEERING, strict=True), key=lambda row: -row[0])
    lead = at_least(ranked[0][0] - ranked[1][0], 0.10)
    return {
        "x": (s + e) / 2 - (r + p) / 2,
        "y": (p + s) / 2 - (r + e) / 2,
        "dominant": ranked[0][1] if lead else "gelaagd",
    }


def motivation_lens(drivers: Mapping[str, float | None], intention: float | None) -> Data:
    """Section 5.10 with ruling 30."""
    rows = sorted((v, name) for name, v in drivers.items() if v is not None)
    if len(rows) < 3:
        return {"mean": None, "intention": intention, "bottleneck": None}
    held_back = at_least(rows[1][0] - rows[0][0], 15)
    return {"mean": mean(v for v, _ in rows), "intention": intention, "bottleneck": rows[0][1] if held_back else None}


def lenses(data: Mapping[str, Data]) -> Data:
    """The part `lenses` of the output."""
    steering: dict[str, Any] = {"x": None, "y": None, "dominant": None}
    if dimension_score(data, "bel_sturing") is not None:
        bel = data["beleid"]
        items = DIMENSIONS["beleid"]["bel_sturing"]
        full = [p for p in bel["people"] if all(i in p["v"] for i in items)]
        found = [summarise([(p["role"], p["v"][i]) for p in full], "beleid", bel["k"], 0.2, bel["team"]) for i in items]
        steering = steering_lens(*(stats["mean"] for stats in found if stats))
    motivation: dict[str, Any] = {"mean": None, "intention": None, "bottleneck": None}
    if dimension_score(data, "pro_motivatie") is not None:
        names = ("attitude", "norm", "efficacy")
        drivers = {name: item_score(data, f"pro_motivatie_{i}") for i, name in enumerate(names, start=1)}
        motivation = motivation_lens(drivers, item_score(data, "pro_motivatie_4"))
    return {"steering": steering, "motivation": motivation}
