"""Which recommendations come first (section 6.3)."""

from collections.abc import Sequence
from typing import Any

import pytest

from scoring import Response
from tests.scoring.builders import (
    FEATURE_ITEM,
    FEATURES,
    averaging,
    document,
    many,
    model_profile,
    respond,
    with_features,
    with_means,
)


def advice(
    responses: Sequence[Response], *, ambition: int | None = None, minimum: dict[str, int] | None = None
) -> dict[str, dict[str, Any]]:
    """The advice by id, in order."""
    return {row["id"]: row for row in document(responses, ambition=ambition, minimum=minimum)["advice"]}


def shown(found: dict[str, dict[str, Any]]) -> list[str]:
    return [id_ for id_, row in found.items() if row["shown"]]


def manager(model: int, value: float = 0.75, **answers: float) -> Response:
    """A manager whose features are those of a model and whose other answers are `value`."""
    levels = {FEATURE_ITEM["organisatie", f]: level for f, level in model_profile(model).items() if level is not None}
    return respond("organisatie", value, **(levels | answers))


def test_the_need_of_a_feature_is_its_distance_to_the_ambition() -> None:
    """R13 at model 3 with ambition 6: (1 - .25 + .5 * 1) / 1.5."""
    found = advice([manager(3)], ambition=6)["R13"]

    assert found["need"] == pytest.approx((0.75 + 0.5 * 1.0) / 1.5)


def test_without_an_ambition_the_next_model_is_the_aim() -> None:
    """R13 at model 3, next 4: coord .75 - .25, sturing .5 - 0."""
    found = advice([manager(3)])["R13"]

    assert found["need"] == pytest.approx((0.5 + 0.5 * 0.5) / 1.5)


def test_the_need_of_a_score_is_its_distance_to_75() -> None:
    assert advice([manager(7, org_project_1=0.25)])["R14"]["need"] == pytest.approx(50 / 75)
    assert advice([manager(7, org_project_1=1.0)])["R14"]["need"] == 0


def test_an_indicator_that_two_windows_have_is_weighed_by_how_close_they_are() -> None:
    """R25: bel_verbinding_1 1, l3b .5; l3b is (.30 * 0 + .20 * 75) / .50 = 30."""
    answers = [manager(7, org_leren_4=0.0), respond("beleid", 0.75)]

    assert advice(answers)["R25"]["need"] == pytest.approx((0 + 0.5 * 45 / 75) / 1.5)


def test_a_recommendation_of_which_less_than_half_is_observed_is_not_ranked() -> None:
    """R21: bel_regio_1 1 and org_vorm_2 .5; R19: half of the weight lies with the organisation, and that is enough."""
    found = advice([manager(3)], ambition=6)

    assert "R21" not in found
    assert "R19" in found


def test_breadth_is_the_share_of_windows_that_see_the_need() -> None:
    """Professionals at model 3 and managers at the ambition itself: R13 is confirmed by one of two."""
    answers = [*[with_features("professional", model_profile(3))] * 5, manager(6)]

    assert advice(answers, ambition=6)["R13"]["breadth"] == pytest.approx(0.5)
    assert advice([*answers[:5], manager(3)], ambition=6)["R13"]["breadth"] == 1


def test_one_window_alone_has_a_breadth_of_a_half() -> None:
    """Ruling 49: whether it sees the need or not."""
    assert advice([manager(3)], ambition=6)["R13"]["breadth"] == 0.5
    assert advice([manager(7)], ambition=6)["R13"]["breadth"] == 0.5


def test_a_window_confirms_with_what_it_has_itself() -> None:
    """Ruling 49: residents have coord but not sturing, and their own need at R13 is that of coord alone."""
    residents = many(5, "inwoner", 1.0, inw_afstemming_1=1.0)
    split = advice([manager(3), *residents], ambition=6)["R13"]
    together = advice([manager(3), *many(5, "inwoner", 1.0, inw_afstemming_1=1 / 3)], ambition=6)["R13"]

    assert (split["breadth"], together["breadth"]) == (0.5, 1.0)


def test_a_need_of_exactly_a_fifth_confirms() -> None:
    """Ruling 1: 60 is exactly .20 below 75; 59 of the organisation would be .213."""
    policy = with_means("beleid", 5, {"bel_verbinding_2": 60})
    strong = [respond("organisatie", 0.75)]

    assert advice([*policy, *strong])["R19"]["breadth"] == 0.5
    assert advice([*with_means("beleid", 25, {"bel_verbinding_2": 61}), *strong])["R19"]["breadth"] == 0


def test_agreement_falls_from_a_spread_of_20_to_a_spread_of_50() -> None:
    """R14 with 0, 0, 100, 100 has a spread of 50; 25, 50, 75, 75, 100 one of 22."""
    utter = [respond("organisatie", org_project_1=v) for v in (0.0, 0.0, 1.0, 1.0)]
    some = [respond("organisatie", org_project_1=v) for v in (0.25, 0.5, 0.75, 0.75, 1.0)]

    assert advice(utter)["R14"]["agreement"] == pytest.approx(0)
    assert advice(some)["R14"]["agreement"] == pytest.approx(28 / 30)
    assert advice(many(4, "organisatie"))["R14"]["agreement"] == 1


