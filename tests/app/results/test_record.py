"""Reading a frozen record back: everything that was stored, and nothing that nobody knows."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from app.results.record import read_record
from tests.app.results.builders import at_model, everybody, record, with_policy
from tests.scoring.builders import many


@pytest.mark.parametrize(
    "responses",
    [everybody(), at_model(6), with_policy(many(2, "inwoner")), []],
    ids=["everybody", "two windows", "one window and one below its minimum", "nobody"],
)
@pytest.mark.parametrize("ambition", [None, 6])
def test_a_record_comes_back_exactly_as_it_was_stored(responses: list[object], ambition: int | None) -> None:
    stored = record(responses, ambition=ambition)  # type: ignore[arg-type]
    assert read_record(stored).model_dump(mode="json", by_alias=True) == stored


def test_a_record_from_before_the_certainty_of_gaps_was_kept_can_still_be_read() -> None:
    stored = record(everybody())
    del stored["insight"]["congruence"]
    for window in stored["insight"]["windows"].values():
        del window["groups"]

    insight = read_record(stored).insight

    assert insight.congruence is None
    assert {window.groups for window in insight.windows.values()} == {None}


def test_a_record_with_a_key_that_nobody_knows_is_refused_as_a_whole() -> None:
    stored = record(everybody())
    stored["result"]["continuum"]["total"] = 7
    with pytest.raises(ValidationError, match="total"):
        read_record(stored)


def test_a_window_below_its_minimum_may_hold_nothing_but_its_counts() -> None:
    stored = record(many(2, "inwoner"))
    stored["result"]["windows"]["inwoner"]["score"] = 33.3
    with pytest.raises(ValidationError, match="score"):
        read_record(stored)
