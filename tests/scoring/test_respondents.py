"""From a response to a respondent (section 5.1)."""

import pytest

from scoring.respondents import is_usable, mean_of, respondents_of
from tests.scoring.builders import INSTRUMENT, document, many, panels, respond

RESIDENT, PROFESSIONAL = INSTRUMENT.window("inwoner"), INSTRUMENT.window("professional")
RESIDENT_ITEMS = [item.id for item in RESIDENT.scored_items()]
PROFESSIONAL_ITEMS = [item.id for item in PROFESSIONAL.scored_items()]


@pytest.mark.parametrize(
    ("window", "scored"), [("inwoner", 14), ("professional", 33), ("organisatie", 33), ("beleid", 28)]
)
def test_every_window_has_the_number_of_scored_items_that_the_half_is_taken_of(window: str, scored: int) -> None:
    """Ruling 3."""
    assert len(INSTRUMENT.window(window).scored_items()) == scored


def test_a_response_with_half_of_the_scored_items_is_usable_and_with_one_fewer_it_is_not() -> None:
    """Ruling 3: 7 of 14 is half; of 33 it takes 17."""
    assert is_usable(RESIDENT, respond("inwoner", without=RESIDENT_ITEMS[:7]))
    assert not is_usable(RESIDENT, respond("inwoner", without=RESIDENT_ITEMS[:8]))
    assert is_usable(PROFESSIONAL, respond("professional", without=PROFESSIONAL_ITEMS[:16]))
    assert not is_usable(PROFESSIONAL, respond("professional", without=PROFESSIONAL_ITEMS[:17]))


@pytest.mark.parametrize("answer", ["wn", "nvt"])
def test_an_answer_without_a_value_stays_in_the_half_that_must_be_answered(answer: str) -> None:
    """Ruling 3: "weet ik niet" and "niet van toepassing" do not make the questionnaire shorter."""
    assert is_usable(RESIDENT, respond("inwoner", **dict.fromkeys(RESIDENT_ITEMS[:7], answer)))
    assert not is_usable(RESIDENT, respond("inwoner", **dict.fromkeys(RESIDENT_ITEMS[:8], answer)))


def test_unscored_answers_do_not_make_a_response_usable() -> None:
    response = respond("organisatie", without=[f"org_regie_{i}" for i in (1, 2, 3)], org_beeld_1=3)
    emptied = respond(
        "organisatie",
        without=[item.id for item in INSTRUMENT.window("organisatie").scored_items()],
        org_beeld_1=3,
        org_belemmeringen_1=("geld",),
    )

    assert is_usable(INSTRUMENT.window("organisatie"), response)
    assert not is_usable(INSTRUMENT.window("organisatie"), emptied)


def test_an_unusable_response_is_counted_as_received_and_used_for_nothing() -> None:
    """Ruling 7: `responses` counts what came in, `usable` what is used."""
    poor = respond("inwoner", 1.0, without=RESIDENT_ITEMS[:8])
    window = document([*many(5, "inwoner", 0.0), poor])["windows"]["inwoner"]

    assert (window["responses"], window["usable"]) == (6, 5)
    assert window["items"][RESIDENT_ITEMS[-1]]["n"] == 5
    assert window["score"] == 0


def test_a_dimension_score_needs_half_of_the_dimension() -> None:
    """Ruling 3: of the three items of `pro_inwoner` two are needed, of the two of `pro_visie` one."""
    items = [item for item in PROFESSIONAL.scored_items() if item.dimension == "pro_inwoner"]
    two = respond("professional", 1.0, without=["pro_inwoner_1"])
    one = respond("professional", 1.0, without=["pro_inwoner_1", "pro_inwoner_2"])
    pair = respond("professional", 0.25, without=["pro_visie_1"])
    _, (with_two, with_one, with_half) = respondents_of(PROFESSIONAL, [two, one, pair])

    assert mean_of(items, with_two, share=0.5) == 1.0
    assert mean_of(items, with_one, share=0.5) is None
    vision = [item for item in PROFESSIONAL.scored_items() if item.dimension == "pro_visie"]
    assert mean_of(vision, with_half, share=0.5) == 0.25