def test_agreement_that_is_not_known_is_a_half() -> None:
    """Fewer than three answers, or a team form (ruling 20)."""
    assert advice([manager(3)])["R14"]["agreement"] == 0.5
    assert advice([respond("organisatie", participants=8)])["R14"]["agreement"] == 0.5


def test_the_spread_of_a_recommendation_is_the_plain_mean_of_its_triggers() -> None:
    """Ruling 48: org_verticaal_1 50 and org_verticaal_2 10 make 30, though neither weighs 1; C = 20 / 30."""
    pairs = ((0.0, 0.5), (0.0, 0.5), (1.0, 0.5), (1.0, 0.5))
    answers = [respond("organisatie", org_verticaal_1=a, org_verticaal_2=b) for a, b in pairs]

    assert advice(answers)["R19"]["agreement"] == pytest.approx((50 - 25) / 30)


def test_a_trigger_without_a_spread_does_not_count_for_agreement() -> None:
    """Ruling 48: of R29 only the managers are three, so the one policy maker's answer has none."""
    answers = [respond("organisatie", org_faciliteren_1=v, org_faciliteren_2=v) for v in (0.0, 0.0, 1.0, 1.0)]

    assert advice([*answers, respond("beleid")])["R29"]["agreement"] == pytest.approx(0)


def test_a_talk_comes_first_when_the_answers_are_divided() -> None:
    """Ruling 55: above 20, and known."""
    some = [respond("organisatie", org_project_1=v) for v in (0.25, 0.5, 0.75, 0.75, 1.0)]
    border = [respond("organisatie", org_project_1=v) for v in (0.25, 0.25, 0.5, 0.75, 0.75)]

    assert advice(some)["R14"]["discuss_first"] is True
    assert advice(border)["R14"]["discuss_first"] is False
    assert advice([manager(3)])["R14"]["discuss_first"] is False


def test_the_step_after_the_next_comes_later() -> None:
    """At model 3 the next is 4: R11 (4) 1, R12 (5) .85, R09 (6) .70 and .9 for its unmet R08."""
    found = advice([manager(3, org_samenwerking_7=1.0)], ambition=7)

    assert found["R11"]["sequence"] == 1
    assert found["R08"]["sequence"] == 1
    assert found["R12"]["sequence"] == pytest.approx(0.85)
    assert found["R09"]["sequence"] == pytest.approx(0.70 * 0.9)


def test_the_next_model_does_not_go_beyond_the_ambition_in_the_sequence() -> None:
    """Ruling 15: min(nearest + 1, A) for Q, so beyond the ambition the step equals the ambition counts in full."""
    beyond = advice([manager(5, org_regie_3=0.0)], ambition=4)

    assert beyond["R13"]["sequence"] == 1
    assert "R12" not in beyond  # step 5


def test_what_lies_beyond_the_ambition_is_left_out() -> None:
    """Section 6.3: l > A is excluded."""
    found = advice([manager(2), *many(5, "professional", 0.25)], ambition=4)

    assert {"R06", "R09", "R10", "R12"}.isdisjoint(found)
    assert {"R04", "R08", "R11", "R13"} <= set(found)


def test_without_a_position_only_recommendations_without_a_step_are_ranked() -> None:
    """Ruling 40: also with an ambition, because the sequence has no value then."""
    steps = {"R04", "R06", "R08", "R09", "R10", "R11", "R12", "R13", "R24"}
    kept = {"doel", "plan"}
    unknown: dict[str, Any] = {FEATURE_ITEM["professional", f]: "wn" for f in FEATURES if f not in kept}
    answers = many(5, "professional", 0.25, **unknown)
    found = advice(answers, ambition=6)

    assert document(answers, ambition=6)["continuum"]["position"] is None
    assert steps.isdisjoint(found)
    assert found["R05"]["need"] == pytest.approx(((0.5 - 0.25) + 50 / 75) / 2)  # doel against the ambition


def test_without_a_position_and_an_ambition_features_count_as_not_observed() -> None:
    """Ruling 40: R05 then rests on `pro_visie_2` alone."""
    unknown: dict[str, Any] = {FEATURE_ITEM["professional", f]: "wn" for f in FEATURES if f not in ("doel", "plan")}

    assert advice(many(5, "professional", 0.25, **unknown))["R05"]["need"] == pytest.approx(50 / 75)


def test_an_unmet_prerequisite_costs_a_tenth_and_is_named() -> None:
    """Ruling 54: N >= .20, shown or not."""
    unmet = advice([manager(7, org_project_2=0.5, org_project_3=0.25)])["R16"]
    met = advice([manager(7, org_project_2=0.75, org_project_3=0.25)])["R16"]

    assert (unmet["after"], unmet["sequence"]) == ("R15", pytest.approx(0.9))
    assert (met["after"], met["sequence"]) == (None, 1)


