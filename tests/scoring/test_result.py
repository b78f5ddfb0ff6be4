"""From responses to a result: the complete example of section 5.12, and what an ambition may change."""

from typing import Any

import pytest

from scoring import score_scan
from scoring.continuum import project
from scoring.respondents import mean_of
from scoring.windows import Measure
from tests.scoring.builders import (
    EXAMPLE_MINIMUM,
    FEATURES,
    INSTRUMENT,
    MANAGERS,
    PROFESSIONALS,
    document,
    example,
    many,
    panels,
    printed,
    profile,
    respond,
)

RESULT = document(example(), ambition=6, minimum=EXAMPLE_MINIMUM)
WITH_RESIDENTS = document(example(residents=True), ambition=6, minimum=EXAMPLE_MINIMUM)
WEIGHT = {feature.id: feature.weight for feature in INSTRUMENT.features}


def levels(line: str) -> list[object]:
    return [printed(cell) for cell in line.split()]


def window_levels(window: str, *, residents: bool = False) -> dict[str, float]:
    """The feature levels (0..1) of one window of the example."""
    panel = panels(example(residents=residents), EXAMPLE_MINIMUM)[window]
    return {feature: measure.value / 100 for feature, measure in panel.features.items()}


def test_the_professionals_of_the_example_are_pooled() -> None:
    """Ruling 73: two and one are both below three, so plain means."""
    found = list(window_levels("professional").values())

    assert found == levels(
        "0.6667 0.4167 0.1667 0.1667 0.0 0.0833 0.25 0.4167 0.1667 0.25 0.0833 0.0 0.0833 0.1667 0.25"
    )


def test_the_features_of_the_example_combine_five_and_three_eighths() -> None:
    found = list(RESULT["continuum"]["features"].values())

    assert found == levels(
        "0.6979 0.4479 0.2448 0.1979 0.0469 0.1458 0.2969 0.4479 0.1979 0.2969 0.1458 0.0469 0.1458 0.1979 0.2969"
    )


def test_the_position_of_the_example() -> None:
    found = RESULT["continuum"]

    assert found["position"] == printed("2.907")
    assert (found["nearest"], found["similarity"][2]) == (3, printed("91.8"))
    assert (found["runner_up"], found["similarity"][1]) == (2, printed("81.0"))
    assert found["margin"] == pytest.approx(found["similarity"][2] - found["similarity"][1])
    assert found["residual"] == printed("0.080")
    assert found["coverage"] == 1
    assert (found["wording"], found["core_complete"], found["zone"]) == ("typering", True, "naast elkaar")
    assert found["gap_to_ambition"] == printed("3.09")


def test_the_positions_of_the_windows_of_the_example() -> None:
    assert RESULT["windows"]["professional"]["continuum"]["position"] == printed("2.711")
    assert RESULT["windows"]["organisatie"]["continuum"]["position"] == printed("3.257")


def test_the_positions_of_the_respondents_of_the_example() -> None:
    found = [project(INSTRUMENT.features, profile(line)) for _, line in (*PROFESSIONALS, *MANAGERS)]

    assert [projection.position for projection in found if projection] == levels("2.800 3.108 1.667 3.405 3.108")


@pytest.mark.parametrize(
    ("window", "variance", "effective_n"), [("professional", "0.6187", "3.0"), ("organisatie", "0.5208", "2.0")]
)
def test_the_spread_of_the_positions_of_the_example(window: str, variance: str, effective_n: str) -> None:
    """s2 with s0 = .8 around the plain mean; n_eff from the role weights."""
    panel = panels(example(), EXAMPLE_MINIMUM)[window]
    by_feature = {i.feature: i for i in panel.window.scored_items() if i.feature}
    measure = panel.measure(
        lambda r: (
            found.position
            if (found := project(INSTRUMENT.features, {f: mean_of([i], r) for f, i in by_feature.items()}))
            else None
        ),
        0.8,
    )

    assert isinstance(measure, Measure)
    assert measure.uncertainty.standard_error**2 * float(effective_n) == printed(variance)


def test_the_interval_of_the_example() -> None:
    found = RESULT["continuum"]

    assert found["standard_error"] == printed("0.3423")
    assert found["degrees_of_freedom"] == 11
    assert (found["high"] - found["low"]) / 2 == printed("0.467")
    assert (found["low"], found["high"]) == (printed("2.44"), printed("3.37"))
    assert found["plausible"] == [2, 3]
    assert found["certainty"] == "middel"


