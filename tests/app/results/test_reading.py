"""How finely a number may be read: single questions of a protected window only in steps of five."""

from __future__ import annotations

import pytest

from app.results.reading import coarse
from scoring import score_scan
from tests.app.results.builders import EDITION, at_model, everybody, reading, with_policy
from tests.scoring.builders import many, respond


@pytest.mark.parametrize(("value", "shown"), [(0, 5), (2.4, 5), (52.4, 50), (52.5, 55), (97.4, 95), (100, 95)])
def test_a_coarse_value_is_a_multiple_of_five_between_5_and_95(value: float, shown: float) -> None:
    assert coarse(value) == shown


def test_a_feature_that_rests_on_a_protected_window_is_shown_in_steps_of_five() -> None:
    answers = [*at_model(7), respond("professional", pro_samen_1=0.75)]
    exact = score_scan(EDITION.instrument, answers).continuum.features["advies"]
    assert exact is not None
    assert (100 * exact.value) % 5 != 0
    assert reading(answers).feature_value("advies") == coarse(100 * exact.value) == 95


def test_a_feature_that_rests_on_answers_per_function_is_shown_as_it_is() -> None:
    found = reading(many(3, "organisatie", 1.0))
    assert found.feature_value("advies") == 100
    assert found.feature_value("coord") == 100


def test_a_team_form_carries_the_agreement_to_be_shown_as_it_is() -> None:
    found = reading([respond("professional", 1.0, participants=6)])
    assert not found.is_protected("professional")
    assert found.feature_value("advies") == 100


def test_a_dimension_that_rests_on_one_question_is_shown_in_steps_of_five_with_its_interval() -> None:
    found = reading([*many(10, "inwoner"), respond("inwoner", inw_invloed_1=1.0)])
    dimension = found.dimension("inwoner", "inw_invloed")
    kept = dimension.record
    assert kept.low is not None
    assert kept.high is not None
    assert (dimension.score, dimension.low, dimension.high) == (40, 30, 50)
    assert 30 < kept.low < 35
    assert 45 < kept.high < 50


def test_a_dimension_that_rests_on_one_question_has_only_a_score_from_fewer_than_ten_people() -> None:
    dimension = reading([*many(5, "inwoner"), respond("inwoner", inw_invloed_1=1.0)]).dimension(
        "inwoner", "inw_invloed"
    )
    assert (dimension.score, dimension.low, dimension.high) == (45, None, None)
    assert dimension.record.agreement is None


def test_a_dimension_of_two_questions_of_which_one_may_not_be_used_rests_on_one() -> None:
    found = reading([*many(4, "inwoner"), *many(3, "inwoner", 2 / 3, without=["inw_regie_1"])])
    assert found.insight("inwoner").items["inw_regie_1"].n < 5
    assert not found.supplies("inwoner", "inw_regie_1")
    assert (found.dimension("inwoner", "inw_regie").score or 0) % 5 == 0


def test_a_dimension_of_more_questions_is_shown_as_it_is() -> None:
    found = reading([*many(5, "inwoner"), respond("inwoner", 1.0)])
    assert (
        found.dimension("inwoner", "inw_afstemming").score == found.shown["inwoner"].dimensions["inw_afstemming"].score
    )


def test_what_a_window_says_about_a_mirrored_subject_is_the_mean_that_may_be_shown() -> None:
    found = reading([*many(4, "professional", 0.0), *many(3, "professional", 1.0), *many(1, "organisatie", 0.5)])
    assert found.mirror_value("plan", "professional") == 45
    assert found.mirror_value("plan", "organisatie") == 50
    assert found.mirror_value("plan", "inwoner") is None
    assert found.mirror_value("plan", "beleid") is None


def test_only_windows_with_features_make_the_position() -> None:
    assert reading(with_policy(at_model(4))).continuum_windows == ("professional", "organisatie")
    assert reading(everybody()).continuum_windows == ("inwoner", "professional", "organisatie")
    assert reading(with_policy([])).continuum_windows == ()
