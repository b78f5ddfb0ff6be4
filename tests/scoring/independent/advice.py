"""The advice (section 6.3, rulings 15, 40 to 42, 48, 49, 54 to 56, 70).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.scoring.independent.data import WINDOW_OF, WINDOW_OF_DIMENSION, E
from tests.scoring.independent.municipality import combined_ad
from tests.scoring.independent.numbers import above, at_least, below, mean
from tests.scoring.independent.recommendations import ACTOR, INFLUENCE, RECOMMENDATIONS, Trigger
from tests.scoring.independent.window import Data, dimension_score, item_score, shown

Found = tuple[float | None, dict[str, float], float | None]
Lookup = Callable[[str, str], Found]
"""(kind, name) -> value of the municipality, value per window that has one, AD on 0..100; features on 0..1."""


def needed(kind: str, name: str, value: float, target: int | None) -> float:
    """n_j of section 6.3."""
    if kind == "F" and target is not None:
        return max(0.0, E[name][target - 1] - value)
    return max(0.0, 75 - value) / 75


def weigh(triggers: list[Trigger], lookup: Lookup, target: int | None) -> Data | None:
    """N, B and C of one recommendation; None when less than half of its weight is observed."""
    seen: list[tuple[float, float]] = []
    per_window: dict[str, list[tuple[float, float]]] = {}
    ads: list[float] = []
    for kind, name, v in triggers:
        value, values, ad = lookup(kind, name)
        if value is None or (kind == "F" and target is None):
            continue
        seen.append((v, needed(kind, name, value, target)))
        for w, own in values.items():
            per_window.setdefault(w, []).append((v, needed(kind, name, own, target)))
        ads += [] if ad is None else [ad]
    observed = sum(v for v, _ in seen)
    if not seen or below(observed / sum(v for _, _, v in triggers), 0.5):
        return None
    own_needs = [sum(v * x for v, x in part) / sum(v for v, _ in part) for part in per_window.values()]
    ad = mean(ads) if ads else None
    return {
        "N": sum(v * x for v, x in seen) / observed,
        "B": 0.5 if len(own_needs) == 1 else mean(at_least(x, 0.20) for x in own_needs),
        "C": 0.5 if ad is None else max(0.0, min(1.0, (50 - ad) / 30)),
        "ad": ad,
    }


def advise(lookup: Lookup, nearest: int | None, ambition: int | None, viewer: str | None = None) -> list[Data]:
    """The ranked recommendations as they stand in the output, without their sentence."""
    after_nearest = None if nearest is None else min(nearest + 1, 7)
    target = ambition or after_nearest
    rows: dict[str, Data] = {}
    for rid, line, heading, triggers, level, first in RECOMMENDATIONS:
        if level is not None and (nearest is None or level > (ambition or 7)):
            continue
        found = weigh(triggers, lookup, target)
        if found:
            rows[rid] = {"id": rid, "line": line, "heading": heading, "level": level, "first": first, **found}
    for row in rows.values():
        finish(row, rows, min(after_nearest or 7, ambition or 7), viewer)
    ranking = sorted(rows.values(), key=lambda r: (-round(r["priority"], 9), r["line"]))
    chosen = choose(ranking)
    return [output(row, rank, chosen) for rank, row in enumerate(reorder(ranking, chosen), start=1)]


def finish(row: Data, rows: Mapping[str, Data], step: int, viewer: str | None) -> None:
    """Q, I, the unmet prerequisite and the priority."""
    before = rows.get(row["first"])
    row["after"] = row["first"] if before and at_least(before["N"], 0.20) else None
    beyond = 0 if row["level"] is None else max(0, row["level"] - step)
    row["Q"] = (1.0, 0.85, 0.70)[min(beyond, 2)] * (0.9 if row["after"] else 1)
    row["I"] = INFLUENCE[viewer][ACTOR[row["id"]]]
    row["priority"] = 100 * row["N"] * (0.6 + 0.4 * row["B"]) * (0.8 + 0.2 * row["C"]) * row["Q"] * row["I"]


def choose(ranking: list[Data]) -> list[Data]:
    """Ruling 42."""
    chosen: list[Data] = []
    for row in ranking:
        alike = sum(other["heading"] == row["heading"] for other in chosen)
        if len(chosen) < 5 and at_least(row["N"], 0.15) and alike < 2:
            chosen.append(row)
    return chosen


def reorder(ranking: list[Data], chosen: list[Data]) -> list[Data]:
    """Ruling 41."""
    places = [ranking.index(row) for row in chosen]
    waiting = list(chosen)
    result = list(ranking)
    for place in places:
        names = {row["id"] for row in waiting}
        row = next(r for r in waiting if r["after"] not in names)
        waiting.remove(row)
        result[place] = row
    return result


def output(row: Data, rank: int, chosen: list[Data]) -> Data:
    """One row of `advice`."""
    return {
        "id": row["id"],
        "rank": rank,
        "priority": row["priority"],
        "need": row["N"],
        "breadth": row["B"],
        "agreement": row["C"],
        "sequence": row["Q"],
        "influence": row["I"],
        "shown": any(row is other for other in chosen),
        "discuss_first": row["ad"] is not None and above(row["ad"], 20),
        "after": row["after"],
    }


def advice(
    data: Mapping[str, Data], where: Data, indicators: Mapping[str, float | None], ambition: int | None
) -> list[Any]:
    """The part `advice` of the output; `where` is the part `continuum`."""

    def lookup(kind: str, name: str) -> Found:
        if kind in ("F", "L"):
            key, whole = ("features", where["features"]) if kind == "F" else ("indicators", indicators)
            values = {w: v for w in shown(data) if (v := data[w][key].get(name)) is not None}
            return whole[name], values, combined_ad(data, kind, name)
        w = WINDOW_OF[name] if kind == "I" else WINDOW_OF_DIMENSION[name]
        value = item_score(data, name) if kind == "I" else dimension_score(data, name)
        if value is None:
            return None, {}, None
        ad = data[w]["item"][name]["ad"] if kind == "I" else data[w]["dimension"][name]["stats"]["ad"]
        return value, {w: value}, None if ad is None else ad * (100 if kind == "I" else 1)

    return advise(lookup, where["nearest"], ambition)
