"""The sentence that says why a recommendation stands where it stands (section 6.3)."""

from typing import Any

import pytest

from scoring import Response
from tests.scoring.builders import INSTRUMENT, document, many, respond

TITLES = {recommendation.id: recommendation.title for recommendation in INSTRUMENT.recommendations}
GAPS = {recommendation.id: recommendation.gap for recommendation in INSTRUMENT.recommendations}


def because(id_: str, responses: list[Response], ambition: int | None = 6) -> str:
    rows: list[dict[str, Any]] = document(responses, ambition=ambition)["advice"]
    return next(str(row["because"]) for row in rows if row["id"] == id_)


def test_a_sentence_names_the_title_the_rank_and_the_gap() -> None:
    rows = document([respond("organisatie", 0.25)], ambition=6)["advice"]
    first = rows[0]

    assert first["because"].startswith(
        f"Wij noemen ‘{TITLES[first['id']]}’ als nummer 1, omdat {GAPS[first['id']]} nog"
    )


@pytest.mark.parametrize(
    ("ambition", "aim"), [(6, "achterblijft bij uw ambitie"), (None, "achterblijft bij het volgende model")]
)
def test_a_feature_is_measured_against_a_model(ambition: int | None, aim: str) -> None:
    assert aim in because("R13", [respond("organisatie", 0.25)], ambition)


def test_what_is_measured_against_a_fixed_score_does_not_speak_of_the_ambition() -> None:
    assert "ambitie" not in because("R14", [respond("organisatie", 0.25)], ambition=6)


@pytest.mark.parametrize(
    ("professionals", "managers", "words"),
    [
        (0.25, 0.25, "volgens beide vensters die hierover iets zeggen"),
        (0.25, 1.0, "volgens één van de twee vensters die hierover iets zeggen"),
    ],
)
def test_a_sentence_says_which_windows_see_the_need(professionals: float, managers: float, words: str) -> None:
    assert words in because("R13", [*many(5, "professional", professionals), respond("organisatie", managers)])


@pytest.mark.parametrize(
    ("residents", "words"), [(0.0, "volgens alle drie de vensters"), (1.0, "volgens twee van de drie vensters")]
)
def test_three_windows_are_counted_in_words(residents: float, words: str) -> None:
    staff = [*many(5, "professional", 0.25), respond("organisatie", 0.25)]

    assert words in because("R13", [*many(5, "inwoner", inw_afstemming_1=residents), *staff])


def test_a_sentence_about_one_window_says_so() -> None:
    assert "volgens het ene venster dat hierover iets zegt" in because("R14", [respond("organisatie", 0.25)])


def test_a_sentence_says_so_when_no_window_sees_a_great_need() -> None:
    """A need between .15 and .20 in every window: two windows at 62.5 have .167 each."""
    answers = many(2, "organisatie", 0.75, org_verticaal_3=0.5) + many(2, "organisatie", 0.75, org_verticaal_3=0.75)
    answers += many(2, "beleid", 0.75, bel_ruimte_2=0.5) + many(2, "beleid", 0.75, bel_ruimte_2=0.75)

    assert ", al ziet geen van de twee vensters dit apart als een groot gemis" in because("R20", answers)


def test_agreement_is_named_when_it_is_known() -> None:
    assert because("R14", many(3, "organisatie", 0.25)).endswith(
        "De invullers zijn het daarover eens. Managers en projectleiders kunnen hier zelf mee beginnen."
    )
    assert "eens" not in because("R14", [respond("organisatie", 0.25)])


def test_divided_answers_are_to_be_discussed_first() -> None:
    answers = [respond("organisatie", 0.25, org_project_1=v) for v in (0.0, 0.0, 1.0, 1.0)]

    assert "De antwoorden lopen uiteen: bespreek dit eerst." in because("R14", answers)


def test_a_prerequisite_is_named_by_its_title() -> None:
    sentence = because("R16", [respond("organisatie", 0.25)])

    assert sentence.endswith(f"Eerst is ‘{TITLES['R15']}’ nodig.")
    assert "zelf beginnen" not in sentence


def test_a_small_need_gets_a_calm_sentence() -> None:
    sentence = because("R14", [respond("organisatie", 1.0)])

    assert "vraagt nu weinig aandacht" in sentence
    assert "Wij noemen" not in sentence


def test_every_sentence_is_dutch_with_dutch_quotation_marks() -> None:
    rows = document([*many(5, "professional", 0.25), respond("organisatie", 0.25), respond("beleid", 0.25)])["advice"]

    assert len(rows) == len(INSTRUMENT.recommendations) - 1
    for row in rows:
        assert row["because"].endswith(".")
        assert not {'"', "'"} & set(row["because"])
