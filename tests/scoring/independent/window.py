"""One window: who is used, what may be used, and every number of the window (5.1 to 5.6, rulings 3, 4, 7, 18 to 25).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.scoring.independent.data import (
    DEFAULT_MINIMUM,
    DIMENSIONS,
    FEATURE_ITEM,
    FORMAT,
    INDICATOR_ITEM,
    ITEMS,
    ORDERS,
    WINDOW_OF,
    WINDOW_OF_DIMENSION,
    WINDOWS,
    W,
)
from tests.scoring.independent.intake import is_number, option
from tests.scoring.independent.numbers import at_least, mean
from tests.scoring.independent.projection import project
from tests.scoring.independent.statistics import agreement_label, count_roles, interval, summarise, visible_groups

Data = dict[str, Any]
Person = dict[str, Any]


def read_window(document: Mapping[str, Any], window: str) -> Data:
    """Everything about one window: status, respondents, item statistics, dimensions, positions, orders."""
    k = int(document.get("minimum", {}).get(window, DEFAULT_MINIMUM[window]))
    responses = [r for r in document["responses"] if r["window"] == window]
    base: Data = {"responses": len(responses), "minimum": k}
    usable = [
        r for r in responses if 2 * sum(is_number(r["answers"].get(i)) for i in ITEMS[window]) >= len(ITEMS[window])
    ]
    individuals = [r for r in usable if r.get("participants", 1) == 1]
    if not usable:
        return {**base, "status": "absent", "usable": 0}
    people = [p for r in individuals or usable for p in persons(r, window)]
    n = len(people)
    team = not individuals
    exempt = team and window != "inwoner"  # ruling 21: the minimum does not apply
    if n < k and not exempt:
        return {**base, "status": "below_minimum", "usable": n, "needed": k - n}
    data = {**base, "status": "shown", "usable": n, "k": 1 if exempt else k, "team": team, "window": window}
    return data | quantities(data, people)


def persons(response: Mapping[str, Any], window: str) -> list[Person]:
    """Ruling 18: a team form is min(3, d) respondents with the same answers."""
    answers = response["answers"]
    person = {
        "role": response["role"],
        "wn": {i for i in ITEMS[window] if answers.get(i) == "wn"},
        "v": {i: option(FORMAT[i], answers[i]) for i in ITEMS[window] if is_number(answers.get(i))},
    }
    return [person] * min(3, int(response.get("participants", 1)))


def quantities(data: Data, everybody: list[Person]) -> Data:
    """Every number of a shown window."""
    window, k, team = data["window"], data["k"], data["team"]
    counts = {i: item_counts(i, everybody) for i in ITEMS[window]}
    few = {i for i, row in counts.items() if row["n"] < k}  # ruling 23
    people = [{"role": p["role"], "v": {i: v for i, v in p["v"].items() if i not in few}} for p in everybody]
    item: Data = {
        i: summarise([(p["role"], p["v"][i]) for p in people if i in p["v"]], window, k, 0.2, team)
        for i in ITEMS[window]
    }
    features = {f: item[i]["mean"] if item[i] else None for f, i in FEATURE_ITEM[window].items()}
    own = project(features)
    sizes = count_roles(p["role"] for p in people)
    visible = visible_groups(sizes, window, k)
    return {
        "items": counts,
        "people": people,
        "item": item,
        "dimension": {d: dimension_statistics(data, people, d) for d in DIMENSIONS[window]},
        "features": features,
        "indicators": {f: 100 * item[i]["mean"] if item[i] else None for f, i in INDICATOR_ITEM[window].items()},
        "positions": summarise(own_positions(people, window), window, k, 0.8, team),
        "position": own["position"] if own else None,
        "orders": {o: summarise(own_orders(people, window, o), window, k, 20.0, team) for o in ORDERS},
        "roles": {g: {"n": sizes[g]} for g in visible},
        "rest": len(people) - sum(sizes[g] for g in visible),
    }


def item_counts(item: str, people: list[Person]) -> Data:
    """How many answered, how many do not know, and whether that last is a signal."""
    answered, unknown = sum(item in p["v"] for p in people), sum(item in p["wn"] for p in people)
    signal = answered + unknown >= 3 and at_least(unknown / (answered + unknown), 0.30)
    return {"n": answered, "unknown": unknown, "unknown_signal": signal}


def dimension_statistics(data: Data, people: list[Person], dimension: str) -> Data:
    """How many have a score, and the statistics if they are enough (ruling 25)."""
    scores = [(p["role"], person_dimension(dimension, p["v"])) for p in people]
    pairs = [(role, s) for role, s in scores if s is not None]
    found = summarise(pairs, data["window"], data["k"], 20.0, data["team"])
    return {"n": len(pairs), "stats": found if len(pairs) >= data["k"] else None}


def person_dimension(dimension: str, values: Mapping[str, float]) -> float | None:
    """A respondent's own dimension score 0..100, or None."""
    items = DIMENSIONS[WINDOW_OF_DIMENSION[dimension]][dimension]
    answered = [values[i] for i in items if i in values]
    if dimension == "bel_sturing":  # ruling 29: all four items, score 50 + 50 X
        if len(answered) < 4:
            return None
        r, p, s, e = answered
        return 50 + 50 * ((s + e) / 2 - (r + p) / 2)
    return 100 * mean(answered) if answered and 2 * len(answered) >= len(items) else None


