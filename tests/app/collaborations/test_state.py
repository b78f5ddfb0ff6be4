"""In what state a scan is, as everybody sees it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.collaborations.state import State, state_of, takes_answers
from app.models import Scan, ScanWindow

TODAY = date(2026, 3, 15)
DAY = timedelta(days=1)


def scan(**dates: date) -> Scan:
    return Scan(
        id="x",
        collaboration_id=1,
        name="n",
        purpose="p",
        period="p",
        edition="integraal-werken/2026.1",
        position=1,
        **dates,
    )


def window(*, is_on: bool = True) -> ScanWindow:
    return ScanWindow(scan_id="x", window="professional", is_on=is_on, minimum=5, ref="r", code="c")


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        ({}, "open"),
        ({"closes_on": TODAY + DAY}, "open"),
        ({"closes_on": TODAY}, "open"),
        ({"closes_on": TODAY - DAY}, "due"),
        ({"closed_on": TODAY}, "closed"),
        ({"closes_on": TODAY - DAY, "closed_on": TODAY}, "closed"),
        ({"closed_on": TODAY, "archived_on": TODAY}, "archived"),
        ({"archived_on": TODAY}, "archived"),
    ],
)
def test_the_state_follows_from_the_dates(dates: dict[str, date], state: State) -> None:
    assert state_of(scan(**dates), TODAY) == state
    assert takes_answers(scan(**dates), window(), TODAY) is (state == "open")


def test_a_window_that_does_not_take_part_takes_no_answers() -> None:
    assert not takes_answers(scan(), window(is_on=False), TODAY)
