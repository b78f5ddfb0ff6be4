"""Whether a document that somebody brings can be compared as a result (section 5.8)."""

from copy import deepcopy
from typing import Any

import pytest

from scoring import check_result, compare_results
from tests.scoring.builders import INSTRUMENT, document, many, respond

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
