"""Gaps that closed or opened, and how congruence changed (sections 5.7 and 5.8)."""

from copy import deepcopy
from typing import Any

import pytest

from scoring import frozen_record, score_scan
from scoring.mirror_change import gap_state, mirror_changes
from scoring.uncertainty import t_quantile
from tests.scoring.builders import INSTRUMENT, many, printed, respond

Z_95 = 1.6448536
EVERYBODY = [*many(12, "inwoner"), *many(12, "professional"), *many(12, "organisatie"), *many(12, "beleid")]
UNKNOWN = {"old": None, "new": None, "delta": None, "margin": None, "verdict": None}
Record = dict[str, Any]


def record(people: list[Any] | None = None) -> Record:
    return frozen_record(score_scan(INSTRUMENT, EVERYBODY if people is None else people))


def changes(old: Record, new: Record) -> dict[str, Any]:
    return mirror_changes(INSTRUMENT, old, new)


def with_gap(code: str, gap: float, error: float, degrees: int, *, real: bool) -> Record:
    """A record in which this is the gap between professionals and policy makers."""
    found = record()
    for one in (*found["result"]["congruence"]["mirrors"], *found["insight"]["congruence"]["gaps"]):
        if (one["code"], one["a"], one["b"]) == (code, "professional", "beleid"):
            known = {"gap": gap, "real": real} if "gap" in one else {}
            one.update(known or {"standard_error": error, "degrees_of_freedom": degrees})
    return found


def gap_of(found: dict[str, Any], code: str = "visie") -> dict[str, Any]:
    return next(gap for gap in found["gaps"] if (gap["code"], gap["a"], gap["b"]) == (code, "professional", "beleid"))


def without_code(found: Record, *codes: str) -> Record:
    """The record as if these subjects had not been answered, with the pairs that follow."""
    changed = deepcopy(found)
    congruence = changed["result"]["congruence"]
    congruence["mirrors"] = [one for one in congruence["mirrors"] if one["code"] not in codes]
    for pair in congruence["pairs"]:
        pair["codes"] = sum((one["a"], one["b"]) == (pair["a"], pair["b"]) for one in congruence["mirrors"])
    return changed


@pytest.mark.parametrize(
    ("old", "new", "delta", "margin", "words", "state"),
    [
        ((30, 5, 20, True), (10, 5, 20, False), "-20", "11.91", "echte verandering", "gesloten"),
        ((20, 5, 20, True), (12, 5, 20, False), "-8", "11.91", "geen", "mogelijk gesloten"),
        ((10, 5, 20, False), (24, 5, 20, True), "14", "11.91", "echte verandering", "geopend"),
        ((16, 1, 20, True), (12, 1, 20, False), "-4", "2.38", "klein maar aantoonbaar", "gesloten"),
        ((0, 12, 20, False), (25, 12, 20, True), "25", "28.58", "mogelijk", "mogelijk geopend"),
        ((40, 5, 20, True), (20, 5, 20, True), "-20", "11.91", "echte verandering", "gebleven"),
        ((5, 5, 20, False), (-5, 5, 20, False), "-10", "11.91", "mogelijk", "geen"),
    ],
)
def test_the_change_of_a_gap_by_hand(
    *, old: tuple[Any, ...], new: tuple[Any, ...], delta: str, margin: str, words: str, state: str
) -> None:
    """t.95(40) = 1.6839; the first margin is 1.6839 * sqrt(5^2 + 5^2)."""
    records = [with_gap("visie", *side[:3], real=side[3]) for side in (old, new)]

    found = gap_of(changes(records[0], records[1]))

    assert (found["old"], found["new"]) == (old[0], new[0])
    assert (found["delta"], found["margin"]) == (printed(delta), printed(margin))
    assert (found["verdict"], found["state"]) == (words, state)


@pytest.mark.parametrize(("then", "now"), [(None, True), (True, None), (None, None)])
def test_of_a_gap_that_is_unknown_on_one_side_nothing_is_said(then: bool | None, now: bool | None) -> None:
    assert gap_state(then, now, None) is None


def test_a_subject_that_only_one_scan_knows_has_a_gap_on_one_side() -> None:
    found = gap_of(changes(record(), without_code(record(), "visie")))

    assert (found["old"], found["new"], found["delta"], found["state"]) == (0, None, None, None)


def test_gaps_stand_in_the_order_of_the_subjects_and_the_windows() -> None:
    found = [(gap["code"], gap["a"], gap["b"]) for gap in changes(record(), record())["gaps"]]

    assert found == [(one["code"], one["a"], one["b"]) for one in record()["result"]["congruence"]["mirrors"]]


