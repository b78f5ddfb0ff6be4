"""What a reader may see of the answers beside the result (sections 3.7, 3.9, 5.4; ruling 75)."""

from collections.abc import Sequence
from typing import Any

import pytest

from scoring import Response, build_insight, score_scan
from scoring.insight import shown_mean
from tests.scoring.builders import INSTRUMENT, each, many, respond


def insight(responses: Sequence[Response], minimum: dict[str, int] | None = None) -> dict[str, Any]:
    return build_insight(score_scan(INSTRUMENT, responses, minimum))


def item(responses: Sequence[Response], code: str, minimum: dict[str, int] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = insight(responses, minimum)["windows"][INSTRUMENT.item(code).window]["items"][code]
    return found


@pytest.mark.parametrize(
    ("mean", "shown"), [(0.0, 5.0), (2.0, 5.0), (41.0, 40.0), (43.0, 45.0), (62.5, 65.0), (97.0, 95.0), (100.0, 95.0)]
)
def test_the_mean_of_a_protected_window_is_rounded_and_never_unanimous(mean: float, shown: float) -> None:
    """Ruling 75: to 5 points, at most 95 and at least 5."""
    assert shown_mean(mean, 5) == shown
    assert shown_mean(mean, 3) == shown


def test_the_mean_of_a_window_that_is_answered_by_function_is_as_it_is() -> None:
    """Ruling 75 speaks of windows under a minimum above 1."""
    assert shown_mean(97.3, 1) == 97.3
    assert item([respond("organisatie", 1.0)], "org_vorm_1")["mean"] == 100


def test_item_means_of_residents_are_rounded() -> None:
    assert item(many(5, "inwoner", 1.0), "inw_regie_1") == {"mean": 95.0, "n": 5, "distribution": None}
    assert item(each("inw_regie_1", [0, 0, 1 / 3, 1 / 3, 1]), "inw_regie_1")["mean"] == 35.0


def test_a_distribution_needs_ten_answers() -> None:
    """Ruling 75: also where the minimum is 1."""
    nine, ten = ([0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.25, 0.5][:n] for n in (9, 10))

    assert item(each("org_vorm_1", nine), "org_vorm_1")["distribution"] is None
    assert item(each("org_vorm_1", ten), "org_vorm_1")["distribution"] == [1, 1, 1, 0, 7]


def test_a_distribution_counts_answers_with_a_value_only() -> None:
    answers = each("inw_regie_1", [0, 1 / 3, 1, 1, 1, 1, 1, 1, 1, 1, "wn", "nvt"])

    assert item(answers, "inw_regie_1")["distribution"] == [1, 1, 0, 8]
    assert item(answers[1:], "inw_regie_1")["distribution"] is None


def test_team_forms_give_no_distribution() -> None:
    assert item([respond("organisatie", participants=3)] * 4, "org_vorm_1")["distribution"] is None


def test_an_item_with_too_few_answers_has_a_number_of_answers_and_nothing_else() -> None:
    """Ruling 23."""
    answers = [*many(4, "professional"), *many(5, "professional", pro_visie_1="wn")]

    assert item(answers, "pro_visie_1") == {"mean": None, "n": 4, "distribution": None}


def test_windows_below_their_minimum_are_not_there() -> None:
    found = insight([*many(4, "inwoner"), *many(4, "professional"), respond("organisatie")])

    assert list(found["windows"]) == ["organisatie"]


def test_it_says_whether_people_or_teams_answered() -> None:
    found = insight([respond("organisatie", participants=3), respond("beleid")])["windows"]

    assert (found["organisatie"]["basis"], found["beleid"]["basis"]) == ("team", "individual")


def test_indicators_are_shown_like_items() -> None:
    found = insight(many(5, "professional", 1.0))["windows"]["professional"]["indicators"]

    assert found["l3d"] == {"mean": 95.0, "n": 5}
    assert list(found) == ["l1a", "l1c", "l2a", "l2b", "l3a", "l3d"]


@pytest.mark.parametrize(
    ("models", "median"), [([3], 3), ([2, 6], 2), ([6, 2, 3], 3), ([2, 4, 5, 7], 4), ([7, 6, 6, 6, 1], 6)]
)
def test_the_proposed_ambition_is_the_median_of_what_policy_makers_chose(models: list[int], median: int) -> None:
    """Section 3.7, ruling 58: ties to the lower model."""
    found = insight([respond("beleid", bel_ambitie_1=model) for model in models])

    assert found["ambition_proposal"] == {"model": median, "n": len(models)}


def test_without_an_answer_there_is_no_proposed_ambition() -> None:
    assert insight([respond("beleid")])["ambition_proposal"] is None
    assert insight([respond("organisatie")])["ambition_proposal"] is None


def test_a_proposed_ambition_needs_the_minimum_of_the_window() -> None:
    chosen = [respond("beleid", bel_ambitie_1=6)] * 2

    assert insight([*chosen, respond("beleid")], {"beleid": 3})["ambition_proposal"] is None
    assert insight([*chosen, respond("beleid", bel_ambitie_1=5)], {"beleid": 3})["ambition_proposal"] == {
        "model": 6,
        "n": 3,
    }


def test_the_chosen_portraits_are_shown_from_three_answers_and_the_minimum() -> None:
    """Sections 3.9 and 5.4: max(k, 3)."""

    def portrait(window: str, code: str, models: list[int]) -> Any:
        answers = [respond(window, **{code: model}) for model in models] + many(3, window)
        return insight(answers)["windows"][window]["portrait"]

    assert portrait("organisatie", "org_beeld_1", [2, 5, 6]) == {"model": 5, "n": 3}
    assert portrait("organisatie", "org_beeld_1", [2, 5]) is None
    assert portrait("professional", "pro_beeld_1", [2, 2, 4, 4]) is None
    assert portrait("professional", "pro_beeld_1", [2, 2, 4, 4, 4]) == {"model": 4, "n": 5}


def test_residents_have_no_portrait_and_name_no_barriers() -> None:
    found = insight(many(5, "inwoner"))["windows"]["inwoner"]

    assert (found["portrait"], found["barriers"]) == (None, None)


def barriers(chosen: list[tuple[str, ...]]) -> Any:
    answers = [respond("organisatie", org_belemmeringen_1=names) for names in chosen]
    return insight([*answers, respond("organisatie")])["windows"]["organisatie"]["barriers"]


def test_barriers_are_counted_from_ten_answers() -> None:
    found = barriers([("geld", "wetten")] * 6 + [("wetten",)] * 3 + [()])

    assert found == {"n": 10, "order": ["wetten", "geld"], "counts": {"wetten": 9, "geld": 6}}


def test_with_fewer_than_ten_answers_only_the_order_of_the_barriers_is_given() -> None:
    found = barriers([("geld", "wetten")] * 2 + [("wetten",)])

    assert found == {"n": 3, "order": ["wetten", "geld"], "counts": None}


def test_equally_often_named_barriers_stand_in_the_order_of_the_list() -> None:
    assert barriers([("prikkels", "mandaat", "geld")] * 3)["order"] == ["mandaat", "geld", "prikkels"]


def test_two_answers_are_too_few_for_barriers() -> None:
    assert barriers([("geld",)] * 2) is None


def test_the_answers_beside_the_scores_change_no_score() -> None:
    """Section 3.9."""
    plain = score_scan(INSTRUMENT, [respond("beleid")])
    filled = score_scan(INSTRUMENT, [respond("beleid", bel_ambitie_1=6, bel_beeld_1=2, bel_belemmeringen_1=("geld",))])

    assert plain.continuum == filled.continuum
    assert plain.advice == filled.advice


def test_a_mean_half_way_is_rounded_alike_whatever_the_groups() -> None:
    """12.5 out of groups of 6 and 8 is 12.499999999999998 in floating point, in one group it is 12.5."""
    apart = many(3, "professional", 0.25) + many(3, "professional", 0.0)
    apart += many(4, "professional", 0.25, role="uwv") + many(4, "professional", 0.0, role="uwv")
    together = many(7, "professional", 0.25) + many(7, "professional", 0.0)

    shown = [
        build_insight(score_scan(INSTRUMENT, answers))["windows"]["professional"]["items"]["pro_samen_1"]["mean"]
        for answers in (apart, together)
    ]

    assert shown == [15.0, 15.0]
