"""A result of an earlier edition, written as if it had been made with a later one.

What is compared afterwards (`compare_results` and everything else that reads results) then needs to know nothing of
editions. Nothing is scored again: ids become those of the later edition, and what the mapping does not call comparable
becomes what the exchange format has for what is not known. That is None; a mirror, a recommendation or a role group is
left out, and people of a role group without a counterpart are counted in the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from scoring.continuum import missing
from scoring.mapping import EditionMapping, Ids
from scoring.types import Window

Document = Mapping[str, Any]
Value = TypeVar("Value")
NOT_ASKED = {"n": 0, "unknown": 0, "unknown_signal": False}
NOT_SEEN = {"mean": None, "n": 0, "distribution": None}
NO_PAIR = dict.fromkeys(("congruence", "bias", "label", "signal"))
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
    order = [mirror.code for mirror in mapping.later.mirrors]
    mirrors = [
        dict(one) | {"code": mapping.mirrors[one["code"]]}
        for one in congruence["mirrors"]
        if one["code"] in mapping.mirrors
    ]
    reported = {(pair.a, pair.b) for pair in mapping.later.pairs}
    pairs = [one for one in congruence["pairs"] if (one["a"], one["b"]) in reported]
    return {
        "mirrors": sorted(mirrors, key=lambda one: order.index(one["code"])),
        "pairs": [dict(one) | ({} if mapping.keeps_pair(one["a"], one["b"]) else NO_PAIR) for one in pairs],
        "vertical": congruence["vertical"] if mapping.keeps_vertical() else None,
        "horizontal": congruence["horizontal"] if mapping.keeps_horizontal() else None,
    }


def _lenses(lenses: Document, mapping: EditionMapping) -> dict[str, Any]:
    kept = {"steering": mapping.keeps_steering(), "motivation": mapping.keeps_motivation()}
    return {name: dict(lens) if kept[name] else dict.fromkeys(lens) for name, lens in lenses.items()}


def _advice(advice: Iterable[Document], mapping: EditionMapping) -> list[dict[str, Any]]:
    """The recommendations that both editions have, with the ranks that they had."""
    ids = mapping.recommendations
    return [dict(one) | {"id": ids[one["id"]], "after": ids.get(one["after"])} for one in advice if one["id"] in ids]


def _insight(insight: Document, mapping: EditionMapping) -> dict[str, Any]:
    windows = {name: _seen(mapping.later.window(name), window, mapping) for name, window in insight["windows"].items()}
    return dict(insight) | {"windows": windows}


def _seen(later: Window, window: Document, mapping: EditionMapping) -> dict[str, Any]:
    moved = dict(window)
    items = _all(_asked(later), window["items"], mapping.items, NOT_SEEN)
    moved["items"] = {item.id: _fitting(items[item.id], len(item.options)) for item in later.scored_items()}
    moved["indicators"] = _some(mapping.indicators.values(), window["indicators"], mapping.indicators)
    if (barriers := window["barriers"]) is not None:
        kept, counts = mapping.barriers, barriers["counts"]
        moved["barriers"] = dict(barriers) | {
            "order": [kept[one] for one in barriers["order"] if one in kept],
            "counts": None if counts is None else {kept[one]: n for one, n in counts.items() if one in kept},
        }
    return moved


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
