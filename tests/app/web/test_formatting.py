"""Numbers, dates and lists the Dutch way; the examples in the module run too."""

from __future__ import annotations

import doctest
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web import formatting, markdown
from app.web.formatting import counted, date_in_words, enumeration, number, percentage, rounded, signed, whole_number


@pytest.mark.parametrize("module", [formatting, markdown])
def test_the_examples_are_true(module: object) -> None:
    done = doctest.testmod(module)  # type: ignore[arg-type]
    assert done.attempted > 0
    assert done.failed == 0


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (2.45, 1, "2,5"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (0.125, 2, "0,13"),
        (1.005, 2, "1,01"),
        (-0.04, 1, "0,0"),
        (1234567.891, 2, "1.234.567,89"),
        (100, 0, "100"),
        (1e-9, 3, "0,000"),
    ],
)
def test_a_number_is_rounded_as_it_is_read(value: float, decimals: int, written: str) -> None:
    assert number(value, decimals) == written


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_rounding_moves_a_number_by_at_most_half_a_unit(value: float, decimals: int) -> None:
    assert abs(rounded(value, decimals) - Decimal(repr(value))) <= Decimal("0.5").scaleb(-decimals)


@given(st.floats(-1e6, 1e6))
def test_a_written_number_never_has_a_hyphen_or_a_point_before_decimals(value: float) -> None:
    written = number(value, 1)
    assert "-" not in written
    assert written[-2] == ","


def test_a_difference_has_its_sign() -> None:
    assert [signed(value, 1) for value in (3.02, -3.02, 0.0, -0.01)] == ["+3,0", "−3,0", "0,0", "0,0"]


def test_a_share_is_written_as_a_percentage() -> None:
    assert [percentage(share) for share in (0, 0.305, 1)] == ["0%", "31%", "100%"]


def test_a_date_is_written_in_words() -> None:
    assert date_in_words(date(2026, 11, 23)) == "23 november 2026"


def test_a_list_is_written_as_a_phrase() -> None:
    assert enumeration(iter(["inwoner", "beleid"]), "of") == "inwoner of beleid"
    assert enumeration([]) == ""


def test_small_counts_are_words() -> None:
    assert [whole_number(value) for value in (0, 7, 12, 13)] == ["geen", "zeven", "twaalf", "13"]
    assert [counted(value, "antwoord", "antwoorden") for value in (0, 1, 2)] == [
        "0 antwoorden", "1 antwoord", "2 antwoorden",
    ]  # fmt: skip
