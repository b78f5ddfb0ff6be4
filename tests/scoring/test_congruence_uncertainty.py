"""How certain gaps are, as others may read it (section 5.7, ruling 75)."""

from typing import Any

import pytest

from scoring import Response, build_insight, score_scan
from tests.scoring.builders import INSTRUMENT, each, many, panels, respond

ANSWERS = [0.25, 0.5, 0.75, 0.75, 1.0]
PAIR = ("professional", "organisatie")


def insight(people: list[Response], **minimum: int) -> dict[str, Any]:
    found: dict[str, Any] = build_insight(score_scan(INSTRUMENT, people, minimum))["congruence"]
    return found


def gap(found: dict[str, Any], code: str = "aanspreekpunt") -> dict[str, Any]:
    return next(one for one in found["gaps"] if (one["code"], one["a"], one["b"]) == (code, *PAIR))


def side(people: list[Response], item: str, **minimum: int) -> Any:
    return panels(people, minimum)[INSTRUMENT.item(item).window].items[item].uncertainty


def test_every_gap_of_the_result_has_its_uncertainty_in_the_same_order() -> None:
    result = score_scan(INSTRUMENT, [*many(6, "inwoner"), *many(5, "professional"), respond("organisatie")])
    keys = [(one["code"], one["a"], one["b"]) for one in build_insight(result)["congruence"]["gaps"]]

    assert keys == [(mirror.code, mirror.a, mirror.b) for mirror in result.congruence.mirrors]


def test_from_ten_people_on_both_sides_make_the_uncertainty_of_a_gap_exactly() -> None:
    staff, managers = each("pro_regie_2", ANSWERS * 2), each("org_regie_1", [0.0, 0.5, 1.0])

    found = gap(insight([*staff, *managers]))

    a, b = side(staff, "pro_regie_2"), side(managers, "org_regie_1")
    assert found["standard_error"] == (a.standard_error**2 + b.standard_error**2) ** 0.5
    assert found["degrees_of_freedom"] == a.degrees_of_freedom + b.degrees_of_freedom == (4 + 9) + (4 + 2)


@pytest.mark.parametrize("n", [5, 6, 7, 8, 9])
def test_of_fewer_than_ten_people_it_is_never_less_than_what_it_is(n: int) -> None:
    """The bound depends on their number and the mean that is told, and holds for whatever they answered."""
    manager = [respond("organisatie")]
    error = side(manager, "org_regie_1").standard_error
    for low in range(n + 1):
        for answers in ([0.0] * low + [1.0] * (n - low), [0.25] * low + [1.0] * (n - low)):
            staff = each("pro_regie_2", answers)
            told = gap(insight([*staff, *manager]))["standard_error"]
            exact = side(staff, "pro_regie_2").standard_error
            assert told >= (exact**2 + error**2) ** 0.5 - 1e-9


def test_answers_with_the_same_rounded_mean_have_the_same_uncertainty() -> None:
    manager = [respond("organisatie")]
    agreed, apart = each("pro_regie_2", [0.5] * 5), each("pro_regie_2", [0.0, 0.0, 0.5, 1.0, 1.0])

    assert gap(insight([*agreed, *manager])) == gap(insight([*apart, *manager]))
    assert side(agreed, "pro_regie_2") != side(apart, "pro_regie_2")


def test_a_window_by_function_has_exact_uncertainty() -> None:
    managers = each("org_regie_1", [0.0, 1.0])
    staff = each("pro_regie_2", ANSWERS * 2)

    apart, together = (insight([*staff, *found]) for found in (managers, many(2, "organisatie")))

    assert gap(apart)["standard_error"] > gap(together)["standard_error"]


def test_team_forms_of_residents_are_few_however_many_took_part() -> None:
    """Four forms of three: twelve respondents who gave four answers."""
    forms = [respond("inwoner", participants=3, inw_afstemming_1=answer) for answer in (0.0, 1 / 3, 2 / 3, 1.0)]
    others = [respond("inwoner", participants=3, inw_afstemming_1=answer) for answer in (0.0, 0.0, 1.0, 1.0)]
    staff = many(12, "professional")

    first, second = (insight([*found, *staff])["gaps"] for found in (forms, others))

    assert first == second


def test_the_horizontal_congruence_has_an_upper_bound() -> None:
    """Of two groups of ten who all say the same: SE = sqrt(1600 / 13 / 10) each, for every quantity."""
    groups = [*many(10, "professional"), *many(10, "professional", role="werk_inkomen")]
    error = (1600 / 13 / 10) ** 0.5

    found = insight(groups)["horizontal"]

    assert found["standard_error"] == pytest.approx((2 * error**2) ** 0.5)
    assert found["degrees_of_freedom"] == 2 * 13


def test_of_small_groups_that_bound_tells_nothing_of_the_answers() -> None:
    def groups(answers: list[float]) -> list[Response]:
        return [*each("pro_regie_2", answers), *each("pro_regie_2", answers, role="werk_inkomen")]

    assert insight(groups([0.5] * 5))["horizontal"] == insight(groups([0.0, 0.0, 0.5, 1.0, 1.0]))["horizontal"]


def test_without_groups_or_windows_there_is_nothing() -> None:
    assert insight([respond("organisatie")]) == {"gaps": [], "horizontal": None}
    assert insight(many(9, "professional"))["horizontal"] is None
