"""The figures of a group: quartiles of at least eight values, rounded, and a place that is no rank."""

from __future__ import annotations

from random import Random

import pytest

from scoring import (
    GroupFigures,
    group_figures,
    group_quantities,
    place_in_group,
    result_document,
    result_outline,
    score_scan,
)
from tests.app.results.builders import EDITION, everybody


def test_the_quartiles_are_those_of_straight_lines_between_the_values() -> None:
    values = [12.0, 31.0, 44.0, 52.0, 58.0, 66.0, 79.0, 93.0]
    # Type 7 of Hyndman and Fan: places 1.75, 3.5 and 5.25 in the sorted list: 40.75, 55 and 69.25.
    assert group_figures("leerorde/2", values) == GroupFigures(40.0, 55.0, 70.0)


def test_the_order_of_the_values_does_not_matter() -> None:
    values = [float(number) for number in range(0, 90, 9)]
    assert group_figures("leerorde/1", values) == group_figures("leerorde/1", values[::-1])


@pytest.mark.parametrize(
    ("quantity", "step"), [("positie", 0.5), ("afstand", 0.5), ("dimensie/x", 5), ("kenmerk/x", 0.05)]
)
def test_every_figure_is_a_step_of_its_kind(quantity: str, step: float) -> None:
    chance = Random(3)
    figures = group_figures(quantity, [chance.random() for _ in range(11)])
    for value in (figures.low, figures.median, figures.high):
        assert value / step == pytest.approx(round(value / step))


def test_seven_values_have_no_figures() -> None:
    with pytest.raises(ValueError, match="at least 8"):
        group_figures("positie", [1.0] * 7)


def test_a_feature_is_never_none_or_all() -> None:
    assert group_figures("kenmerk/tafel", [0.0] * 8) == GroupFigures(0.05, 0.05, 0.05)
    assert group_figures("kenmerk/tafel", [1.0] * 8) == GroupFigures(0.95, 0.95, 0.95)


@pytest.mark.parametrize(("value", "place"), [(27.0, "eronder"), (28.0, "binnen"), (67.0, "binnen"), (68.0, "erboven")])
def test_the_own_place_is_as_coarse_as_the_figures(value: float, place: str) -> None:
    assert place_in_group("leerorde/1", value, GroupFigures(30.0, 45.0, 65.0)) == place


def test_the_quantities_of_a_real_outline_are_all_there() -> None:
    outline = result_outline(result_document(score_scan(EDITION.instrument, everybody(0.5), None, 5)))
    found = group_quantities(outline)
    assert set(found) == (
        {"positie", "afstand", "leerorde/1", "leerorde/2", "leerorde/3"}
        | {f"dimensie/{code}" for code in EDITION.dimensions}
        | {f"kenmerk/{one.id}" for one in EDITION.continuum.features}
    )


def test_a_hidden_window_and_no_ambition_are_missing() -> None:
    few = [one for one in everybody(0.5) if one.window != "inwoner"]
    found = group_quantities(result_outline(result_document(score_scan(EDITION.instrument, few))))
    assert "afstand" not in found
    assert not any(f"dimensie/{code}" in found for code in EDITION.dimension_ids("inwoner"))
