"""The mix of roles, and changes as if it had stayed (section 5.8, ruling 52)."""

from math import sqrt
from typing import Any

import pytest

from scoring import Response, compare_results, frozen_record, score_scan
from scoring.role_mix import role_mix, square_root_weights
from tests.scoring.builders import INSTRUMENT, many, respond

DIMENSION = "pro_regie"
Record = dict[str, Any]


def record(people: list[Response], **minimum: int) -> Record:
    return frozen_record(score_scan(INSTRUMENT, people, minimum))


def staff(social: int, work: int, *, levels: tuple[float, float] = (0.25, 0.75)) -> list[Response]:
    return [
        *many(social, "professional", levels[0], role="sociaal_team"),
        *many(work, "professional", levels[1], role="werk_inkomen"),
    ]


def mix(old: Record, new: Record, window: str = "professional") -> Any:
    return role_mix(INSTRUMENT, old, new).get(window)


@pytest.mark.parametrize(
    ("new", "shift", "shifted"), [((20, 20), 0.0, False), ((30, 10), 0.25, False), ((32, 10), 11 / 42, True)]
)
def test_how_far_the_shares_of_roles_moved(new: tuple[int, int], shift: float, shifted: bool) -> None:
    """Ruling 52: exactly a quarter is not above it."""
    found = mix(record(staff(20, 20)), record(staff(*new)))

    assert (found["shift"], found["shifted"]) == (pytest.approx(shift), shifted)


def test_without_a_group_that_both_show_nothing_is_known_of_the_mix() -> None:
    found = mix(record(staff(4, 4)), record(staff(10, 10)))

    assert found == {"shift": None, "shifted": False, "reweighted": None}


def test_only_windows_that_are_shown_in_both_have_a_mix() -> None:
    found = role_mix(INSTRUMENT, record([*staff(10, 10), respond("beleid")]), record([*staff(4, 0), respond("beleid")]))

    assert list(found) == ["beleid"]


def test_a_change_that_only_comes_from_the_mix_goes_away_under_the_weights_of_then() -> None:
    """Then 10 and 30, now 30 and 10, and nobody thinks otherwise: 25 and 75."""
    old, new = record(staff(10, 30)), record(staff(30, 10))
    raw = compare_results(INSTRUMENT, old["result"], new["result"])["dimensions"][DIMENSION]

    again = mix(old, new)["reweighted"][DIMENSION]

    assert raw["delta"] == pytest.approx(50 * (sqrt(10) - sqrt(30)) / (sqrt(10) + sqrt(30)))
    assert raw["verdict"] == "echte verandering"
    assert again["delta"] == pytest.approx(0, abs=1e-9)
    assert again["verdict"] == "geen"


def test_the_score_of_now_under_the_weights_of_then_by_hand() -> None:
    """Then 10 and 40 at 25 and 75: weights 1/3 and 2/3, score 58.33. Now 40 and 10 at 50 and 75: 58.33, or 66.67."""
    old, new = record(staff(10, 40)), record(staff(40, 10, levels=(0.5, 0.75)))

    found = mix(old, new)["reweighted"][DIMENSION]

    assert square_root_weights({"a": 10, "b": 40}) == pytest.approx({"a": 1 / 3, "b": 2 / 3})
    assert found["delta"] == pytest.approx(200 / 3 - 175 / 3)


def test_the_margin_follows_from_the_weights_of_then() -> None:
    """n_eff now under weights of then: 1 / (1/9 / 40 + 4/9 / 10) instead of 1 / (4/9 / 40 + 1/9 / 10)."""
    old, new = record(staff(10, 40)), record(staff(40, 10))
    error = [
        side["result"]["windows"]["professional"]["dimensions"][DIMENSION]["standard_error"] for side in (old, new)
    ]
    wider = sqrt((1 / 9 / 40 + 4 / 9 / 10) / (4 / 9 / 40 + 1 / 9 / 10))
    raw = compare_results(INSTRUMENT, old["result"], new["result"])["dimensions"][DIMENSION]

    found = mix(old, new)["reweighted"][DIMENSION]

    scale = sqrt(error[0] ** 2 + (wider * error[1]) ** 2) / sqrt(error[0] ** 2 + error[1] ** 2)
    assert found["margin"] == pytest.approx(raw["margin"] * scale)
    assert found["margin"] > raw["margin"]


def test_where_the_groups_agree_nothing_is_corrected() -> None:
    """Also at the end of the scale, where the score of a group is told as 95 and that of the window as 100."""
    old, new = record(staff(10, 30, levels=(1.0, 1.0))), record(staff(30, 10, levels=(1.0, 1.0)))

    assert mix(old, new)["reweighted"][DIMENSION]["delta"] == pytest.approx(0)


def test_every_dimension_of_the_window_is_weighed_again() -> None:
    found = mix(record(staff(10, 30)), record(staff(30, 10)))["reweighted"]

    assert list(found) == list(INSTRUMENT.window("professional").dimensions)


def test_without_a_shift_nothing_is_weighed_again() -> None:
    assert mix(record(staff(10, 10)), record(staff(10, 12)))["reweighted"] is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            staff(10, 30), [*staff(30, 10), *many(4, "professional", role="uwv")], id="a group that is hidden now"
        ),
        pytest.param([*staff(10, 30), *many(3, "professional", role="uwv")], staff(30, 10), id="a group hidden then"),
        pytest.param(staff(10, 30), [*staff(40, 0), *many(10, "professional", role="uwv")], id="another group"),
        pytest.param(staff(5, 15), staff(15, 5), id="groups of fewer than ten"),
    ],
)
def test_it_is_only_done_where_all_groups_are_visible_large_and_the_same(
    old: list[Response], new: list[Response]
) -> None:
    found = mix(record(old), record(new))

    assert found["shifted"] is True
    assert found["reweighted"] is None


def test_a_dimension_that_a_group_hardly_answered_is_left_out() -> None:
    questions = [item.id for item in INSTRUMENT.window("professional").scored_items() if item.dimension == DIMENSION]
    silent = many(2, "professional", role="werk_inkomen", without=questions)

    found = mix(record(staff(10, 30)), record([*staff(30, 9), *silent]))["reweighted"]

    assert found[DIMENSION] == {"delta": None, "margin": None, "verdict": None}
    assert found["pro_visie"]["delta"] is not None


def test_a_record_from_before_gives_no_change_under_other_weights() -> None:
    new = record(staff(30, 10))
    del new["insight"]["windows"]["professional"]["groups"]

    assert mix(record(staff(10, 30)), new)["shifted"] is True
    assert mix(record(staff(10, 30)), new)["reweighted"] is None
    assert mix(record(staff(10, 30)), {"result": new["result"]})["reweighted"] is None


def test_a_window_by_function_is_weighed_again_with_one_person_per_role() -> None:
    managers, directors = many(3, "organisatie", 0.25), many(3, "organisatie", 0.75, role="directie")

    found = mix(record([*managers, directors[0]]), record([managers[0], *directors]), "organisatie")

    assert found["shifted"] is True
    assert found["reweighted"]["org_vorm"]["delta"] == pytest.approx(0, abs=1e-9)
