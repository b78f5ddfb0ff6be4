"""How certain a mean of a few people is (section 5.5)."""

import pytest

from scoring.method import Z_90, Z_95
from scoring.uncertainty import Uncertainty, change_margin, combined, difference, of_values, t_quantile, variance
from tests.scoring.builders import panels, printed, respond

VECTORS = [
    # values, s0, mean, SE, nu, half width, low, high
    ([60], 20, "60", "20.00", 4, "30.58", "29.4", "90.6"),
    ([50, 75], 20, "62.5", "13.83", 5, "20.38", "42.1", "82.9"),
    ([50, 75, 75], 20, "66.67", "10.58", 6, "15.23", "51.4", "81.9"),
    ([25, 50, 75, 75, 100], 20, "65", "11.01", 8, "15.38", "49.6", "80.4"),
    ([75] * 5, 20, "75", "6.32", 8, "8.83", "66.2", "83.8"),
    ([2.8], 0.8, "2.8", "0.800", 4, "1.22", "1.58", "4.02"),
    ([2.5, 3.1], 0.8, "2.8", "0.523", 5, "0.77", "2.03", "3.57"),
    ([2.0, 2.6, 2.9, 3.2, 3.3], 0.8, "2.8", "0.302", 8, "0.42", "2.38", "3.22"),
]


@pytest.mark.parametrize(("values", "prior", "mean", "error", "degrees", "half", "low", "high"), VECTORS)
def test_the_interval_of_the_worked_examples(
    *, values: list[float], prior: float, mean: str, error: str, degrees: int, half: str, low: str, high: str
) -> None:
    found = of_values(values, len(values), prior)
    centre = sum(values) / len(values)

    assert centre == printed(mean)
    assert found.standard_error == printed(error)
    assert found.degrees_of_freedom == degrees
    assert found.half_width() == printed(half)
    assert found.interval(centre, 0, 100) == (printed(low), printed(high))


def test_an_interval_is_clipped_to_its_scale() -> None:
    assert Uncertainty(20, 4).interval(95, 0, 100)[1] == 100
    assert Uncertainty(20, 4).interval(5, 0, 100)[0] == 0


def test_the_width_is_known_before_clipping() -> None:
    """Ruling 13: h = t.90(nu) * SE before clipping."""
    assert Uncertainty(20, 4).half_width() == printed("30.58")


def test_equal_answers_still_leave_the_prior_spread() -> None:
    assert variance([75] * 5, 20) == pytest.approx(4 * 400 / 8)


@pytest.mark.parametrize(
    ("z", "degrees", "exact"),
    [(Z_90, 4, 1.5332), (Z_90, 11, 1.3634), (Z_90, 30, 1.3104), (Z_95, 6, 1.9432), (Z_95, 23, 1.7139)],
)
def test_the_expansion_of_t_is_within_five_thousandths(z: float, degrees: int, exact: float) -> None:
    assert abs(t_quantile(z, degrees) - exact) < 0.005


def test_the_t_value_of_the_complete_example() -> None:
    assert t_quantile(Z_90, 11) == printed("1.3632")


def test_the_spread_is_taken_around_the_plain_mean_and_the_interval_around_the_weighted_value() -> None:
    """Ruling 8: groups of one and three; value .366 * 100 + .634 * 0, spread around 25."""
    answers = [respond("organisatie", role="directie", org_vorm_1=1.0)]
    answers += [respond("organisatie", role="teammanager", org_vorm_1=0.0)] * 3
    measure = panels(answers)["organisatie"].items["org_vorm_1"]
    omega = 1 / (1 + 3**0.5)
    effective = 1 / (omega**2 + (1 - omega) ** 2 / 3)
    spread = (4 * 400 + 75**2 + 3 * 25**2) / 7

    assert measure.value == pytest.approx(100 * omega)
    assert measure.uncertainty.standard_error == pytest.approx((spread / effective) ** 0.5)
    assert measure.spread == pytest.approx((75 + 3 * 25) / 4)


def test_the_windows_are_combined_with_their_weights_renormalised() -> None:
    """Ruling 50: SE^2 = sum (Omega_w / sum Omega)^2 SE_w^2 and nu = sum nu_w."""
    found = combined([(0.5, Uncertainty(8, 6)), (0.3, Uncertainty(16, 5))])

    assert found.standard_error == pytest.approx(((0.625 * 8) ** 2 + (0.375 * 16) ** 2) ** 0.5)
    assert found.degrees_of_freedom == 11


def test_a_difference_adds_the_squares_and_the_degrees_of_freedom() -> None:
    found = difference(Uncertainty(3, 11), Uncertainty(4, 12))

    assert (found.standard_error, found.degrees_of_freedom) == (pytest.approx(5), 23)
    assert change_margin(found) == pytest.approx(5 * t_quantile(Z_95, 23))