def own_positions(people: list[Person], window: str) -> list[tuple[str, float]]:
    """The positions of the respondents who answered half of the feature weight of the window (ruling 11)."""
    weight = sum(W[f] for f in FEATURE_ITEM[window])
    found = [
        (p["role"], project({f: p["v"].get(i) for f, i in FEATURE_ITEM[window].items()}, weight) if weight else None)
        for p in people
    ]
    return [(role, projection["position"]) for role, projection in found if projection]


def own_orders(people: list[Person], window: str, order: int) -> list[tuple[str, float]]:
    """The order scores of the respondents who answered half of the order's indicators in the window (ruling 26)."""
    items = [INDICATOR_ITEM[window][c] for c in ORDERS[order] if c in INDICATOR_ITEM[window]]
    answered = [(p["role"], [p["v"][i] for i in items if i in p["v"]]) for p in people]
    return [(role, 100 * mean(values)) for role, values in answered if values and 2 * len(values) >= len(items)]


def shown(data: Mapping[str, Data]) -> list[str]:
    """The windows that are shown."""
    return [w for w in WINDOWS if data[w]["status"] == "shown"]


def dimension_score(data: Mapping[str, Data], dimension: str) -> float | None:
    """Shown window score of a dimension (ruling 25), or None."""
    window = WINDOW_OF_DIMENSION[dimension]
    stats = data[window]["dimension"][dimension]["stats"] if data[window]["status"] == "shown" else None
    return stats["mean"] if stats else None


def item_score(data: Mapping[str, Data], item: str) -> float | None:
    """Window mean of an item on 0..100, or None."""
    window = WINDOW_OF[item]
    stats = data[window]["item"][item] if data[window]["status"] == "shown" else None
    return 100 * stats["mean"] if stats else None


def window_output(data: Data) -> Data:
    """The window as it stands in the output format."""
    if data["status"] != "shown":
        return {key: data[key] for key in ("status", "responses", "usable", "minimum", "needed") if key in data}
    dimensions = {d: dimension_output(row) for d, row in data["dimension"].items()}
    scores = [d["score"] for d in dimensions.values() if d["score"] is not None]
    return {key: data[key] for key in ("status", "responses", "usable", "minimum", "items", "roles", "rest")} | {
        "score": mean(scores) if at_least(len(scores) / len(dimensions), 0.6) else None,
        "dimensions": dimensions,
        "continuum": {"position": data["position"]},
    }


def dimension_output(row: Data) -> Data:
    """One dimension as it stands in the output format."""
    s = row["stats"]
    if s is None:
        keys = ("score", "low", "high", "standard_error", "degrees_of_freedom", "spread", "agreement")
        return {**dict.fromkeys(keys), "n": row["n"]}
    low, high = interval(s["mean"], s["se"], s["nu"], 0.0, 100.0)
    return {
        "score": s["mean"],
        "low": low,
        "high": high,
        "standard_error": s["se"],
        "degrees_of_freedom": s["nu"],
        "n": s["n"],
        "spread": s["ad"],
        "agreement": agreement_label(s["ad"]),
    }
