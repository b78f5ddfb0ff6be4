"""The position of a municipality: combining windows, certainty, ambition, network (sections 3.6 to 3.8, 5.3, 5.5)."""

from types import SimpleNamespace
from typing import Any

import pytest

from scoring import score_scan
from scoring.continuum import FeatureValue, certainty, network_label
from scoring.uncertainty import Uncertainty
from scoring.windows import Dimension, Measure
from tests.scoring.builders import (
    FEATURE_ITEM,
    FEATURES,
    INSTRUMENT,
    document,
    many,
    model_profile,
    panels,
    respond,
    with_features,
)

SOME = ("advies", "info", "formeel", "coord", "sturing", "overleg")
OTHERS = tuple(feature for feature in FEATURES if feature not in SOME)


def saying(vision: float | None, policy: float | None) -> list[Any]:
    """Panels that hold only what the network label looks at."""

    def measure(value: float) -> Measure:
        return Measure(value, 5, Uncertainty(5, 8), None, 5)

    dimensions = {"pro_visie": Dimension(5, None if vision is None else measure(vision))}
    items = {} if policy is None else {"bel_regio_2": measure(policy)}
    return [SimpleNamespace(dimensions=dimensions, items={}), SimpleNamespace(dimensions={}, items=items)]


def items(window: str, features: tuple[str, ...]) -> list[str]:
    return [FEATURE_ITEM[window, feature] for feature in features]


def test_windows_combine_by_half_three_tenths_and_a_fifth() -> None:
    answers = many(5, "professional", 1.0) + many(5, "inwoner", 0.0) + [respond("organisatie", 0.5)]
    features = document(answers)["continuum"]["features"]

    assert features["coord"] == pytest.approx(0.5 * 1 + 0.3 * 0.5 + 0.2 * 0)
    assert features["sturing"] == pytest.approx((0.5 * 1 + 0.3 * 0.5) / 0.8)


def test_policy_answers_never_move_the_position() -> None:
    organisation = [with_features("organisatie", model_profile(4))]

    assert document(organisation)["continuum"] == document([*organisation, respond("beleid", 1.0)])["continuum"]


def test_one_manager_can_start_and_is_told_how_uncertain_it_is() -> None:
    found = document([with_features("organisatie", model_profile(4))])["continuum"]

    assert found["position"] == pytest.approx(4)
    assert found["coverage"] == 1
    assert found["certainty"] == "laag"
    assert (found["low"], found["high"]) == (pytest.approx(4 - 1.2231, abs=1e-3), pytest.approx(4 + 1.2231, abs=1e-3))


def test_residents_and_policy_makers_have_no_position_of_their_own() -> None:
    """Ruling 11: a window's own position keeps the gate of half of all weight; residents see 4.5 of 13."""
    windows = document([*many(5, "inwoner"), respond("beleid"), respond("organisatie")])["windows"]

    assert windows["inwoner"]["continuum"] == {"position": None}
    assert windows["beleid"]["continuum"] == {"position": None}
    assert windows["organisatie"]["continuum"]["position"] is not None


def test_a_resident_has_an_own_position_with_half_of_what_residents_see() -> None:
    """Ruling 11: of 4.5, coord, info and plan are 2.5, without plan 2."""
    answered = many(5, "inwoner", without=items("inwoner", ("inwoner", "sluitend")))
    too_little = many(5, "inwoner", without=items("inwoner", ("inwoner", "sluitend", "plan")))
    manager = [respond("organisatie")]

    assert document([*answered, *manager])["continuum"]["degrees_of_freedom"] == (4 + 5 - 1) + 4
    assert document([*too_little, *manager])["continuum"]["degrees_of_freedom"] == 4


def test_a_window_in_which_nobody_has_a_position_counts_for_its_features_but_not_for_the_interval() -> None:
    """Ruling 10: Omega is renormalised over the windows with own positions."""
    some = many(3, "professional", without=items("professional", OTHERS))
    others = many(3, "professional", without=items("professional", (*SOME, "plan", "doel")))
    manager = [respond("organisatie")]
    alone = document(manager)["continuum"]
    together = document([*some, *others, *manager], minimum={"professional": 3})["continuum"]

    assert together["feature_uncertainty"]["advies"]["degrees_of_freedom"] == 4 + (4 + 3 - 1)
    assert (together["standard_error"], together["degrees_of_freedom"]) == (
        alone["standard_error"],
        alone["degrees_of_freedom"],
    )


