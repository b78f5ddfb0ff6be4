"""Differences as they are read: the numbers add up, and never stand on the other side of their margin."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparison.verdicts import DEMONSTRABLE, VERDICT_TEXTS, Change, change
from scoring.change import verdict

values = st.floats(0, 100, allow_nan=False)
MID = 10


def as_number(text: str) -> Decimal:
    return Decimal(text.replace("\N{MINUS SIGN}", "-").replace("+", "").replace(",", "."))


@given(then=values, now=values, margin=st.floats(0.1, 60))
def test_what_is_shown_adds_up(then: float, now: float, margin: float) -> None:
    shown = change(then, now, margin, verdict(now - then, margin, MID))  # type: ignore[arg-type]
    assert as_number(shown.now) - as_number(shown.then) == as_number(shown.difference)
    assert abs(as_number(shown.difference)) == as_number(shown.size)


@given(then=values, now=values, margin=st.floats(0.1, 60))
def test_a_difference_never_stands_on_the_other_side_of_its_margin(then: float, now: float, margin: float) -> None:
    if abs(abs(now - then) - margin) < 0.01:
        return
    shown = change(then, now, margin, verdict(now - then, margin, MID))  # type: ignore[arg-type]
    assert (as_number(shown.size) > as_number(shown.margin)) == (shown.verdict in DEMONSTRABLE)


def test_a_difference_that_rounds_to_its_margin_gets_a_decimal() -> None:
    shown = change(50.0, 58.4, 8.3, "klein maar aantoonbaar")
    assert (shown.then, shown.now, shown.difference, shown.margin) == ("50,0", "58,4", "+8,4", "8,3")


def test_what_no_number_of_decimals_tells_apart_stays_as_it_was() -> None:
    assert change(10.0, 20.0, 10.0, "echte verandering").difference == "+10"


@pytest.mark.parametrize("word", VERDICT_TEXTS)
def test_every_verdict_has_words(word: str) -> None:
    assert change(1.0, 2.0, 0.5, word).words  # type: ignore[arg-type]


def test_without_a_margin_there_is_no_verdict() -> None:
    shown = change(5.0, 65.0, None, None)
    assert isinstance(shown, Change)
    assert (shown.difference, shown.margin, shown.verdict) == ("+60", "", None)
    assert shown.words == "niet te beoordelen: de marge is onbekend"
