"""The sentences of a result, for every strength of wording, every certainty and every edge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.results import story
from tests.app.results.builders import at_model, everybody, mixed, reading, with_policy
from tests.scoring.builders import many, profile, respond, with_features


def test_a_clear_picture_is_named_firmly() -> None:
    assert story.headline(reading(at_model(3))) == "Uw samenwerking is te typeren als collaboratief."


def test_a_weaker_likeness_has_features_of_a_model() -> None:
    found = reading(many(5, "professional", 0.5))
    assert found.record.result.continuum.wording == "kenmerken"
    assert story.headline(found) == "Uw samenwerking heeft kenmerken van het model ‘gecoördineerd’."


def test_a_mixed_picture_gets_no_name_but_says_which_two_models_are_closest() -> None:
    found = reading(mixed())
    assert story.headline(found) == "Uw samenwerking laat een gemengd beeld zien."
    assert "collaboratief, daarna op gecoördineerd" in story.wording_explanation(found)


def test_without_enough_features_there_is_no_position_and_the_story_says_so() -> None:
    found = reading(with_policy([]), ambition=6)
    assert story.headline(found) == "Er zijn nog te weinig antwoorden om een plek te bepalen."
    assert story.position(found) == ""
    assert story.certainty(found) == "Zekerheid: onvoldoende – geen venster geeft informatie over uw plek."
    assert story.ambition(found).endswith("Zonder plek is niet te zeggen hoe ver u daarvan af bent.")


def test_a_place_that_lies_more_than_a_model_from_the_most_similar_one_is_explained() -> None:
    uneven = profile("1 .5 1 1 1 .5 1 .75 .75 1 1 .25 .5 .75 .75")
    found = reading([with_features("organisatie", uneven)])
    continuum = found.record.result.continuum

    explanation = story.wording_explanation(found)

    assert (continuum.wording, continuum.nearest, round(continuum.position or 0)) == ("kenmerken", 7, 5)
    assert "Uw plek op de lijn ligt dichter bij multidisciplinair." in explanation
    assert "dichter bij" not in story.wording_explanation(reading(at_model(4)))


def test_the_position_is_given_with_its_margin_in_one_decimal_and_a_comma() -> None:
    sentence = story.position(reading(at_model(4)))
    assert sentence.startswith("Op de lijn van 1 (parallel) tot 7 (integratief) is uw plek 4,0. ")
    assert "tussen 3," in sentence
    assert " en 4," in sentence


@pytest.mark.parametrize(
    ("professionals", "managers", "expected"),
    [
        (10, 5, "Zekerheid: hoog – 15 mensen uit 2 vensters vulden in; andere modellen vallen buiten de marge."),
        (5, 0, "Zekerheid: middel – 5 mensen uit 1 venster vulden in; andere modellen vallen buiten de marge."),
        (
            0,
            1,
            "Zekerheid: laag – 1 persoon uit 1 venster vulde in; ook collaboratief en multidisciplinair zijn mogelijk.",
        ),
    ],
    ids=["hoog", "middel", "laag"],
)
def test_the_certainty_says_on_whom_it_rests_and_what_else_is_possible(
    professionals: int, managers: int, expected: str
) -> None:
    assert story.certainty(reading(at_model(4, professionals=professionals, managers=managers))) == expected


def test_one_other_model_is_possible_in_the_singular() -> None:
    found = reading(at_model(1, professionals=0, managers=1))
    assert story.certainty(found).endswith("; ook consultatief is mogelijk.")


def test_the_story_says_on_which_windows_it_rests_and_which_are_missing() -> None:
    assert story.basis(reading(at_model(4))) == "op basis van professional en organisatie"
    assert story.rests_on(reading(at_model(4))) == (
        "Op basis van professional en organisatie. Zonder inwoner: daarvan waren er te weinig antwoorden."
    )
    assert story.rests_on(reading(everybody())) == "Op basis van inwoner, professional en organisatie."


@pytest.mark.parametrize(
    ("model", "ambition", "expected"),
    [
        (3, 6, "Uw ambitie is interdisciplinair (6). De afstand is nog 3,0 stappen op de lijn."),
        (5, 6, "Uw ambitie is interdisciplinair (6). De afstand is nog 1,0 stap op de lijn."),
        (6, 6, "Uw ambitie is interdisciplinair (6). Daar staat u nu."),
    ],
)
def test_the_distance_to_the_ambition_is_told_in_steps(model: int, ambition: int, expected: str) -> None:
    assert story.ambition(reading(at_model(model), ambition=ambition)) == expected


def test_a_position_just_below_the_ambition_is_close() -> None:
    found = reading([*at_model(6, professionals=8), *(respond("professional", 0.75) for _ in range(2))], ambition=6)
    assert 0 < (found.record.result.continuum.gap_to_ambition or 0) <= 0.5
    assert "Daar staat u dichtbij: de afstand is nog 0," in story.ambition(found)


def test_a_position_above_the_ambition_is_more_intensive_without_advice_to_go_down() -> None:
    sentence = story.ambition(reading(at_model(6), ambition=4))
    assert sentence.startswith("Uw ambitie is gecoördineerd (4). ")
    assert "intensiever dan uw ambitie" in sentence


def test_without_an_ambition_the_story_says_so() -> None:
    assert story.ambition(reading(at_model(4))).startswith("U heeft nog geen ambitie gekozen.")


def test_without_an_ambition_the_answers_of_policy_makers_are_a_proposal() -> None:
    found = reading(with_policy(at_model(4), bel_ambitie_1=6, number=3))
    assert story.ambition(found) == (
        "U heeft nog geen ambitie gekozen. Uit 3 antwoorden van beleid komt interdisciplinair (6) als voorstel."
    )


def test_what_is_missing_for_a_model_is_counted_and_the_heaviest_are_named() -> None:
    found = reading(at_model(3))
    sentence = story.missing(found, found.record.result.continuum.missing.next)
    assert sentence.startswith("Voor gecoördineerd ontbreken nog ")
    assert "Het zwaarst wegen ‘" in sentence


def test_nothing_missing_is_said_as_such() -> None:
    found = reading(at_model(6), ambition=6)
    assert story.missing(found, found.record.result.continuum.missing.ambition) == (
        "Voor interdisciplinair ontbreekt geen enkel bekend kenmerk."
    )
    assert story.missing(found, None) == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.25, "Nog geen van de drie leerordes is gerealiseerd."),
        (0.75, "De eerste, tweede en derde leerorde zijn gerealiseerd."),
    ],
)
def test_the_story_says_which_learning_orders_are_realised(value: float, expected: str) -> None:
    assert story.learning(reading(everybody(value))) == expected


def test_one_realised_order_is_told_in_the_singular_with_what_holds_the_next_one_back() -> None:
    second = ["pro_leren_3", "pro_leren_4", "org_leren_2", "org_leren_3", "bel_leren_1", "inw_invloed_1"]
    low = [
        respond(window, 0.75, **{item: 0.0 for item in second if item.startswith(window[:3])})
        for window, number in {"inwoner": 6, "professional": 6, "organisatie": 3, "beleid": 3}.items()
        for _ in range(number)
    ]
    found = reading(low)
    assert story.learning(found) == "De eerste leerorde is gerealiseerd."
    assert story.learning_block(found).startswith("De tweede leerorde is er nog niet: 0 van de 100, en 60 is nodig.")


def test_an_order_that_scores_enough_but_lacks_a_part_says_why() -> None:
    found = reading([*many(5, "professional", 1.0), *many(2, "organisatie", 1.0, org_leren_1=0.0)])
    assert found.record.result.learning.order(1).reason == "R2"
    assert "komen nauwelijks voor" in story.learning_block(found)


def test_without_answers_about_learning_nothing_is_said_about_it() -> None:
    found = reading([])
    assert story.learning(found) == "Er zijn te weinig antwoorden om te zeggen hoe u samen leert."
    assert story.learning_block(found) == ""


def test_a_score_just_below_a_limit_is_not_rounded_up_to_it() -> None:
    assert story.beside_limits(59.6, (60.0,)) == "59,6"
    assert story.beside_limits(59.96, (60.0,)) == "59,96"
    assert story.beside_limits(60.0, (60.0,)) == "60"
    assert story.beside_limits(58.6, (60.0,)) == "59"


def test_a_real_difference_is_told_from_the_more_positive_window() -> None:
    found = reading([*many(6, "professional", 0.25), *many(4, "beleid", 0.75)])
    (first, *_) = story.largest_real_gaps(found, 3)
    assert story.gap(first) == f"Beleid is over ‘{first.subject}’ positiever dan professionals: 75 tegen 25."
    assert (first.lower, first.higher, first.size) == ("professional", "beleid", 50)


def test_a_difference_in_the_other_direction_turns_the_sentence_around() -> None:
    found = reading([*many(6, "professional", 0.75), *many(4, "beleid", 0.25)])
    assert story.gap(story.largest_real_gaps(found, 1)[0]).startswith("Professionals zijn over ‘")


def test_each_subject_is_named_once_among_the_largest_differences() -> None:
    found = reading([*many(6, "inwoner", 0.0), *many(6, "professional", 0.5), *many(4, "organisatie", 1.0)])
    codes = [gap.code for gap in story.largest_real_gaps(found, 10)]
    assert len(codes) == len(set(codes)) > 1


def test_equal_answers_give_no_difference_beyond_the_margin() -> None:
    assert story.differences(reading(everybody())) == "Nergens is het verschil tussen de vensters groter dan de marge."
    assert story.differences(reading(many(2, "beleid"))) == "Er zijn geen twee vensters om naast elkaar te leggen."


def test_a_window_that_is_not_shown_says_what_is_still_needed() -> None:
    found = reading([*many(2, "inwoner"), *many(4, "professional"), *many(1, "organisatie")])
    assert story.still_needed(found, "inwoner") == "Te weinig antwoorden: er waren er nog 3 nodig."
    assert story.still_needed(found, "professional") == "Te weinig antwoorden: er was er nog 1 nodig."
    assert story.still_needed(found, "beleid") == "Niemand vulde dit venster in."
    assert story.still_needed(found, "organisatie") == ""


def test_a_window_that_was_switched_off_did_not_take_part() -> None:
    found = replace(reading(many(6, "professional")), off=frozenset({"inwoner"}))
    assert story.still_needed(found, "inwoner") == "Dit venster deed niet mee."
    assert story.still_needed(found, "beleid") == "Niemand vulde dit venster in."
    assert story.rests_on(found) == (
        "Op basis van professional. Zonder organisatie: daarvan waren er te weinig antwoorden. "
        "Zonder inwoner: dat venster deed niet mee."
    )


def test_a_team_is_called_a_team_and_never_a_number_of_people() -> None:
    team = reading([respond("professional", participants=8)])
    assert story.filled_by(team, "professional") == "Als team ingevuld."
    assert "– antwoorden uit 1 venster, als team ingevuld" in story.certainty(team)
    both = reading([respond("professional", participants=8), *many(2, "organisatie")])
    assert "– antwoorden uit 2 vensters, waarvan 1 als team ingevuld" in story.certainty(both)


def test_windows_without_a_shared_subject_are_not_said_to_agree() -> None:
    apart = reading([*many(6, "inwoner", inw_invloed_1="wn"), *many(2, "beleid")])
    assert story.differences(apart) == (
        "Over geen enkel onderwerp zijn er in twee vensters genoeg antwoorden om te vergelijken."
    )


def test_without_answers_nothing_is_said_of_a_next_model_or_of_what_comes_first() -> None:
    assert story.ambition(reading([])) == "U heeft nog geen ambitie gekozen."
    assert story.without_advice(reading([])) == "Er zijn te weinig antwoorden om aanbevelingen te doen."
    assert story.without_advice(reading(everybody(1.0))) == "Geen aanbeveling vraagt nu voorrang."


def test_congruence_is_told_per_pair_and_its_absence_too() -> None:
    found = reading([*many(6, "professional", 0.25), *many(4, "organisatie", 0.75)])
    told = [story.pair(pair) for pair in found.record.result.congruence.pairs]
    assert any("voor 50 van de 100 overeen" in sentence for sentence in told)
    assert any("zijn niet te vergelijken" in sentence for sentence in told)
