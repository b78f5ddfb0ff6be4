"""Does the scan say what the report says? Every case of the report, with every reading that its text allows.

The coding, with lines and reasons, stands in `app/demo/cases.py` and `docs/cases.md`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import pytest

from app.demo import demo_documents, demo_record
from app.demo.cases import CASES, HOUTEN_2, PHASE_1, WIJK_2, WOERDEN_2, Case
from questionnaires import load_current
from scoring import compare_results
from scoring.continuum import Profile, Projection, core_complete, project, wording, zone

EDITION = load_current()
INSTRUMENT = EDITION.instrument
PAGE = Path(__file__).parents[2] / "docs" / "cases.md"
PLACES = ("houten", "woerden", "wijk-bij-duurstede")
DRAWS = 1_000

Reading = tuple[Profile, Projection]


def read(profile: Profile) -> Reading:
    projection = project(INSTRUMENT.features, profile)
    assert projection is not None
    return profile, projection


def profiles(case: Case) -> Iterator[Profile]:
    levels = case.levels()
    for combination in product(*levels.values()):
        yield dict(zip(levels, combination, strict=True))


@cache
def readings(case: Case) -> tuple[Reading, ...]:
    """Every combination of the levels that the text allows, projected."""
    return tuple(read(profile) for profile in profiles(case))


def drawn(case: Case, seed: int) -> list[Reading]:
    """Random combinations, as an independent reader would make them."""
    draw = Random(seed)
    return [read({f: draw.choice(levels) for f, levels in case.levels().items()}) for _ in range(DRAWS)]


def middle(case: Case) -> Reading:
    return read({code.feature: code.level() for code in case.codes})


def worded(reading: Reading) -> str:
    profile, projection = reading
    return wording(projection, core_complete(INSTRUMENT, profile, projection.nearest))


def positions(case: Case) -> list[float]:
    return [projection.position for _, projection in readings(case)]


def best_two(case: Case) -> Counter[tuple[int, int]]:
    return Counter((projection.nearest, projection.runner_up) for _, projection in readings(case))


def share(counts: Counter[Any], chosen: Any) -> float:
    return counts[chosen] / counts.total()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_coding_covers_every_feature_once_in_order_and_with_lines(case: Case) -> None:
    assert [code.feature for code in case.codes] == [feature.id for feature in INSTRUMENT.features]
    assert all(code.lines and code.reason.endswith(".") for code in case.codes)
    assert all(level in (None, 0, 0.25, 0.5, 0.75, 1) for code in case.codes for level in code.levels)


# --- the position of each case ---


def test_the_end_of_phase_1_is_consultatief_or_collaboratief_in_every_reading() -> None:
    assert set(best_two(PHASE_1)) == {(2, 3), (3, 2)}
    assert min(positions(PHASE_1)) >= 1.9
    assert max(positions(PHASE_1)) <= 3.2
    assert {zone(position) for position in positions(PHASE_1)} == {"naast elkaar"}


def test_op_koers_is_interdisciplinair_in_every_reading_and_never_integratief() -> None:
    assert {nearest for nearest, _ in best_two(HOUTEN_2)} == {6}
    assert min(positions(HOUTEN_2)) >= 5.7
    assert max(positions(HOUTEN_2)) <= 6.4


def test_op_koers_may_be_called_interdisciplinair_at_the_middle_of_what_the_text_allows() -> None:
    assert worded(middle(HOUTEN_2)) == "typering"


def test_de_participatietafel_is_gecoordineerd_in_every_reading() -> None:
    assert set(best_two(WIJK_2)) == {(4, 5)}
    assert min(positions(WIJK_2)) >= 3.8
    assert max(positions(WIJK_2)) <= 4.3
    assert {worded(reading) for reading in readings(WIJK_2)} <= {"typering", "kenmerken"}


def test_ferm_wijzer_lies_between_phase_1_and_op_koers_in_every_reading() -> None:
    assert max(positions(PHASE_1)) < min(positions(WOERDEN_2))
    assert max(positions(WOERDEN_2)) < min(positions(HOUTEN_2))


def test_ferm_wijzer_is_most_often_gecoordineerd_then_multidisciplinair_and_seldom_interdisciplinair() -> None:
    nearest = Counter(projection.nearest for _, projection in readings(WOERDEN_2))
    assert set(nearest) == {4, 5, 6}
    assert share(nearest, 4) > 0.5 > share(nearest, 5) > share(nearest, 6)
    assert share(nearest, 6) < 0.15


def test_ferm_wijzer_is_never_typed_with_one_name() -> None:
    assert {worded(reading) for reading in readings(WOERDEN_2)} == {"kenmerken", "gemengd beeld"}


def test_what_ferm_wijzer_lacks_for_interdisciplinair_is_what_the_report_says_such_an_approach_asks() -> None:
    """A:644: going on together after the intake, and agreements on process, monitoring and regie."""
    profile, _ = middle(WOERDEN_2)
    expected = {feature.id: feature.expected[5] for feature in INSTRUMENT.features}
    lacking = {f for f, level in profile.items() if level is not None and expected[f] - level > 0.25}
    assert lacking == {"info", "formeel", "coord", "sturing", "overleg", "besluit", "monitoring"}


def test_only_read_as_literally_as_for_houten_is_ferm_wijzer_nearest_to_interdisciplinair_and_even_then_not_typed() -> (
    None
):
    """A:588 gives the joint intakes face-to-face group meetings and joint decisions, without a municipality."""
    literal = read(dict(middle(WOERDEN_2)[0]) | {"overleg": 1, "besluit": 1})
    assert literal[1].nearest == 6
    assert worded(literal) != "typering"


def test_only_for_ferm_wijzer_can_the_position_lie_more_than_one_model_from_the_nearest_model() -> None:
    """Its profile lies far from the line of models, so that two places on it can be almost equally near."""
    far = {
        case.id: sum(abs(projection.position - projection.nearest) > 1 for _, projection in readings(case))
        for case in CASES
    }
    assert far.pop(WOERDEN_2.id) / len(readings(WOERDEN_2)) == pytest.approx(0.30, abs=0.01)
    assert set(far.values()) == {0}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_random_readings_give_what_all_readings_give(case: Case) -> None:
    random = drawn(case, seed=2021)
    assert {(p.nearest, p.runner_up) for _, p in random} <= set(best_two(case))
    assert min(positions(case)) <= min(p.position for _, p in random)
    assert max(p.position for _, p in random) <= max(positions(case))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_page_about_the_cases_gives_the_ranges_that_the_scan_finds(case: Case) -> None:
    assert range_row(case) in PAGE.read_text(encoding="utf-8")


def range_row(case: Case) -> str:
    """The row of a case in the table of ranges of `docs/cases.md`."""
    nearest = Counter(projection.nearest for _, projection in readings(case))
    worded_as = Counter(worded(reading) for reading in readings(case))
    where = positions(case)
    return " | ".join(
        (
            f"| {case.title}",
            f"{len(where):,}",
            f"{min(where):.2f}–{max(where):.2f}",
            f"{median(where):.2f}",
            _shares(nearest),
            _shares(Counter(projection.runner_up for _, projection in readings(case))),
            f"{_shares(worded_as)} |",
        )
    )


def _shares(counts: Counter[Any]) -> str:
    return ", ".join(f"{key} ({100 * n / counts.total():.0f} %)" for key, n in sorted(counts.items()))


# --- what else the report says, in the examples that are built on the coding ---


@cache
def result(place: str, phase: int) -> dict[str, Any]:
    """The result of an example scan."""
    document = demo_documents(EDITION)[f"voorbeeld-{place}-fase-{phase}"]
    found: dict[str, Any] = demo_record(EDITION, document)["result"]
    return found


def dimension(place: str, phase: int, code: str) -> float:
    for window in result(place, phase)["windows"].values():
        if code in window.get("dimensions", {}):
            score: float = window["dimensions"][code]["score"]
            return score
    raise KeyError(code)


def pair(place: str, phase: int, a: str, b: str) -> dict[str, Any]:
    pairs = result(place, phase)["congruence"]["pairs"]
    return next(found for found in pairs if (found["a"], found["b"]) == (a, b))


def statuses(place: str, phase: int) -> list[str]:
    return [order["status"] for order in result(place, phase)["learning"]["orders"].values()]


@pytest.mark.parametrize("place", PLACES)
def test_after_phase_2_the_first_two_learning_orders_are_realised_and_the_third_is_not(place: str) -> None:
    """A:742-747."""
    assert statuses(place, 2)[:2] == ["gerealiseerd", "gerealiseerd"]
    assert statuses(place, 2)[2] != "gerealiseerd"
    assert result(place, 2)["learning"]["level"] == 2


@pytest.mark.parametrize("place", PLACES)
def test_after_phase_1_no_learning_order_beyond_the_first_is_realised(place: str) -> None:
    """A:702: innovation showed to a small extent only."""
    assert "gerealiseerd" not in statuses(place, 1)[1:]
    assert result(place, 1)["learning"]["level"] == 0


@pytest.mark.parametrize("place", PLACES)
def test_in_phase_1_policy_is_more_positive_than_practice(place: str) -> None:
    """A:436-442, 490, 606."""
    assert pair(place, 1, "professional", "beleid")["signal"] == "papieren ambitie"


@pytest.mark.parametrize("place", ["houten", "wijk-bij-duurstede"])
def test_in_phase_1_residents_are_not_central_and_are_sharper_about_it_than_professionals(place: str) -> None:
    """A:312-338, 350."""
    assert dimension(place, 1, "inw_regie") < 25
    assert dimension(place, 1, "inw_afstemming") < 25
    assert pair(place, 1, "inwoner", "professional")["signal"] == "professionals positiever"


@pytest.mark.parametrize("place", ["houten", "woerden"])
def test_where_administrators_committed_themselves_there_is_more_room(place: str) -> None:
    """A:612."""
    changes = compare_results(INSTRUMENT, result(place, 1), result(place, 2))["dimensions"]
    assert changes["pro_ruimte"]["verdict"] == changes["bel_ruimte"]["verdict"] == "echte verandering"
    assert changes["pro_ruimte"]["delta"] > 0 < changes["bel_ruimte"]["delta"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("phase", [1, 2])
def test_legality_and_performance_prevail(place: str, phase: int) -> None:
    """A:694."""
    assert dimension(place, phase, "bel_sturing") < 50


def test_from_phase_1_to_op_koers_is_a_real_change_of_about_three_models() -> None:
    """A:588."""
    change = compare_results(INSTRUMENT, result("houten", 1), result("houten", 2))["position"]
    assert change["verdict"] == "echte verandering"
    assert change["delta"] == pytest.approx(3.3, abs=0.4)


@pytest.mark.parametrize("place", PLACES)
def test_after_phase_1_the_advice_begins_with_form_process_and_regie(place: str) -> None:
    """A:833-841: beyond consultation, the process on paper, forms of regie."""
    shown = {advice["id"] for advice in result(place, 1)["advice"] if advice["shown"]}
    assert {"R08", "R11", "R13"} <= shown


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("phase", [1, 2])
def test_no_example_works_from_one_goal(place: str, phase: int) -> None:
    """A:734."""
    assert result(place, phase)["continuum"]["network"] != "één doel"