@pytest.mark.parametrize(("mean", "after"), [(60, "R15"), (61, None)])
def test_a_prerequisite_is_unmet_from_a_need_of_a_fifth(mean: float, after: str | None) -> None:
    """Rulings 1 and 54: 60 is exactly .20 below 75."""
    answers = [manager(7, org_project_2=answer, org_project_3=0.25) for answer in averaging("org_project_2", mean, 25)]

    assert advice(answers)["R16"]["after"] == after


def test_a_prerequisite_that_cannot_be_ranked_does_not_count_as_unmet() -> None:
    """Ruling 54: R26 rests on answers that managers do not give."""
    found = advice([manager(3)], ambition=6)["R10"]

    assert (found["after"], found["sequence"]) == (None, pytest.approx(0.70))


def test_a_prerequisite_beyond_the_ambition_does_not_count_as_unmet() -> None:
    """Rulings 40 and 54: R24 has step 4, so with ambition 3 R25 waits for nothing."""
    answers = [manager(1), respond("beleid", 0.0)]

    assert advice(answers, ambition=6)["R25"]["after"] == "R24"
    assert advice(answers, ambition=3)["R25"]["after"] is None


def test_a_recommendation_stands_below_its_unmet_prerequisite_when_both_are_shown() -> None:
    """Ruling 41: R16 has the higher priority, and changes places with R15."""
    found = advice([manager(7, org_project_2=0.5, org_project_3=0.0)])

    assert found["R16"]["priority"] > found["R15"]["priority"]
    assert shown(found) == ["R15", "R16"]
    assert (found["R15"]["rank"], found["R16"]["rank"]) == (1, 2)


def test_reordering_stays_within_the_places_of_what_is_shown() -> None:
    """Ruling 41: by priority R16, R19, R15; R19 does not wait, then R15, and only then R16."""
    answers = [manager(7, org_project_2=0.5, org_project_3=0.0, org_verticaal_1=0.25, org_verticaal_2=0.25)]
    found = advice(answers)

    by_priority = sorted(("R15", "R16", "R19"), key=lambda id_: -found[id_]["priority"])
    assert by_priority == ["R16", "R19", "R15"]
    assert shown(found) == ["R19", "R15", "R16"]
    assert [row["rank"] for row in found.values()] == list(range(1, len(found) + 1))


def test_the_third_of_a_heading_is_skipped() -> None:
    """Ruling 42: R14, R15 and R16 share a heading; a prerequisite that is not shown does not reorder (ruling 41)."""
    found = advice([manager(7, org_project_1=0.25, org_project_2=0.5, org_project_3=0.0)])

    assert list(found)[:3] == ["R16", "R14", "R15"]
    assert shown(found) == ["R16", "R14"]
    assert found["R16"]["after"] == "R15"


def test_at_most_five_are_shown_and_the_sixth_is_still_ranked() -> None:
    """Ruling 42."""
    found = advice([respond("organisatie", 0.0), *many(5, "professional", 0.0), respond("beleid", 0.0)], ambition=6)

    assert len(shown(found)) == 5
    assert len(found) == 29
    assert "R01" not in found  # two thirds of it rest on residents


def test_a_small_need_is_ranked_and_not_shown() -> None:
    """Rulings 42 and 56: N below .15 is not shown, N = 0 still ranked; .15 itself is shown (ruling 1)."""
    rows = {}
    for mean in (63.75, 64.0):
        answers = [manager(7, org_project_1=answer) for answer in averaging("org_project_1", mean, 100)]
        rows[mean] = advice(answers)["R14"]

    assert rows[63.75]["need"] == pytest.approx(0.15)
    assert rows[63.75]["shown"] is True
    assert rows[64.0]["shown"] is False
    untroubled = advice([manager(7, 1.0)])
    assert {row["need"] for row in untroubled.values()} == {0}
    assert shown(untroubled) == []


def test_equal_priorities_stand_in_the_order_of_the_report() -> None:
    """Ruling 56: ties by line number, ranks without gaps."""
    found = advice([manager(7, 1.0)])

    assert list(found) == sorted(found)
    assert [row["rank"] for row in found.values()] == list(range(1, len(found) + 1))


def test_the_result_is_the_report_of_the_municipality() -> None:
    """Ruling 70: I = 1 for every recommendation."""
    found = advice([respond("organisatie", 0.25), *many(5, "professional", 0.25), respond("beleid", 0.25)], ambition=6)

    assert {row["influence"] for row in found.values()} == {1.0}


def test_a_priority_is_the_product_of_its_factors() -> None:
    found = advice([respond("organisatie", 0.25), *many(5, "professional", 0.5), respond("beleid", 0.0)], ambition=6)

    for row in found.values():
        factors = (0.6 + 0.4 * row["breadth"]) * (0.8 + 0.2 * row["agreement"]) * row["sequence"] * row["influence"]
        assert row["priority"] == pytest.approx(100 * row["need"] * factors)


def test_residents_get_no_advice_and_their_answers_count() -> None:
    """R02 rests on what residents and professionals say of priorities."""
    found = advice([*many(5, "inwoner", inw_regie_1=0.0), *many(5, "professional", pro_inwoner_2=1.0)])

    assert found["R02"]["need"] == pytest.approx(0.5)
    assert found["R02"]["breadth"] == pytest.approx(0.5)