def test_a_dimension_score_is_the_mean_of_what_was_answered() -> None:
    response = respond("organisatie", org_regie_1=1.0, org_regie_2=0.0, org_regie_3="wn")

    assert document([response])["windows"]["organisatie"]["dimensions"]["org_regie"]["score"] == pytest.approx(50)


def test_not_knowing_is_counted_and_never_a_zero() -> None:
    window = document([respond("organisatie", 1.0, org_regie_1="wn")])["windows"]["organisatie"]

    assert window["items"]["org_regie_1"] == {"n": 0, "unknown": 1, "unknown_signal": False}
    assert window["dimensions"]["org_regie"]["score"] == pytest.approx(100)


def test_unscored_answers_are_kept_beside_the_scored_ones() -> None:
    _, (respondent,) = respondents_of(INSTRUMENT.window("organisatie"), [respond("organisatie", org_beeld_1=4)])

    assert respondent.context == {"org_beeld_1": 4}
    assert "org_beeld_1" not in respondent.values


@pytest.mark.parametrize(("participants", "counted"), [(2, 2), (3, 3), (4, 3), (25, 3)])
def test_a_team_form_counts_for_at_most_three_respondents(participants: int, counted: int) -> None:
    """Ruling 18: min(3, d) respondents of its role group with the same answers."""
    form = respond("organisatie", 0.75, role="projectleider", participants=participants)
    window = document([form])["windows"]["organisatie"]

    assert (window["responses"], window["usable"]) == (1, counted)
    assert window["items"]["org_vorm_1"]["n"] == counted
    assert window["dimensions"]["org_vorm"]["degrees_of_freedom"] == 4 + counted - 1
    assert window["roles"] == {"projectleider": {"n": counted}}


def test_team_forms_of_one_window_differ_from_each_other_like_respondents_do() -> None:
    """Ruling 18: forms of 4 and 2 are three respondents with 100 and two with 0, so the spread is not zero."""
    forms = [
        respond("organisatie", org_vorm_1=1.0, participants=4),
        respond("organisatie", org_vorm_1=0.0, participants=2),
    ]
    measure = panels(forms)["organisatie"].items["org_vorm_1"]

    assert measure.value == pytest.approx(60)
    squares = 3 * 40**2 + 2 * 60**2
    assert measure.uncertainty.standard_error == pytest.approx(((4 * 400 + squares) / 8 / 5) ** 0.5)


def test_individual_answers_go_before_team_forms() -> None:
    """Ruling 19: one usable individual response, and no team form of the window is used for any number."""
    form = respond("organisatie", 1.0, participants=5)
    window = document([form, respond("organisatie", 0.0, role="directie")])["windows"]["organisatie"]

    assert (window["responses"], window["usable"], window["score"]) == (2, 1, 0)
    assert window["roles"] == {"directie": {"n": 1}}


def test_team_forms_stay_unused_when_the_individual_answers_are_below_the_minimum() -> None:
    """Ruling 19: also then."""
    form = respond("professional", 1.0, participants=5)
    window = document([form, respond("professional", 0.0)])["windows"]["professional"]

    assert window == {"status": "below_minimum", "responses": 2, "usable": 1, "minimum": 5, "needed": 4}


def test_an_unusable_individual_response_does_not_push_a_team_form_aside() -> None:
    """Ruling 19 speaks of usable individual responses."""
    form = respond("professional", 1.0, participants=5)
    poor = respond("professional", 0.0, without=PROFESSIONAL_ITEMS[:20])
    window = document([form, poor])["windows"]["professional"]

    assert (window["status"], window["responses"], window["usable"]) == ("shown", 2, 3)


def test_one_participant_means_an_individual() -> None:
    """Ruling 72: `participants` 1 is an individual, in every window."""
    assert document([respond("organisatie", participants=1)])["windows"]["organisatie"]["usable"] == 1
    assert panels([respond("organisatie", participants=1)])["organisatie"].basis == "individual"
