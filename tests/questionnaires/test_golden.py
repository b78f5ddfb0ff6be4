"""Golden cases: these answers give this outcome. Every case in every edition runs."""

from __future__ import annotations

from typing import Any

import pytest

from questionnaires.golden import GoldenCase
from questionnaires.library import available_editions, load_edition, load_golden_cases
from scoring import read_scan, result_document, score_scan

CASES = [
    pytest.param(edition, case, id=f"{edition}/{path}")
    for edition in available_editions()
    for path, case in load_golden_cases(edition).items()
]


def outcome(edition: str, case: GoldenCase) -> dict[str, Any]:
    """The result document of the answers in a case."""
    instrument = load_edition(edition).instrument
    answers = case.model_dump(mode="json", include={"ambition", "minimum", "responses"}, exclude_none=True)
    scan = read_scan(answers, instrument)
    return result_document(score_scan(instrument, scan.responses, scan.minimum, scan.ambition))


def differences(expected: Any, found: Any, tolerance: float, place: str = "") -> list[str]:
    """Where the outcome is not as expected; keys that the case does not name may be anything."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            line
            for key, value in expected.items()
            for line in differences(value, found.get(key, "(ontbreekt)"), tolerance, f"{place}.{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [
            line
            for number, (one, other) in enumerate(zip(expected, found, strict=True), start=1)
            for line in differences(one, other, tolerance, f"{place}.{number}")
        ]
    numbers = all(isinstance(value, int | float) and not isinstance(value, bool) for value in (expected, found))
    same = abs(expected - found) <= tolerance if numbers else expected == found
    return [] if same else [f"{place.lstrip('.')}: verwacht {expected}, gevonden {found}"]


def test_there_are_golden_cases_for_every_edition():
    assert {case.values[0] for case in CASES} == set(available_editions())


@pytest.mark.parametrize(("edition", "case"), CASES)
def test_the_answers_of_a_golden_case_give_its_outcome(edition: str, case: GoldenCase):
    assert differences(case.expect, outcome(edition, case), case.tolerance) == []


def test_a_golden_case_looks_only_at_what_it_names():
    assert differences({"a": {"b": 1}}, {"a": {"b": 1, "c": 2}, "d": 3}, 0.001) == []


@pytest.mark.parametrize(
    ("expected", "found", "lines"),
    [
        ({"a": 1.0}, {"a": 1.0009}, []),
        ({"a": 1.0}, {"a": 1.002}, ["a: verwacht 1.0, gevonden 1.002"]),
        ({"a": None}, {"a": 0}, ["a: verwacht None, gevonden 0"]),
        ({"a": 0}, {"a": None}, ["a: verwacht 0, gevonden None"]),
        ({"a": 1}, {}, ["a: verwacht 1, gevonden (ontbreekt)"]),
        ({"a": [1, 2]}, {"a": [1, 3]}, ["a.2: verwacht 2, gevonden 3"]),
        ({"a": [1]}, {"a": [1, 2]}, ["a: verwacht [1], gevonden [1, 2]"]),
        ({"a": {"b": 1}}, {"a": None}, ["a: verwacht {'b': 1}, gevonden None"]),
    ],
)
def test_a_golden_case_says_where_the_outcome_differs(expected: Any, found: Any, lines: list[str]):
    assert differences(expected, found, 0.001) == lines
