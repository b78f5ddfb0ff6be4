"""What is kept of a result and shown to others: the result, less the intervals that rest on two or three people."""

import pytest

from scoring import Response, frozen_record, result_document
from scoring.result import Result, score_scan
from tests.scoring.builders import FEATURE_ITEM, FEATURES, INSTRUMENT, many, model_profile, respond, with_features

FIRST = ("advies", "info", "formeel", "coord", "sturing", "overleg")
SECOND = ("besluit", "gelijk", "grenzen", "inwoner", "sluitend", "monitoring", "intake")
INTERVAL = ("low", "high", "standard_error", "degrees_of_freedom")


def without(*kept: str) -> list[str]:
    return [FEATURE_ITEM["professional", feature] for feature in FEATURES if feature not in kept]


def few_positions(*models: int) -> Result:
    """A professional window in which six answer half of the features, and only these few enough for a position."""
    others: list[Response] = many(3, "professional", without=without(*FIRST))
    others += many(3, "professional", without=without(*SECOND))
    return score_scan(INSTRUMENT, [*(with_features("professional", model_profile(m)) for m in models), *others])


def test_the_record_of_a_result_without_protected_windows_is_the_result_itself() -> None:
    people = [respond("professional", 0.5, participants=6), respond("organisatie", 0.3), respond("beleid", 0.8)]
    result = score_scan(INSTRUMENT, people, ambition=6)

    assert frozen_record(result)["result"] == result_document(result)


def test_two_own_positions_in_a_window_under_a_minimum_give_no_interval_to_others() -> None:
    result = few_positions(4, 4)

    kept = frozen_record(result)["result"]["continuum"]

    assert result_document(result)["continuum"]["degrees_of_freedom"] == 4 + 2 - 1
    assert [kept[name] for name in INTERVAL] == [None] * 4
    assert (kept["plausible"], kept["certainty"]) == (None, "laag")
    assert kept["position"] is not None


def test_how_far_two_people_are_apart_cannot_be_read_from_a_record() -> None:
    together, apart = (frozen_record(few_positions(*models))["result"]["continuum"] for models in ((4, 4), (1, 7)))

    assert [together[name] for name in INTERVAL] == [apart[name] for name in INTERVAL]


def test_where_the_minimum_is_one_a_single_position_keeps_its_interval() -> None:
    result = score_scan(INSTRUMENT, [respond("organisatie", 0.5)])

    assert frozen_record(result)["result"]["continuum"]["standard_error"] is not None


@pytest.mark.parametrize(("own_scores", "given"), [(2, False), (5, True)])
def test_an_order_keeps_its_interval_only_from_enough_own_scores(own_scores: int, given: bool) -> None:
    """Three indicators of the third order stand in organisatie; who answers one of them has no score of the order."""
    third = ("org_leren_4", "org_leren_5", "org_leren_6")
    answers = many(own_scores, "organisatie")
    for answered in third:
        answers += many(5, "organisatie", without=[item for item in third if item != answered])

    result = score_scan(INSTRUMENT, answers, minimum={"organisatie": 5})

    order = frozen_record(result)["result"]["learning"]["orders"]["3"]
    assert order["score"] is not None
    assert [order[name] is not None for name in INTERVAL] == [given] * 4
