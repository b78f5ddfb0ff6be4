"""The result in the exchange format (`docs/formats.md`)."""

import json
import math
from typing import Any

from scoring import METHOD_VERSION
from tests.scoring.builders import INSTRUMENT, document, example, many, respond

EVERYBODY = [*many(5, "inwoner"), *many(5, "professional"), respond("organisatie"), respond("beleid")]
FULL = document(
    [*many(6, "inwoner", 0.4), *example(), *many(3, "professional", 0.75), respond("beleid", 0.75)], ambition=6
)
EMPTY = document([])

WINDOW = ["status", "responses", "usable", "minimum", "score", "dimensions", "items", "roles", "rest", "continuum"]
DIMENSION = ["score", "low", "high", "standard_error", "degrees_of_freedom", "n", "spread", "agreement"]
CONTINUUM = [
    *("features", "feature_uncertainty", "position", "low", "high", "standard_error", "degrees_of_freedom"),
    *("nearest", "runner_up", "margin", "residual", "coverage", "similarity", "wording", "core_complete", "zone"),
    *("plausible", "certainty", "gap_to_ambition", "missing", "network"),
]
ORDER = ["score", "low", "high", "standard_error", "degrees_of_freedom", "status", "reason"]
ADVICE = [
    *("id", "rank", "priority", "need", "breadth", "agreement", "sequence", "influence"),
    *("shown", "discuss_first", "after", "because"),
]


def numbers(value: Any) -> list[float]:
    """Every number in a document, however deep."""
    if isinstance(value, dict):
        return [number for part in value.values() for number in numbers(part)]
    if isinstance(value, list):
        return [number for part in value for number in numbers(part)]
    return [value] if isinstance(value, (int, float)) else []


def test_a_document_begins_with_its_edition_and_its_method() -> None:
    assert (FULL["edition"], FULL["method"], FULL["ambition"]) == (INSTRUMENT.edition, METHOD_VERSION, 6)
    assert EMPTY["ambition"] is None


def test_a_shown_window_has_every_key_of_the_format() -> None:
    for window in document(EVERYBODY)["windows"].values():
        assert list(window) == WINDOW


def test_every_dimension_of_a_shown_window_is_there_with_every_key() -> None:
    windows = document(EVERYBODY)["windows"]

    assert sum(len(window["dimensions"]) for window in windows.values()) == 31
    for window in windows.values():
        assert all(set(dimension) == set(DIMENSION) for dimension in window["dimensions"].values())


def test_every_scored_item_of_a_shown_window_is_there_and_no_other() -> None:
    windows = document(EVERYBODY)["windows"]

    for window in INSTRUMENT.windows:
        assert list(windows[window.id]["items"]) == [item.id for item in window.scored_items()]


def test_the_continuum_has_every_key_with_and_without_a_position() -> None:
    assert list(FULL["continuum"]) == CONTINUUM
    assert list(EMPTY["continuum"]) == CONTINUUM
    assert len(FULL["continuum"]["features"]) == len(EMPTY["continuum"]["features"]) == 15


def test_the_orders_and_their_keys_are_always_there() -> None:
    for found in (FULL, EMPTY):
        assert list(found["learning"]["orders"]) == ["1", "2", "3"]
        assert all(list(order) == ORDER for order in found["learning"]["orders"].values())
        assert len(found["learning"]["indicators"]) == 11


def test_every_recommendation_has_every_key() -> None:
    assert FULL["advice"]
    assert all(list(row) == ADVICE for row in FULL["advice"])


def test_the_congruence_and_the_lenses_are_there_without_responses() -> None:
    assert EMPTY["congruence"]["mirrors"] == []
    assert len(EMPTY["congruence"]["pairs"]) == 4
    assert (EMPTY["congruence"]["vertical"], EMPTY["congruence"]["horizontal"]) == (None, None)
    assert EMPTY["lenses"] == {
        "steering": {"x": None, "y": None, "dominant": None},
        "motivation": {"mean": None, "intention": None, "bottleneck": None},
    }


def test_a_document_survives_json_and_holds_no_number_that_json_lacks() -> None:
    for found in (FULL, EMPTY):
        assert json.loads(json.dumps(found, allow_nan=False)) == found
        assert all(math.isfinite(number) for number in numbers(found))


def test_what_may_not_be_given_is_not_in_the_document() -> None:
    """Ruling 75: no answers, no item means, no distributions."""
    for window in FULL["windows"].values():
        assert all(set(item) == {"n", "unknown", "unknown_signal"} for item in window.get("items", {}).values())


def test_lists_stand_in_the_order_of_the_models_and_the_features() -> None:
    found = FULL["continuum"]

    assert len(found["similarity"]) == 7
    assert found["plausible"] == sorted(found["plausible"])
    assert list(found["features"]) == [feature.id for feature in INSTRUMENT.features]