def test_a_window_that_is_shown_in_one_scan_only_takes_no_part() -> None:
    """Section 5.4."""
    fewer = [one for one in EVERYBODY if one.window != "inwoner"] + many(4, "inwoner")

    found = changes(record(fewer), record())

    assert "inwoner" not in {window for gap in found["gaps"] for window in (gap["a"], gap["b"])}
    assert [(pair["a"], pair["b"]) for pair in found["congruence"]] == [
        ("professional", "organisatie"),
        ("organisatie", "beleid"),
        ("professional", "beleid"),
    ]


def test_congruence_is_compared_with_the_mean_of_the_errors_of_its_gaps() -> None:
    """They share their people, so the error of a mean of gaps is at most the mean of their errors."""
    old, new = record(), record([*many(12, "professional"), *many(12, "beleid", 0.75)])
    told = [
        (one["standard_error"], one["degrees_of_freedom"])
        for side in (old, new)
        for one in side["insight"]["congruence"]["gaps"]
        if (one["a"], one["b"]) == ("professional", "beleid")
    ]
    half = len(told) // 2
    errors = [sum(error for error, _ in side) / half for side in (told[:half], told[half:])]
    degrees = sum(min(nu for _, nu in side) for side in (told[:half], told[half:]))

    (found,) = changes(old, new)["congruence"]

    assert (found["old"], found["new"]) == (100, 75)
    assert found["margin"] == pytest.approx(t_quantile(Z_95, degrees) * (errors[0] ** 2 + errors[1] ** 2) ** 0.5)
    assert found["verdict"] == "echte verandering"


def test_congruence_is_taken_over_the_subjects_that_both_scans_know() -> None:
    """A gap of 40 on a subject that the other scan did not ask is no fall of congruence."""
    old = without_code(with_gap("l3a", 0, 5, 20, real=False), "visie")
    new = with_gap("visie", 40, 5, 20, real=True)

    found = next(p for p in changes(old, new)["congruence"] if (p["a"], p["b"]) == ("professional", "beleid"))

    assert (found["old"], found["new"], found["delta"]) == (100, 100, 0)


def test_a_pair_with_fewer_than_three_shared_subjects_has_no_congruence() -> None:
    codes = [mirror.code for mirror in INSTRUMENT.mirrors if {"professional", "beleid"} <= set(mirror.items)]

    found = changes(record(), without_code(record(), *codes[2:]))["congruence"]

    pair = next(one for one in found if (one["a"], one["b"]) == ("professional", "beleid"))
    assert pair == {"a": "professional", "b": "beleid", **UNKNOWN}


def test_the_vertical_congruence_asks_for_two_pairs_that_both_scans_know() -> None:
    two = [*many(12, "professional"), *many(12, "beleid")]

    assert changes(record(two), record())["vertical"] == UNKNOWN
    assert changes(record([*two, *many(12, "organisatie")]), record())["vertical"]["new"] == 100


def test_where_nothing_is_missing_congruence_is_what_the_results_say_themselves() -> None:
    new = record([*many(12, "inwoner", 1.0), *many(12, "professional", 0.75), *EVERYBODY[24:]])
    itself = new["result"]["congruence"]

    found = changes(record(), new)

    assert [pair["new"] for pair in found["congruence"]] == [pair["congruence"] for pair in itself["pairs"]]
    assert found["vertical"]["new"] == pytest.approx(itself["vertical"])


def roles(first: float, second: float, *, also: str | None = None) -> Record:
    groups = [*many(12, "professional", first), *many(12, "professional", second, role="werk_inkomen")]
    return record([*groups, *(many(12, "professional", role=also) if also else [])])


def test_the_horizontal_congruence_is_compared_between_the_same_groups() -> None:
    found = changes(roles(0.5, 1.0), roles(0.5, 0.5))["horizontal"]

    assert (found["old"], found["new"], found["verdict"]) == (50, 100, "echte verandering")


def test_with_other_groups_the_horizontal_congruence_has_no_change() -> None:
    found = changes(roles(0.5, 1.0), roles(0.5, 0.5, also="uwv"))["horizontal"]

    assert (found["old"], found["new"]) == (50, 100)
    assert (found["delta"], found["verdict"]) == (None, None)


def test_a_window_with_one_person_has_a_wide_margin_for_its_gaps() -> None:
    one = [*many(12, "professional"), respond("beleid")]

    found = gap_of(changes(record(one), record(one)))

    assert found["margin"] > 30
