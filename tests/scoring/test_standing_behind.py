"""How many people, and which windows, stand behind the numbers of a record."""

from typing import Any

import pytest

from scoring import Response, frozen_record, score_scan
from scoring.standing_behind import people_behind, used_items, windows_of_the_position
from tests.scoring.builders import FEATURE_ITEM, INSTRUMENT, many, respond

EVERYBODY = [*many(6, "inwoner"), *many(7, "professional"), *many(2, "organisatie"), respond("beleid")]


def record(responses: list[Response], **options: Any) -> dict[str, Any]:
    return frozen_record(score_scan(INSTRUMENT, responses, **options))


def behind(responses: list[Response], **options: Any) -> dict[str, Any]:
    return people_behind(INSTRUMENT, record(responses, **options))


def test_a_position_rests_on_the_windows_about_casework_that_are_shown() -> None:
    assert windows_of_the_position(INSTRUMENT, record(EVERYBODY)) == ["inwoner", "professional", "organisatie"]
    assert windows_of_the_position(INSTRUMENT, record(EVERYBODY[2:])) == ["professional", "organisatie"]
    assert behind(EVERYBODY)["position"] == 6 + 7 + 2
    assert behind(EVERYBODY[2:])["position"] == 7 + 2


def test_a_window_in_which_no_feature_was_answered_takes_no_part_in_the_position() -> None:
    about = [item for (window, _), item in FEATURE_ITEM.items() if window == "inwoner"]
    silent = many(6, "inwoner", without=about)

    found = record([*silent, *many(7, "professional")])

    assert found["result"]["windows"]["inwoner"]["status"] == "shown"
    assert windows_of_the_position(INSTRUMENT, found) == ["professional"]


def test_without_a_position_nobody_stands_behind_it() -> None:
    found = record([*many(6, "inwoner"), respond("beleid")])

    assert windows_of_the_position(INSTRUMENT, found) == []
    assert people_behind(INSTRUMENT, found)["position"] is None


def test_a_dimension_counts_those_with_a_score() -> None:
    half = [item.id for item in INSTRUMENT.window("inwoner").scored_items() if item.dimension == "inw_regie"]

    found = behind([*many(5, "inwoner"), *many(2, "inwoner", without=half), *many(4, "professional")])["dimensions"]

    assert (found["inw_samenhang"], found["inw_regie"]) == (7, 5)
    assert found["pro_samen"] is None


def test_a_feature_counts_the_most_that_answered_one_of_its_questions_per_window() -> None:
    answered = FEATURE_ITEM["professional", "coord"]
    people = [*many(6, "inwoner"), *many(5, "professional"), *many(2, "professional", without=[answered])]

    found = behind(people)["features"]

    others = {item.feature for item in INSTRUMENT.window("inwoner").scored_items()}
    assert found["coord"] == 6 + 5
    assert found["gelijk"] == 7 + (6 if "gelijk" in others else 0)


def test_a_question_with_fewer_answers_than_the_minimum_counts_for_nobody() -> None:
    """Ruling 23: it was not used, although how many answered may be told."""
    rare = FEATURE_ITEM["professional", "gelijk"]
    found = record([*many(4, "professional"), *many(3, "professional", without=[rare])])

    assert found["result"]["windows"]["professional"]["items"][rare]["n"] == 4
    assert people_behind(INSTRUMENT, found)["features"]["gelijk"] is None
    assert rare not in used_items(found, "professional")
    assert used_items(found, "professional") == used_items({"result": found["result"]}, "professional")


def test_a_learning_order_counts_the_people_of_the_windows_that_speak_of_it() -> None:
    found = behind(EVERYBODY)["orders"]
    windows = {"inwoner": 6, "professional": 7, "organisatie": 2, "beleid": 1}

    for order in INSTRUMENT.orders:
        asking = {
            window.id
            for window in INSTRUMENT.windows
            if any(item.indicator in order.indicators for item in window.scored_items())
        }
        assert found[str(order.number)] == sum(windows[window] for window in asking)


@pytest.mark.parametrize("insight", [True, False])
def test_team_forms_count_also_below_the_minimum_of_their_window(insight: bool) -> None:
    """Ruling 21: with an insight or without, the same questions are used."""
    found = record([respond("professional", participants=4)])
    if not insight:
        del found["insight"]

    assert found["result"]["windows"]["professional"]["usable"] == 3
    assert people_behind(INSTRUMENT, found)["position"] == 3
    assert people_behind(INSTRUMENT, found)["features"]["coord"] == 3
