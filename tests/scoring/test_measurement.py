"""What is kept of a closed scan: a record under every ambition, without the answers."""

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Response, frozen_measurement, frozen_record, read_scan, record_under, score_scan
from tests.scoring.builders import INSTRUMENT, many, respond
from tests.scoring.independent.generate import scan

AMBITIONS = (None, *range(1, 8))
PEOPLE: list[Response] = [*many(6, "professional", 0.5), respond("organisatie", 0.25)]


def read_back(measurement: dict[str, Any]) -> Any:
    """A measurement as it comes out of a database."""
    return json.loads(json.dumps(measurement, allow_nan=False))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.integers(0, 10**9))
def test_a_measurement_gives_under_every_ambition_the_record_that_scoring_gives(seed: int) -> None:
    read = read_scan(scan(random.Random(seed)), INSTRUMENT)
    measurement = frozen_measurement(INSTRUMENT, read.responses, read.minimum)
    kept = read_back(measurement)

    assert kept == measurement
    for ambition in AMBITIONS:
        scored = frozen_record(score_scan(INSTRUMENT, read.responses, read.minimum, ambition))
        assert record_under(measurement, ambition) == scored
        assert json.dumps(record_under(kept, ambition)) == json.dumps(scored)


def test_an_ambition_changes_the_distance_what_is_missing_and_the_advice() -> None:
    measurement = frozen_measurement(INSTRUMENT, PEOPLE)
    near, far = (record_under(measurement, ambition)["result"] for ambition in (2, 7))

    assert (near["ambition"], far["ambition"]) == (2, 7)
    assert near["continuum"]["gap_to_ambition"] < far["continuum"]["gap_to_ambition"]
    assert near["continuum"]["missing"]["ambition"] != far["continuum"]["missing"]["ambition"]
    assert near["advice"] != far["advice"]


def test_what_was_measured_is_the_same_under_every_ambition() -> None:
    measurement = frozen_measurement(INSTRUMENT, PEOPLE)

    def measured(ambition: int | None) -> dict[str, Any]:
        record = read_back(record_under(measurement, ambition))
        for part, name in (("result", "ambition"), ("result", "advice")):
            del record[part][name]
        del record["result"]["continuum"]["gap_to_ambition"], record["result"]["continuum"]["missing"]["ambition"]
        return dict(record)

    assert all(measured(ambition) == measured(None) for ambition in AMBITIONS)


def test_making_a_record_changes_nothing_of_the_measurement() -> None:
    measurement = frozen_measurement(INSTRUMENT, PEOPLE)
    before = json.dumps(measurement)

    for ambition in AMBITIONS:
        record_under(measurement, ambition)

    assert json.dumps(measurement) == before


def test_a_scan_that_nobody_answered_can_be_measured_too() -> None:
    measurement = frozen_measurement(INSTRUMENT, [])

    assert record_under(measurement, 6)["result"]["continuum"]["position"] is None
    assert {window["status"] for window in measurement["record"]["result"]["windows"].values()} == {"absent"}


@pytest.mark.parametrize("ambition", [0, 8, 3.5, "4"])
def test_an_ambition_that_is_no_model_is_refused(ambition: Any) -> None:
    with pytest.raises(ValueError, match="is not a model"):
        record_under(frozen_measurement(INSTRUMENT, PEOPLE), ambition)


def test_nothing_in_it_is_finer_than_what_a_record_shows() -> None:
    """Beside the record without an ambition it holds the parts of the records under one, and nothing else."""
    measurement = frozen_measurement(INSTRUMENT, PEOPLE)

    assert set(measurement) == {"record", "ambitions"}
    for ambition, differs in measurement["ambitions"].items():
        document = frozen_record(score_scan(INSTRUMENT, PEOPLE, ambition=int(ambition)))["result"]
        assert differs == {
            "gap_to_ambition": document["continuum"]["gap_to_ambition"],
            "missing": document["continuum"]["missing"]["ambition"],
            "advice": document["advice"],
        }