def test_what_the_example_misses_for_the_next_model() -> None:
    found = RESULT["continuum"]["missing"]["next"]
    weighted = {short["feature"]: WEIGHT[short["feature"]] * short["shortfall"] for short in found["features"]}
    expected = {"coord": "0.552", "formeel": "0.505", "sturing": "0.453", "info": "0.302"}
    expected |= {"plan": "0.177", "monitoring": "0.177", "intake": "0.151"}

    assert found["model"] == 4
    assert list(weighted) == list(expected)
    assert list(weighted.values()) == [printed(number) for number in expected.values()]


def test_professionals_and_managers_of_the_example_see_nearly_the_same() -> None:
    """K = 87.78, b = +12.22 over the 15 features; `rugdekking`, a sixteenth shared subject, has no gap here."""
    pair = RESULT["congruence"]["pairs"][1]

    assert pair["codes"] == 16
    assert 100 - (100 - pair["congruence"]) * 16 / 15 == printed("87.78")
    assert pair["bias"] * 16 / 15 == printed("12.22")
    assert pair["label"] == "congruent"


def test_the_professionals_of_the_example_agree() -> None:
    spreads = [m.spread for m in panels(example(), EXAMPLE_MINIMUM)["professional"].features.values()]

    assert max(spread for spread in spreads if spread is not None) == printed("11.1")


def test_the_groups_of_the_example_are_not_shown() -> None:
    assert RESULT["windows"]["professional"]["roles"] == {}
    assert RESULT["windows"]["professional"]["rest"] == 3
    assert RESULT["congruence"]["horizontal"] is None


def test_five_residents_join_the_example() -> None:
    own = window_levels("inwoner", residents=True)
    found = WITH_RESIDENTS["continuum"]
    seen = ("info", "coord", "plan", "inwoner", "sluitend")

    assert [own[feature] for feature in seen] == levels("0.1333 0.3333 0.1333 0.1333 0.3333")
    assert [found["features"][f] for f in seen] == levels("0.3850 0.2250 0.1433 0.0642 0.3042")
    assert found["position"] == printed("2.891")
    assert (found["standard_error"], found["degrees_of_freedom"]) == (printed("0.2882"), 19)
    assert (found["high"] - found["low"]) / 2 == printed("0.383")


def test_features_that_residents_do_not_see_stay_as_they_were() -> None:
    before, after = RESULT["continuum"]["features"], WITH_RESIDENTS["continuum"]["features"]

    assert {f for f in FEATURES if before[f] != after[f]} == {"info", "coord", "plan", "inwoner", "sluitend"}


def test_only_what_depends_on_the_ambition_changes_with_it() -> None:
    """Ruling 76: gap, what is missing for it, sequence and advice; everything else is frozen."""

    def rest(found: dict[str, Any]) -> dict[str, Any]:
        continuum = found["continuum"] | {"gap_to_ambition": None}
        continuum |= {"missing": continuum["missing"] | {"ambition": None}}
        return found | {"ambition": None, "continuum": continuum, "advice": None}

    other = document(example(), ambition=4, minimum=EXAMPLE_MINIMUM)
    none = document(example(), minimum=EXAMPLE_MINIMUM)

    assert rest(other) == rest(RESULT) == rest(none)
    assert other["advice"] != RESULT["advice"]


@pytest.mark.parametrize("ambition", [0, 8, -1])
def test_an_ambition_that_is_no_model_scores_nothing(ambition: int) -> None:
    with pytest.raises(ValueError, match="is not a model"):
        score_scan(INSTRUMENT, [], ambition=ambition)


def test_a_scan_without_responses_has_a_result_that_says_nothing() -> None:
    found = document([])

    assert {window["status"] for window in found["windows"].values()} == {"absent"}
    assert found["continuum"]["certainty"] == "onvoldoende"
    assert found["learning"]["level"] is None
    assert found["advice"] == []


def test_there_is_no_single_figure_over_the_windows() -> None:
    found = document([*many(5, "inwoner"), *many(5, "professional"), respond("organisatie"), respond("beleid")])

    assert set(found) == {
        *("edition", "method", "ambition", "windows"),
        *("continuum", "learning", "congruence", "lenses", "advice"),
    }
