"""The two scales of the municipality: continuum and learning orders (3.5 to 3.8, 4.3, 5.3, 5.5).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from tests.scoring.independent.data import FEATURE_ITEM, FEATURES, INDICATOR_ITEM, INDICATORS, LAMBDA, OMEGA, ORDERS, W
from tests.scoring.independent.numbers import Z90, above, at_least, at_most, below, combine, mean, t_value
from tests.scoring.independent.projection import core_complete, missing, project, wording, zone
from tests.scoring.independent.statistics import interval, pooled_uncertainty
from tests.scoring.independent.window import Data, dimension_score, item_score, shown

WITHOUT_POSITION = [
    *("position", "low", "high", "standard_error", "degrees_of_freedom", "nearest", "runner_up", "margin", "residual"),
    *("similarity", "wording", "core_complete", "zone", "plausible", "gap_to_ambition"),
]


def combined_ad(data: Mapping[str, Data], kind: str, code: str) -> float | None:
    """AD on 0..100 of a feature or indicator: plain mean of its window ADs (ruling 12)."""
    table = FEATURE_ITEM if kind == "F" else INDICATOR_ITEM
    found = [data[w]["item"][table[w][code]] for w in shown(data) if code in table[w]]
    ads = [100 * stats["ad"] for stats in found if stats and stats["ad"] is not None]
    return mean(ads) if ads else None


def feature_uncertainty(data: Mapping[str, Data], feature: str) -> Data | None:
    """Ruling 50."""
    rows = {w: data[w]["item"][FEATURE_ITEM[w][feature]] for w in shown(data) if feature in FEATURE_ITEM[w]}
    rows = {w: s for w, s in rows.items() if s}
    if not rows:
        return None
    total = sum(OMEGA[w] for w in rows)
    return {
        "standard_error": math.sqrt(sum((OMEGA[w] / total) ** 2 * s["se"] ** 2 for w, s in rows.items())),
        "degrees_of_freedom": sum(s["nu"] for s in rows.values()),
    }


def network_label(doel: float | None, visie: float | None, regio_2: float | None) -> str | None:
    """Section 3.8 with ruling 17."""
    if doel is None:
        return None
    if (
        at_least(doel, 0.75)
        and visie is not None
        and at_least(visie, 65)
        and (regio_2 is None or at_least(regio_2, 60))
    ):
        return "één doel"
    return "eigen doelen" if at_most(doel, 0.5) else "op weg naar één doel"


def certainty_label(data: Mapping[str, Data], coverage: float, h: float | None, x: Mapping[str, float | None]) -> str:
    """The certainty of a position (5.5, rulings 10, 12, 13)."""
    if h is None:
        return "laag"
    sources = [w for w in shown(data) if any(v is not None for v in data[w]["features"].values())]
    n = sum(data[w]["usable"] for w in sources)
    observed = [f for f in FEATURES if x[f] is not None]
    ads = [combined_ad(data, "F", f) for f in observed]
    divided = sum(ad is not None and above(ad, 20) for ad in ads) / len(observed)
    certain = at_least(coverage, 0.8) and at_most(h, 0.5)
    if certain and n >= 8 and len(sources) >= 2 and at_most(divided, 1 / 3):
        return "hoog"
    return "middel" if at_least(coverage, 0.6) and at_most(h, 1.0) and n >= 3 else "laag"


def continuum(data: Mapping[str, Data], ambition: int | None) -> Data:
    """The part `continuum` of the output."""
    x = {f: combine({w: data[w]["features"].get(f) for w in shown(data)}, OMEGA) for f in FEATURES}
    result: Data = {
        "features": x,
        "feature_uncertainty": {f: feature_uncertainty(data, f) for f in FEATURES},
        "network": network_label(x["doel"], dimension_score(data, "pro_visie"), item_score(data, "bel_regio_2")),
    }
    found = project(x)
    if found is None:
        return {
            **result,
            **dict.fromkeys(WITHOUT_POSITION),
            "coverage": sum(W[f] for f in FEATURES if x[f] is not None) / 13,
            "certainty": "onvoldoende",
            "missing": {"next": None, "ambition": None},
        }
    return {**result, **found, **around(data, found["position"], found["coverage"], x), **aimed(x, found, ambition)}


def around(data: Mapping[str, Data], position: float, coverage: float, x: Mapping[str, float | None]) -> Data:
    """The interval of the position and what is read from it."""
    se, nu = pooled_uncertainty({w: data[w]["positions"] for w in shown(data)}, OMEGA)
    low = high = h = plausible = None
    if se is not None and nu is not None:
        h = t_value(Z90, nu) * se
        low, high = interval(position, se, nu, 1.0, 7.0)
        plausible = [m for m in range(1, 8) if above(m, low - 0.5) and at_most(m, high + 0.5)]
    certainty = certainty_label(data, coverage, h, x)
    uncertainty = {"standard_error": se, "degrees_of_freedom": nu}
    return {"low": low, "high": high, **uncertainty, "plausible": plausible, "certainty": certainty}


def aimed(x: Mapping[str, float | None], found: Data, ambition: int | None) -> Data:
    """The words for the position, and what is missing."""
    return {
        "wording": wording(x, found),
        "core_complete": core_complete(x, found["nearest"]),
        "zone": zone(found["position"]),
        "gap_to_ambition": None if ambition is None else max(0.0, ambition - found["position"]),
        "missing": {
            "next": missing(x, min(found["nearest"] + 1, 7)),
            "ambition": None if ambition is None else missing(x, ambition),
        },
    }


def learning(data: Mapping[str, Data]) -> Data:
    """The part `learning` of the output."""
    own = {w: data[w]["indicators"] for w in shown(data)}
    indicators = {i: combine({w: v.get(i) for w, v in own.items()}, LAMBDA) for i in INDICATORS}
    orders = {k: {**order(k, indicators, own), **order_interval(data, k, indicators)} for k in ORDERS}
    status = {k: row["status"] for k, row in orders.items()}
    level: int | None = None
    if status[1] != "onvoldoende gegevens":
        level = 0
        while level < 3 and status[level + 1] == "gerealiseerd":
            level += 1
    return {
        "indicators": indicators,
        "orders": {str(k): row for k, row in orders.items()},
        "level": level,
        "lambda": trend([row["score"] for row in orders.values()]),
        "paper_learning": status[3] == "gerealiseerd" and {status[1], status[2]} != {"gerealiseerd"},
    }


def order(k: int, indicators: Mapping[str, float | None], own: Mapping[str, Mapping[str, float | None]]) -> Data:
    """Score, status and reason of one order (4.3, rulings 27, 31)."""
    values = [v for i in ORDERS[k] if (v := indicators[i]) is not None]
    if not values or below(len(values) / len(ORDERS[k]), 0.6):
        return {"score": None, "status": "onvoldoende gegevens", "reason": None}
    score = mean(values)
    failed = ["R2"] * below(min(values), 25) + ["R4"] * (k == 3 and layers(own) < 2)
    if at_least(score, 60):
        status = "in ontwikkeling" if failed else "gerealiseerd"
        return {"score": score, "status": status, "reason": ", ".join(failed) or None}
    return {"score": score, "status": "in ontwikkeling" if at_least(score, 40) else "nog niet", "reason": None}


def layers(own: Mapping[str, Mapping[str, float | None]]) -> int:
    """R4: how many layers have a mean of at least 50 over their own third-order indicators."""
    rows = [
        [v for i in ORDERS[3] if (v := own.get(w, {}).get(i)) is not None]
        for w in ("professional", "organisatie", "beleid")
    ]
    return sum(bool(values) and at_least(mean(values), 50) for values in rows)


def order_interval(data: Mapping[str, Data], k: int, indicators: Mapping[str, float | None]) -> Data:
    """The interval of one order (ruling 26); nothing where R3 fails."""
    score = order(k, indicators, {})["score"]
    se, nu = pooled_uncertainty({w: data[w]["orders"][k] for w in shown(data)}, LAMBDA)
    if score is None or se is None or nu is None:
        return dict.fromkeys(("low", "high", "standard_error", "degrees_of_freedom"))
    low, high = interval(score, se, nu, 0.0, 100.0)
    return {"low": low, "high": high, "standard_error": se, "degrees_of_freedom": nu}


def trend(scores: list[float | None]) -> float | None:
    """Lambda: each order counts for no more than the orders below it."""
    known = [score for score in scores if score is not None]
    if len(known) < len(scores):
        return None
    return sum(min(known[: k + 1]) for k in range(len(known))) / 100
