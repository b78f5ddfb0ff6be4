"""The scores of role groups that a later comparison may need (section 5.8, ruling 75)."""

from typing import Any

import pytest

from scoring import Response, build_insight, score_scan
from tests.scoring.builders import INSTRUMENT, many, respond

DIMENSION = "pro_regie"
QUESTIONS = [item.id for item in INSTRUMENT.window("professional").scored_items() if item.dimension == DIMENSION]


def groups(people: list[Response], window: str = "professional", **minimum: int) -> Any:
    return build_insight(score_scan(INSTRUMENT, people, minimum))["windows"][window]["groups"]


def staff(*sizes: int, value: float = 0.5, **options: Any) -> list[Response]:
    roles = INSTRUMENT.window("professional").roles
    return [
        one
        for role, n in zip(roles, sizes, strict=False)
        for one in many(n, "professional", value, role=role, **options)
    ]


def test_two_groups_of_ten_have_a_score_in_every_dimension() -> None:
    found = groups([*staff(10), *many(10, "professional", 1.0, role="werk_inkomen")])

    assert list(found) == ["sociaal_team", "werk_inkomen"]
    assert found["sociaal_team"][DIMENSION] == 50
    assert set(found["werk_inkomen"]) == set(INSTRUMENT.window("professional").dimensions)


@pytest.mark.parametrize("sizes", [(10, 9), (5, 5), (10, 10, 5), (12, 4), (12, 4, 3)])
def test_a_group_of_fewer_than_ten_people_keeps_all_scores_away(sizes: tuple[int, ...]) -> None:
    assert groups(staff(*sizes)) is None


def test_a_dimension_that_fewer_than_ten_of_a_group_answered_is_there_for_no_group() -> None:
    """What is known of the others and of the window would give the score of those nine."""
    silent = many(1, "professional", role="werk_inkomen", without=QUESTIONS)
    people = [*staff(10), *many(9, "professional", role="werk_inkomen"), *silent]

    found = groups(people)

    assert [DIMENSION in scores for scores in found.values()] == [False, False]
    assert "pro_visie" in found["sociaal_team"]


@pytest.mark.parametrize(("value", "told"), [(0.0, 5.0), (1.0, 95.0)])
def test_unanimity_at_an_end_of_the_scale_is_not_told(value: float, told: float) -> None:
    found = groups(staff(10, 10, value=value))

    assert {score for scores in found.values() for code, score in scores.items() if code == DIMENSION} == {told}


def test_scores_are_in_steps_of_five() -> None:
    one = respond("professional", role="werk_inkomen", **{QUESTIONS[0]: 1.0})

    found = groups([*staff(10), *many(10, "professional", role="werk_inkomen"), one])

    assert {score % 5 for scores in found.values() for score in scores.values()} == {0}


def test_where_the_minimum_is_one_every_group_has_its_scores_in_steps_of_five() -> None:
    """The page before the first question says that answers by function can be traced."""
    people = [respond("organisatie", 0.5), respond("organisatie", 1.0, role="directie")]

    found = groups(people, "organisatie")

    assert {role: scores["org_vorm"] for role, scores in found.items()} == {"teammanager": 50, "directie": 95}
    assert groups(people * 3, "organisatie", organisatie=3) is None


def test_a_window_of_one_role_has_the_score_of_that_role() -> None:
    assert list(groups(staff(10))) == ["sociaal_team"]
    assert groups(staff(9)) is None