def test_a_position_without_any_own_position_has_no_interval_and_is_uncertain() -> None:
    """Ruling 10."""
    answers = [
        respond("organisatie", without=items("organisatie", OTHERS)),
        respond("organisatie", without=items("organisatie", (*SOME, "plan", "doel"))),
    ]
    found = document(answers)["continuum"]

    assert found["position"] is not None
    assert found["coverage"] == pytest.approx(12 / 13)
    empty = ("low", "high", "standard_error", "degrees_of_freedom", "plausible")
    assert {found[key] for key in empty} == {None}
    assert found["certainty"] == "laag"


def test_n_of_the_position_counts_those_with_an_own_position() -> None:
    """Ruling 10."""
    answers = [respond("organisatie"), respond("organisatie", without=items("organisatie", OTHERS))]

    assert document(answers)["continuum"]["degrees_of_freedom"] == 4


def test_the_certainty_looks_at_the_width_before_clipping() -> None:
    """Ruling 13: five at model 1 and one at model 7 lie at 1.33; h = 1.07, though clipping leaves .70."""
    answers = [with_features("organisatie", model_profile(model)) for model in (1, 1, 1, 1, 1, 7)]
    found = document(answers)["continuum"]

    assert found["position"] == pytest.approx(4 / 3)
    assert (found["high"] - found["low"]) / 2 < 1
    assert found["certainty"] == "laag"


def test_policy_makers_do_not_make_the_position_more_certain() -> None:
    """Ruling 13: n and the number of windows are those that supply a feature."""
    two, three = (many(n, "organisatie") + many(10, "beleid") for n in (2, 3))

    assert document(two)["continuum"]["certainty"] == "laag"
    assert document(three)["continuum"]["certainty"] == "middel"


def test_eight_people_in_two_windows_can_be_certain() -> None:
    staff = many(5, "professional")

    assert document([*staff, *many(3, "organisatie")])["continuum"]["certainty"] == "hoog"
    assert document([*staff, *many(2, "organisatie")])["continuum"]["certainty"] == "middel"
    assert document(many(9, "professional"))["continuum"]["certainty"] == "middel"


@pytest.mark.parametrize(("divided", "label"), [(5, "hoog"), (6, "middel")])
def test_a_third_of_the_features_may_be_divided(divided: int, label: str) -> None:
    """Ruling 12: above 20 is divided; a feature without a spread counts as not divided."""
    shown = list(panels([*many(5, "professional"), *many(3, "organisatie")]).values())
    spreads = [20.1] * divided + [20.0] * 3 + [None] * (15 - divided - 3)
    features = {f: FeatureValue(0.5, Uncertainty(0.1, 8), s) for f, s in zip(FEATURES, spreads, strict=True)}

    assert certainty(shown, features, 1.0, Uncertainty(0.2, 12)) == label


def test_the_third_is_taken_of_the_features_with_a_value() -> None:
    """Ruling 12: four of eleven is more than a third."""
    shown = list(panels([*many(5, "professional"), *many(3, "organisatie")]).values())
    values = [FeatureValue(0.5, Uncertainty(0.1, 8), 30.0 if i < 4 else 10.0) for i in range(11)]
    features = dict(zip(FEATURES, [*values, None, None, None, None], strict=True))

    assert certainty(shown, features, 0.85, Uncertainty(0.2, 12)) == "middel"


def test_the_spread_of_a_feature_is_the_plain_mean_of_its_windows() -> None:
    """Ruling 12: only windows with n >= max(k, 3) have one; 11.11 and 33.33 give 22.22."""
    professionals = [respond("professional", pro_regie_2=v) for v in (0.5, 0.75, 0.75)]
    managers = [respond("organisatie", org_regie_1=v) for v in (0.0, 0.75, 0.75)]
    scored = score_scan(INSTRUMENT, [*professionals, *managers], {"professional": 3})
    coordination, unanimous = scored.continuum.features["coord"], scored.continuum.features["sturing"]

    assert coordination is not None
    assert coordination.spread == pytest.approx((100 / 9 + 100 / 3) / 2)
    assert unanimous is not None
    assert unanimous.spread == 0


