"""A result of an earlier edition, written as if it had been made with a later one.

What is compared afterwards (`compare_results` and everything else that reads results) then needs to know nothing of
editions. Nothing is scored again: ids become those of the later edition, and what the mapping does not call comparable
becomes what the exchange format has for what is not known. That is None; a mirror, a recommendation or a role group is
left out, and people of a role group without a counterpart are counted in the rest. What is made of several of these,
and follows from what the document holds, is taken over those that stay: the congruence of two windows, what is missing
for a model, the coverage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from scoring.congruence import MirrorGap, PairCongruence, pair_congruence, vertical_congruence
from scoring.continuum import missing
from scoring.mapping import EditionMapping, Ids
from scoring.types import Pair, Window

Document = Mapping[str, Any]
Value = TypeVar("Value")
NOT_ASKED = {"n": 0, "unknown": 0, "unknown_signal": False}
NOT_SEEN = {"mean": None, "n": 0, "distribution": None}
NO_STATUS = "onvoldoende gegevens"
NO_CERTAINTY = "onvoldoende"
APART_FROM_THE_POSITION = ("features", "feature_uncertainty", "coverage", "certainty", "missing", "network")
"""What of the continuum does not follow from the position."""


def under_edition(document: Document, mapping: EditionMapping) -> dict[str, Any]:
    """A frozen record, a result document or an outline of the earlier edition, as the same under the later edition.

    The document is not changed. Raises `ValueError` when it is of another edition than the earlier one of the mapping,
    and `KeyError` for what is none of the three.
    """
    result = document.get("result", document)
    if result["edition"] != mapping.earlier.edition:
        raise ValueError(f"{result['edition']} is not {mapping.earlier.edition}")
    moved = _result(result, mapping)
    return {"result": moved, "insight": _insight(document["insight"], mapping)} if "result" in document else moved


def _result(document: Document, mapping: EditionMapping) -> dict[str, Any]:
    moved = dict(document) | {
        "edition": mapping.later.edition,
        "windows": {name: _window(name, window, mapping) for name, window in document["windows"].items()},
        "continuum": _continuum(document["continuum"], mapping),
        "learning": _learning(document["learning"], mapping),
    }
    parts: dict[str, Callable[[Any, EditionMapping], Any]] = {  # an outline has none of them
        "congruence": _congruence,
        "lenses": _lenses,
        "advice": _advice,
    }
    return moved | {name: part(document[name], mapping) for name, part in parts.items() if name in document}


# --- windows ----------------------------------------------------------------------------------------------------------


def _window(name: str, window: Document, mapping: EditionMapping) -> dict[str, Any]:
    moved = dict(window)
    if window["status"] != "shown":
        return moved
    later = mapping.later.window(name)
    unknown = dict.fromkeys(next(iter(window["dimensions"].values())))
    moved["dimensions"] = _all(later.dimensions, window["dimensions"], mapping.dimensions, unknown | {"n": 0})
    moved["roles"] = _some(later.roles, window["roles"], mapping.roles.get(name, {}))
    moved["rest"] = window["usable"] - sum(role["n"] for role in moved["roles"].values())
    if not mapping.keeps_window(name):
        moved["score"] = None
    if "items" in window:
        moved["items"] = _all(_asked(later), window["items"], mapping.items, NOT_ASKED)
    if "continuum" in window and not mapping.position:
        moved["continuum"] = dict.fromkeys(window["continuum"])
    return moved


def _asked(window: Window) -> list[str]:
    return [item.id for item in window.scored_items()]


# --- the two scales ---------------------------------------------------------------------------------------------------


def _continuum(continuum: Document, mapping: EditionMapping) -> dict[str, Any]:
    codes = [feature.id for feature in mapping.later.features]
    moved = dict(continuum) | {
        name: _all(codes, continuum[name], mapping.features, None) for name in ("features", "feature_uncertainty")
    }
    if not mapping.position:
        moved |= {name: None for name in continuum if name not in APART_FROM_THE_POSITION}
        moved["certainty"] = NO_CERTAINTY
    if "network" in continuum and not mapping.keeps_network():
        moved["network"] = None
    if "coverage" in continuum and not mapping.keeps_features():
        moved["coverage"] = _coverage(moved["features"], mapping)
    if "missing" in continuum:
        moved["missing"] = _missing(continuum["missing"], moved["features"], mapping)
    return moved


def _coverage(features: Mapping[str, float | None], mapping: EditionMapping) -> float:
    """The share of all weight that the known features carry (section 3.5)."""
    weights = {feature.id: feature.weight for feature in mapping.later.features}
    return sum(weights[code] for code, value in features.items() if value is not None) / sum(weights.values())


def _missing(given: Document, features: Mapping[str, float | None], mapping: EditionMapping) -> dict[str, Any]:
    """What is missing for the same models, by the expectations of the later edition; the next needs a position."""
    moved: dict[str, Any] = {}
    for name, one in given.items():
        if one is None or (name == "next" and not mapping.position):
            moved[name] = None
            continue
        found = missing(mapping.later, features, one["model"])
        short = [{"feature": each.feature, "shortfall": each.shortfall} for each in found.features]
        moved[name] = {"model": found.model, "features": short, "unknown": list(found.unknown)}
    return moved


def _learning(learning: Document, mapping: EditionMapping) -> dict[str, Any]:
    moved = dict(learning)
    moved["orders"] = {number: _order(number, order, mapping) for number, order in learning["orders"].items()}
    if "indicators" in learning:
        codes = [code for order in mapping.later.orders for code in order.indicators]
        moved["indicators"] = _all(codes, learning["indicators"], mapping.indicators, None)
    if not mapping.keeps_orders():
        unknown = {"level": None, "lambda": None, "paper_learning": False}
        moved |= {name: value for name, value in unknown.items() if name in learning}
    return moved


def _order(number: str, order: Document, mapping: EditionMapping) -> dict[str, Any]:
    return dict(order) if int(number) in mapping.orders else dict.fromkeys(order) | {"status": NO_STATUS}


# --- what only a whole result has -------------------------------------------------------------------------------------


def _congruence(congruence: Document, mapping: EditionMapping) -> dict[str, Any]:
    """Only subjects that stay comparable; a pair of windows that loses one is the congruence over those that stay."""
    mirrors = _mirrors(congruence["mirrors"], mapping)
    given = {(one["a"], one["b"]): one for one in congruence["pairs"]}
    pairs = [_pair(pair, given.get((pair.a, pair.b)), mirrors) for pair in mapping.later.pairs]
    is_same = pairs == list(congruence["pairs"])
    return {
        "mirrors": mirrors,
        "pairs": pairs,
        "vertical": congruence["vertical"] if is_same else _vertical(pairs),
        "horizontal": congruence["horizontal"] if mapping.keeps_horizontal() else None,
    }


def _mirrors(mirrors: Iterable[Document], mapping: EditionMapping) -> list[dict[str, Any]]:
    """The gaps, or what is known of them, of the subjects that the same two windows are still asked about."""
    order = {mirror.code: place for place, mirror in enumerate(mapping.later.mirrors)}
    asked = {mirror.code: mirror.items for mirror in mapping.later.mirrors}
    moved = [dict(one) | {"code": mapping.mirrors[one["code"]]} for one in mirrors if one["code"] in mapping.mirrors]
    kept = [one for one in moved if {one["a"], one["b"]} <= asked[one["code"]].keys()]
    return sorted(kept, key=lambda one: order[one["code"]])


def _pair(pair: Pair, given: Document | None, mirrors: Iterable[Document]) -> dict[str, Any]:
    """What was given, where it was over these subjects; otherwise the congruence over them."""
    gaps = [
        MirrorGap(one["code"], one["a"], one["b"], one["a_value"], one["b_value"], one["real"])
        for one in mirrors
        if (one["a"], one["b"]) == (pair.a, pair.b)
    ]
    if given is not None and given["codes"] == len(gaps):
        return dict(given)
    return asdict(pair_congruence(pair, gaps))


def _vertical(pairs: Iterable[Document]) -> float | None:
    return vertical_congruence([PairCongruence(**pair) for pair in pairs])


def _lenses(lenses: Document, mapping: EditionMapping) -> dict[str, Any]:
    kept = {"steering": mapping.keeps_steering(), "motivation": mapping.keeps_motivation()}
    return {name: dict(lens) if kept[name] else dict.fromkeys(lens) for name, lens in lenses.items()}


def _advice(advice: Iterable[Document], mapping: EditionMapping) -> list[dict[str, Any]]:
    """The recommendations that both editions have, with the ranks that they had."""
    ids = mapping.recommendations
    return [dict(one) | {"id": ids[one["id"]], "after": ids.get(one["after"])} for one in advice if one["id"] in ids]


def _insight(insight: Document, mapping: EditionMapping) -> dict[str, Any]:
    moved = dict(insight) | {
        "windows": {name: _seen(mapping.later.window(name), one, mapping) for name, one in insight["windows"].items()}
    }
    if (certainty := insight.get("congruence")) is not None:
        moved["congruence"] = dict(certainty) | {
            "gaps": _mirrors(certainty["gaps"], mapping),
            "horizontal": certainty["horizontal"] if mapping.keeps_horizontal() else None,
        }
    return moved


def _seen(later: Window, window: Document, mapping: EditionMapping) -> dict[str, Any]:
    items = _all(_asked(later), window["items"], mapping.items, NOT_SEEN)
    moved = dict(window) | {
        "items": {item.id: _fitting(items[item.id], len(item.options)) for item in later.scored_items()},
        "indicators": _some(mapping.indicators.values(), window["indicators"], mapping.indicators),
        "barriers": _barriers(window["barriers"], mapping.barriers),
    }
    if (groups := window.get("groups")) is not None:
        moved["groups"] = _groups(groups, mapping.roles.get(later.id, {}), mapping.dimensions)
    return moved


def _barriers(barriers: Document | None, ids: Ids) -> dict[str, Any] | None:
    if barriers is None:
        return None
    counts = barriers["counts"]
    return dict(barriers) | {
        "order": [ids[one] for one in barriers["order"] if one in ids],
        "counts": None if counts is None else {ids[one]: n for one, n in counts.items() if one in ids},
    }


def _groups(groups: Mapping[str, Mapping[str, float]], roles: Ids, dimensions: Ids) -> dict[str, Any] | None:
    """The scores of the role groups, which are worth something only together: None where one has no counterpart."""
    if not groups.keys() <= roles.keys():
        return None
    return {
        roles[role]: {dimensions[code]: score for code, score in scores.items() if code in dimensions}
        for role, scores in groups.items()
    }


def _fitting(item: Document, options: int) -> dict[str, Any]:
    """A distribution over other options than a question has now says nothing of these."""
    distribution = item["distribution"]
    return dict(item) | {"distribution": distribution if distribution and len(distribution) == options else None}


# --- renaming ---------------------------------------------------------------------------------------------------------


def _all(codes: Iterable[str], given: Mapping[str, Value], ids: Ids, unknown: Value) -> dict[str, Value]:
    """Everything that the later edition has, in its order; `unknown` where nothing comparable was given."""
    moved = {ids[code]: value for code, value in given.items() if code in ids}
    return {code: moved.get(code, unknown) for code in codes}


def _some(codes: Iterable[str], given: Mapping[str, Value], ids: Ids) -> dict[str, Value]:
    """What was given and stays comparable, in the order of the later edition."""
    moved = {ids[code]: value for code, value in given.items() if code in ids}
    return {code: moved[code] for code in codes if code in moved}
