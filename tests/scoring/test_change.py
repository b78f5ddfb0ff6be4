"""Two scans laid side by side: what is real and what is noise (section 5.8)."""

from copy import deepcopy
from typing import Any

import pytest

from scoring import compare_results
from scoring.change import role_mix_shifted, verdict
from scoring.uncertainty import t_quantile
from tests.scoring.builders import INSTRUMENT, document, many, model_profile, printed, respond, with_features

Quantity = tuple[float, float | None, int | None]
NOTHING = {"delta": None, "margin": None, "verdict": None}


def at_position(value: float, error: float | None, degrees: int | None) -> dict[str, Any]:
    """A result with this position."""
    found = document([respond("organisatie")])
    found["continuum"] |= {"position": value, "standard_error": error, "degrees_of_freedom": degrees}
    return found


def with_score(value: float, error: float, degrees: int) -> dict[str, Any]:
    """A result with this score of the dimension `org_vorm`."""
    found = document([respond("organisatie")])
    found["windows"]["organisatie"]["dimensions"]["org_vorm"] |= {
        "score": value,
        "standard_error": error,
        "degrees_of_freedom": degrees,
    }
    return found


def compared(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return compare_results(INSTRUMENT, old, new)


@pytest.mark.parametrize(
    ("old", "new", "delta", "margin", "words"),
    [
        ((2.88, 0.3458, 11), (5.90, 0.33, 12), "3.02", "0.819", "echte verandering"),
        ((2.88, 0.3458, 11), (3.50, 0.33, 12), "0.62", "0.819", "mogelijk"),
        ((2.88, 0.3458, 11), (3.10, 0.33, 12), "0.22", "0.819", "geen"),
        ((2.88, 0.12, 40), (3.20, 0.12, 40), "0.32", "0.282", "klein maar aantoonbaar"),
    ],
)
def test_the_changes_of_position_of_the_worked_examples(
    *, old: Quantity, new: Quantity, delta: str, margin: str, words: str
) -> None:
    found = compared(at_position(*old), at_position(*new))["position"]

    assert (found["delta"], found["margin"]) == (printed(delta), printed(margin))
    assert found["verdict"] == words


def test_the_change_of_a_score_of_the_worked_example() -> None:
    found = compared(with_score(52, 5, 20), with_score(66, 5, 20))["dimensions"]["org_vorm"]

    assert (found["delta"], found["margin"]) == (printed("14"), printed("11.91"))
    assert found["verdict"] == "echte verandering"


@pytest.mark.parametrize("smallest", [0.5, 10, 0.25])
def test_a_change_of_exactly_the_smallest_that_matters_or_the_margin_counts(smallest: float) -> None:
    """Ruling 1."""
    assert verdict(smallest - 1e-10, 0, smallest) == "echte verandering"
    assert verdict(-smallest, smallest + 1e-10, smallest) == "echte verandering"
    assert verdict(smallest - 1e-6, 0, smallest) == "klein maar aantoonbaar"
    assert verdict(smallest, smallest + 1e-6, smallest) == "mogelijk"


def test_a_fall_is_a_change_too() -> None:
    found = compared(at_position(5.90, 0.33, 12), at_position(2.88, 0.3458, 11))["position"]

    assert (found["delta"], found["verdict"]) == (pytest.approx(-3.02), "echte verandering")


def test_a_feature_changes_from_a_quarter_with_the_uncertainty_of_its_windows() -> None:
    """Ruling 50: one manager has SE .2 and nu 4, so the margin of a difference is t.95(8) * .283."""
    old, new = ([with_features("organisatie", model_profile(m))] for m in (3, 6))
    found = compared(document(old), document(new))["features"]["inwoner"]

    assert found["delta"] == pytest.approx(1.0)
    assert found["margin"] == pytest.approx(t_quantile(1.6448536, 8) * (0.2**2 + 0.2**2) ** 0.5)
    assert found["verdict"] == "echte verandering"
    assert compared(document(old), document(new))["features"]["advies"]["verdict"] == "mogelijk"


def test_the_orders_are_compared_by_their_scores() -> None:
    old, new = (document([*many(5, "professional", level), respond("organisatie", level)]) for level in (0.25, 1.0))
    found = compared(old, new)["orders"]

    assert list(found) == ["1", "2", "3"]
    assert found["2"]["delta"] == pytest.approx(75)
    assert found["2"]["verdict"] == "echte verandering"


def test_what_is_missing_on_one_side_has_no_change() -> None:
    found = compared(document([respond("organisatie")]), document([]))

    assert found["position"] == NOTHING
    assert found["orders"] == {"1": NOTHING, "2": NOTHING, "3": NOTHING}
    assert set(map(str, found["dimensions"].values())) == {str(NOTHING)}
    assert set(map(str, found["features"].values())) == {str(NOTHING)}


def test_a_comparison_holds_every_dimension_and_feature_of_the_instrument() -> None:
    found = compared(document([]), document([]))

    assert list(found["dimensions"]) == [d for window in INSTRUMENT.windows for d in window.dimensions]
    assert list(found["features"]) == [feature.id for feature in INSTRUMENT.features]
    assert len(found["dimensions"]) == 31


def test_a_window_below_its_minimum_on_one_side_has_no_change() -> None:
    """Section 5.4: a difference only when both reach the minimum."""
    found = compared(document(many(4, "professional")), document(many(5, "professional")))

    assert found["dimensions"]["pro_samen"] == NOTHING


def test_without_a_standard_error_the_difference_is_given_without_a_verdict() -> None:
    found = compared(at_position(3.0, None, None), at_position(4.0, 0.3, 12))["position"]

    assert found == {"delta": pytest.approx(1.0), "margin": None, "verdict": None}


def test_a_comparison_changes_neither_result() -> None:
    """Ruling 67."""
    old, new = document(many(5, "professional")), document(many(5, "professional", 1.0))
    before = deepcopy((old, new))
    compared(old, new)

    assert (old, new) == before


def professionals(**sizes: int) -> dict[str, Any]:
    return document([response for role, n in sizes.items() for response in many(n, "professional", role=role)])


@pytest.mark.parametrize(("social", "work", "shifted"), [(10, 10, False), (15, 5, False), (16, 5, True), (5, 16, True)])
def test_the_mix_of_roles_shifts_when_more_than_a_quarter_moves(social: int, work: int, shifted: bool) -> None:
    """Ruling 52: from half and half to three quarters and one quarter is exactly .25, and that is not above it."""
    old, new = professionals(sociaal_team=10, werk_inkomen=10), professionals(sociaal_team=social, werk_inkomen=work)

    assert role_mix_shifted(old, new) is shifted
    assert compared(old, new)["role_mix_shifted"] is shifted


def test_groups_that_are_not_visible_in_both_count_as_one() -> None:
    """Ruling 52: the second group is hidden at first and another one visible later; together they stay a half."""
    old = professionals(sociaal_team=10, werk_inkomen=4, uwv=3, zorg_welzijn=3)
    new = professionals(sociaal_team=10, werk_inkomen=10)

    assert set(old["windows"]["professional"]["roles"]) == {"sociaal_team"}
    assert not role_mix_shifted(old, new)


def test_only_windows_that_are_shown_in_both_can_shift() -> None:
    """Ruling 52."""
    old = document([*many(4, "professional", role="uwv"), respond("organisatie", role="directie")])
    new = document([*many(9, "professional"), respond("beleid")])

    assert not role_mix_shifted(old, new)


def test_a_shift_in_any_window_is_told() -> None:
    """Ruling 52: with a minimum of 1 every group is visible; here three quarters and one quarter change places."""
    staff = many(5, "professional")
    managers, directors = (many(3, "organisatie", role=role) for role in ("teammanager", "directie"))
    old, new = document([*staff, *managers, directors[0]]), document([*staff, *directors, managers[0]])

    assert role_mix_shifted(old, new)
