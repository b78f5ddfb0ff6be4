"""The course between two measurements of one collaboration (section 5.8)."""

import random
from copy import deepcopy
from typing import Any

import pytest

from scoring import Response, compare_results, course_of, frozen_record, score_scan
from scoring.course import advice_change, changed_features, order_change
from tests.scoring.builders import FEATURES, INSTRUMENT, many, respond

NOTHING = {"delta": None, "margin": None, "verdict": None}
KEYS = {
    "comparison", "basis", "counts", "features", "orders", "gaps", "congruence", "vertical", "horizontal", "advice",
    "role_mix",
}  # fmt: skip
Record = dict[str, Any]


def record(responses: list[Response], **options: Any) -> Record:
    return frozen_record(score_scan(INSTRUMENT, responses, **options))


def course(old: Record, new: Record) -> dict[str, Any]:
    return course_of(INSTRUMENT, old, new)


def by_chance(seed: int, people: int = 6) -> Record:
    """A record of people in all windows who answer anything."""
    chance = random.Random(seed)
    found = []
    for window in INSTRUMENT.windows:
        for _ in range(people):
            answers = {item.id: chance.choice(item.options) for item in window.scored_items() if chance.random() < 0.9}
            found.append(Response(window.id, chance.choice(window.roles), answers))
    return record(found, ambition=6)


def small(delta: float | None, verdict: str | None) -> dict[str, Any]:
    return {"delta": delta, "margin": 0.2, "verdict": verdict}


def test_a_course_holds_the_comparison_of_the_results_and_everything_that_follows() -> None:
    old, new = by_chance(1), by_chance(2)

    found = course(old, new)

    assert set(found) == KEYS
    assert found["comparison"] == compare_results(INSTRUMENT, old["result"], new["result"])
    assert set(found["features"]) == {"changed", "more", "tested", "by_chance"}


def test_a_course_changes_neither_record() -> None:
    old, new = by_chance(1), by_chance(2)
    before = deepcopy((old, new))
    course(old, new)

    assert (old, new) == before


@pytest.mark.parametrize("seed", range(10))
def test_a_scan_beside_itself_has_no_change_at_all(seed: int) -> None:
    one = by_chance(seed)

    found = course(one, one)

    assert (found["features"]["changed"], found["features"]["more"]) == ([], 0)
    assert {order["changed"] for order in found["orders"].values()} == {False}
    assert {gap["delta"] for gap in found["gaps"]} == {0.0}
    assert {gap["state"] for gap in found["gaps"]} <= {"gebleven", "geen"}
    assert [found["advice"]["gone"], found["advice"]["new"]] == [[], []]
    assert {mix["shifted"] for mix in found["role_mix"].values()} == {False}
    changes = [*found["congruence"], found["vertical"], found["horizontal"]]
    assert {change["delta"] for change in changes} <= {0.0, None}


@pytest.mark.parametrize("seed", range(10))
def test_the_other_way_round_every_change_has_the_other_sign(seed: int) -> None:
    old, new = by_chance(seed), by_chance(seed + 100)
    there, back = course(old, new), course(new, old)

    assert sorted(there["features"]["changed"]) == sorted(back["features"]["changed"])
    assert there["basis"] == {"old": back["basis"]["new"], "new": back["basis"]["old"]}
    assert there["advice"]["gone"] == back["advice"]["new"]
    assert set(there["advice"]["stayed"]) == set(back["advice"]["stayed"])
    for one, other in zip(there["gaps"], back["gaps"], strict=True):
        assert (one["old"], one["new"], one["verdict"]) == (other["new"], other["old"], other["verdict"])
        assert one["delta"] == (None if other["delta"] is None else pytest.approx(-other["delta"]))
        mirrored = {"gesloten": "geopend", "geopend": "gesloten"}
        words = (one["state"] or "").split()
        assert [mirrored.get(word, word) for word in words] == (other["state"] or "").split()
    for one, other in zip(there["congruence"], back["congruence"], strict=True):
        assert (one["old"], one["new"], one["margin"]) == (other["new"], other["old"], other["margin"])


def test_of_windows_below_their_minimum_nothing_appears() -> None:
    """Section 5.4: both scans must pass the minimum for anything to be shown."""
    found = course(record([*many(4, "inwoner"), *many(4, "professional")]), by_chance(3))

    assert found["basis"]["old"] == []
    assert found["comparison"]["position"] == NOTHING
    assert (found["gaps"], found["congruence"], found["role_mix"]) == ([], [], {})
    assert found["vertical"] == found["horizontal"] == {"old": None, "new": None, **NOTHING}
    assert found["features"] == {"changed": [], "more": 0, "tested": 0, "by_chance": 0.0}
    assert {order["changed"] for order in found["orders"].values()} == {False}
    assert found["counts"]["position"][0] is None
    assert {counts[0] for counts in found["counts"]["dimensions"].values()} == {None}


def test_two_scans_without_any_answer_have_a_course_too() -> None:
    found = course(record([]), record([]))

    assert found["counts"]["position"] == [None, None]
    assert found["advice"] == {"gone": [], "stayed": [], "new": []}