def test_the_next_model_does_not_stop_at_the_ambition() -> None:
    """Ruling 15: `missing.next` is min(nearest + 1, 7), whatever the ambition is."""
    found = document([with_features("organisatie", model_profile(5))], ambition=3)["continuum"]
    highest = document([with_features("organisatie", model_profile(7))])["continuum"]

    assert found["missing"]["next"]["model"] == 6
    assert found["missing"]["ambition"] == {"model": 3, "features": [], "unknown": []}
    assert highest["missing"]["next"] == {"model": 7, "features": [], "unknown": []}


def test_beyond_the_ambition_there_is_no_gap() -> None:
    found = document([with_features("organisatie", model_profile(5))], ambition=3)["continuum"]

    assert found["gap_to_ambition"] == 0


def test_without_an_ambition_there_is_no_gap_and_nothing_missing_for_it() -> None:
    """Ruling 16."""
    found = document([respond("organisatie")])["continuum"]

    assert found["gap_to_ambition"] is None
    assert found["missing"]["ambition"] is None
    assert found["missing"]["next"] is not None


def test_with_too_little_observed_there_is_no_position_but_what_was_observed_stays() -> None:
    """Ruling 16: residents alone see 4.5 of 13."""
    found = document(many(5, "inwoner"), ambition=6)["continuum"]
    kept = {"features", "feature_uncertainty", "coverage", "network", "certainty", "missing"}

    assert {value for key, value in found.items() if key not in kept} == {None}
    assert found["missing"] == {"next": None, "ambition": None}
    assert found["certainty"] == "onvoldoende"
    assert found["coverage"] == pytest.approx(4.5 / 13)
    assert found["features"]["coord"] == pytest.approx(1 / 3)
    assert found["feature_uncertainty"]["coord"]["degrees_of_freedom"] == 8


def test_with_nothing_at_all_everything_is_unknown() -> None:
    found = document([], ambition=6)["continuum"]

    assert set(found["features"].values()) == {None}
    assert (found["coverage"], found["position"], found["network"]) == (0, None, None)


def test_a_feature_is_as_uncertain_as_its_windows_together() -> None:
    """Ruling 50: s0 is .2 on the scale of features."""
    found = document([*many(5, "professional"), respond("organisatie")])["continuum"]["feature_uncertainty"]["coord"]
    error_professional, error_manager = (4 * 0.04 / 8 / 5) ** 0.5, 0.2

    assert found["standard_error"] == pytest.approx(
        ((0.625 * error_professional) ** 2 + (0.375 * error_manager) ** 2) ** 0.5
    )
    assert found["degrees_of_freedom"] == 8 + 4


def test_the_chosen_portrait_never_moves_the_position() -> None:
    with_portrait = document([respond("organisatie", org_beeld_1=7)])

    assert with_portrait == document([respond("organisatie")])


@pytest.mark.parametrize(
    ("goal", "vision", "policy", "label"),
    [
        (0.75, 65, 60, "één doel"),
        (0.75, 65, None, "één doel"),
        (0.75, 65, 59, "op weg naar één doel"),
        (0.75, 64, 60, "op weg naar één doel"),
        (0.74, 100, 100, "op weg naar één doel"),
        (0.5, 100, 100, "eigen doelen"),
        (0.51, 0, 0, "op weg naar één doel"),
        (0.75 - 1e-10, 65 - 1e-10, 60 - 1e-10, "één doel"),
        (0.5 + 1e-10, 0, 0, "eigen doelen"),
    ],
)
def test_the_network_label(goal: float, vision: float, policy: float | None, label: str) -> None:
    """Section 3.8, with ruling 1 at the borders."""
    assert network_label(INSTRUMENT, {"doel": goal}, saying(vision, policy)) == label


def test_without_a_goal_or_a_vision_one_goal_is_not_claimed() -> None:
    """Ruling 17: without `doel` no label; an unobserved `pro_visie` does not meet its condition."""
    assert network_label(INSTRUMENT, {"doel": None}, saying(100, 100)) is None
    assert network_label(INSTRUMENT, {"doel": 1.0}, saying(None, 100)) == "op weg naar één doel"
    assert network_label(INSTRUMENT, {"doel": 0.25}, saying(None, None)) == "eigen doelen"
