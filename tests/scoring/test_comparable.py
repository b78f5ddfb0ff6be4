"""Whether a document that somebody brings can be compared as a result (section 5.8)."""

from copy import deepcopy
from typing import Any

import pytest

from scoring import check_result, compare_results, course_of
from tests.scoring.builders import INSTRUMENT, WINDOWS, document, many, respond

RESULT = document([*many(6, "professional"), respond("organisatie"), respond("beleid")], ambition=6)


def changed(path: str, value: Any) -> dict[str, Any]:
    """The result with one value changed."""
    found = deepcopy(RESULT)
    *parents, last = path.split("/")
    place: Any = found
    for key in parents:
        place = place[key]
    place[last] = value
    return found


def test_a_result_that_was_made_here_can_be_compared() -> None:
    for result in (RESULT, document([]), document(many(4, "professional"))):
        assert check_result(result, INSTRUMENT) == []
        assert compare_results(INSTRUMENT, RESULT, result)["role_mix_shifted"] is False
        assert course_of(INSTRUMENT, {"result": RESULT}, {"result": result})["role_mix"].keys() <= set(WINDOWS)


def test_another_edition_cannot_be_compared() -> None:
    (problem,) = check_result(changed("edition", "integraal-werken/2019.1"), INSTRUMENT)

    assert "onbekende editie" in problem.problem


@pytest.mark.parametrize("value", [None, [], 5, "x", {}, {"edition": INSTRUMENT.edition}])
def test_what_is_no_result_is_refused(value: Any) -> None:
    assert [problem.problem for problem in check_result(value, INSTRUMENT)] == ["dit is geen volledige uitslag"]


@pytest.mark.parametrize(
    "path",
    [
        "continuum/position",
        "continuum/standard_error",
        "continuum/features/coord",
        "continuum/feature_uncertainty/coord/standard_error",
        "learning/orders/1/score",
        "windows/organisatie/dimensions/org_vorm/score",
        "windows/organisatie/dimensions/org_vorm/degrees_of_freedom",
    ],
)
@pytest.mark.parametrize("value", ["3", True, float("nan"), float("inf"), []])
def test_what_is_compared_must_be_a_number_or_null(path: str, value: Any) -> None:
    assert len(check_result(changed(path, value), INSTRUMENT)) == 1


@pytest.mark.parametrize("n", [7, -1, 1.5, "1", None])
def test_role_groups_add_up_to_no_more_than_the_respondents(n: Any) -> None:
    problems = check_result(changed("windows/professional/roles/sociaal_team/n", n), INSTRUMENT)

    assert [problem.item for problem in problems] == ["professional"]


@pytest.mark.parametrize("path", ["congruence/horizontal", "congruence/mirrors/0/gap", "congruence/pairs/1/congruence"])
@pytest.mark.parametrize("value", ["3", True, float("nan")])
def test_what_the_course_compares_must_be_a_number_or_null(path: str, value: Any) -> None:
    assert len(check_result(at(path, value), INSTRUMENT)) == 1


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("congruence/mirrors/0/real", "yes"),
        ("congruence/mirrors/0/a", 1),
        ("congruence/pairs/1/codes", 2.5),
        ("congruence/pairs/0/a", "beleid"),
        ("congruence/pairs", []),
        ("congruence/mirrors", None),
        ("advice/0/id", []),
        ("advice/0/shown", 1),
        ("advice/0/rank", "first"),
        ("learning/orders/1/status", None),
        ("windows/professional/items", None),
        ("windows/professional/items/pro_samen_1/n", "five"),
        ("windows/professional/rest", None),
        ("windows/professional/minimum", "5"),
        ("windows/professional/dimensions/pro_samen/n", None),
    ],
)
def test_a_result_that_has_no_course_is_refused(path: str, value: Any) -> None:
    """Nothing that somebody brings may end in an error of the program."""
    problems = [problem.problem for problem in check_result(at(path, value), INSTRUMENT)]

    assert problems == ["dit is geen volledige uitslag"]


def at(path: str, value: Any) -> dict[str, Any]:
    """The result with one value changed, also within a list."""
    found = deepcopy(RESULT)
    *parents, last = [int(key) if key.isdigit() and "orders" not in path else key for key in path.split("/")]
    place: Any = found
    for key in parents:
        place = place[key]
    place[last] = value
    return found