def test_at_most_five_changed_features_are_named_the_largest_first() -> None:
    """Ties stay in the order of the features; the others are counted."""
    changes = {feature: small(0.3, "echte verandering") for feature in FEATURES}
    changes["gelijk"], changes["sluitend"] = small(-0.9, "echte verandering"), small(0.6, "echte verandering")
    changes["advies"], changes["plan"] = small(0.8, "mogelijk"), small(None, None)

    found = changed_features(INSTRUMENT, changes)

    assert found["changed"] == ["gelijk", "sluitend", "info", "formeel", "coord"]
    assert (found["more"], found["tested"]) == (8, 14)


@pytest.mark.parametrize("verdict", ["mogelijk", "klein maar aantoonbaar", "geen"])
def test_only_a_real_change_of_a_feature_is_named(verdict: str) -> None:
    found = changed_features(INSTRUMENT, {feature: small(0.3, verdict) for feature in FEATURES})

    assert (found["changed"], found["more"]) == ([], 0)
    assert (found["tested"], found["by_chance"]) == (15, 1.5)


def test_one_or_two_of_fifteen_features_change_by_chance() -> None:
    """The margin alone, of one question in one window with a minimum of 1: 5 % on either side."""
    chance, hits, tested = random.Random(7), 0, 0
    for _ in range(60):
        old, new = (record([respond("organisatie", **drawn(chance)) for _ in range(12)]) for _ in range(2))
        for change in course(old, new)["comparison"]["features"].values():
            tested += 1
            hits += change["verdict"] in ("echte verandering", "klein maar aantoonbaar")

    assert tested == 60 * 15
    assert 0.03 < hits / tested < 0.13


def drawn(chance: random.Random) -> dict[str, Any]:
    items = [item for item in INSTRUMENT.window("organisatie").scored_items() if item.feature]
    return {item.id: chance.choice((0.25, 0.5, 0.5, 0.75)) for item in items}


@pytest.mark.parametrize(
    ("verdict", "shown", "changed"),
    [
        ("echte verandering", "gerealiseerd", True),
        ("klein maar aantoonbaar", "gerealiseerd", True),
        ("mogelijk", "in ontwikkeling", False),
        ("geen", "in ontwikkeling", False),
        (None, "in ontwikkeling", False),
    ],
)
def test_a_status_only_changes_with_a_demonstrable_change_of_the_score(
    verdict: str | None, shown: str, changed: bool
) -> None:
    """Ruling 67."""
    old, new = {"status": "in ontwikkeling"}, {"status": "gerealiseerd"}

    found = order_change(old, new, small(9.0, verdict))

    assert found == {"old": "in ontwikkeling", "new": "gerealiseerd", "shown": shown, "changed": changed}


def test_a_status_that_stays_has_not_changed_however_much_the_score_did() -> None:
    found = order_change({"status": "nog niet"}, {"status": "nog niet"}, small(20.0, "echte verandering"))

    assert (found["shown"], found["changed"]) == ("nog niet", False)


@pytest.mark.parametrize(
    ("old", "new"), [("onvoldoende gegevens", "gerealiseerd"), ("gerealiseerd", "onvoldoende gegevens")]
)
def test_where_a_score_is_missing_the_status_of_now_is_shown(old: str, new: str) -> None:
    found = order_change({"status": old}, {"status": new}, NOTHING)

    assert (found["shown"], found["changed"]) == (new, False)


def advised(*ids: str, not_shown: tuple[str, ...] = ()) -> dict[str, Any]:
    ranked = [*((one, True) for one in ids), *((one, False) for one in not_shown)]
    return {"advice": [{"id": one, "rank": n, "shown": shown} for n, (one, shown) in enumerate(ranked, 1)]}


def test_advice_is_gone_stayed_or_new_by_what_came_first() -> None:
    old = advised("R13", "R01", "R05", "R02", not_shown=("R09",))
    new = advised("R02", "R09", "R05", not_shown=("R13",))

    assert advice_change(old, new) == {"gone": ["R13", "R01"], "stayed": ["R02", "R05"], "new": ["R09"]}


def test_results_without_an_insight_have_a_course_in_which_that_is_unknown() -> None:
    old, new = by_chance(4), by_chance(5)
    with_insight = course(old, new)

    found = course({"result": old["result"]}, {"result": new["result"], "insight": None})

    assert {(gap["margin"], gap["verdict"]) for gap in found["gaps"]} == {(None, None)}
    assert [gap["delta"] for gap in found["gaps"]] == [gap["delta"] for gap in with_insight["gaps"]]
    assert {change["verdict"] for change in found["congruence"]} == {None}
    for key in ("comparison", "basis", "counts", "features", "orders", "advice"):
        assert found[key] == with_insight[key]


def test_records_from_before_have_differences_of_gaps_without_a_verdict() -> None:
    old, new = by_chance(4), by_chance(5)
    deltas = [gap["delta"] for gap in course(old, new)["gaps"]]
    for one in (old, new):
        del one["insight"]["congruence"]
        for window in one["insight"]["windows"].values():
            del window["groups"]

    found = course(old, new)

    assert {gap["verdict"] for gap in found["gaps"]} == {None}
    assert [gap["delta"] for gap in found["gaps"]] == deltas
    assert {gap["state"] for gap in found["gaps"]}.isdisjoint({"gesloten", "geopend"})
    assert found["vertical"]["delta"] is not None
    assert found["vertical"]["margin"] is None
