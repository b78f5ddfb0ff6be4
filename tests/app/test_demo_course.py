"""What the examples say of the change from phase 1 to phase 2 is what the report says (A:586-588)."""

from __future__ import annotations

from typing import Any

import pytest

from app.demo import demo_documents
from app.demo.load import demo_record
from questionnaires import load_current
from scoring import course_of

EDITION = load_current()
REAL = "echte verandering"
CONSULTATIVE, INTERDISCIPLINARY = 2, 6


def records(place: str) -> list[dict[str, Any]]:
    documents = demo_documents(EDITION)
    return [demo_record(EDITION, documents[f"voorbeeld-{place}-fase-{phase}"]) for phase in (1, 2)]


def course(place: str) -> dict[str, Any]:
    old, new = records(place)
    return course_of(EDITION.instrument, old, new)


def verdicts(found: dict[str, Any]) -> dict[str, str]:
    return {feature: change["verdict"] for feature, change in found["comparison"]["features"].items()}


@pytest.mark.parametrize("place", ["houten", "woerden", "wijk-bij-duurstede"])
def test_collaboration_became_more_intensive_in_all_three(place: str) -> None:
    """A:588."""
    position = course(place)["comparison"]["position"]

    assert position["delta"] > 0
    assert position["verdict"] == REAL


def test_houten_went_from_consulting_to_features_of_an_interdisciplinary_team() -> None:
    """A:588: joint decisions, meetings face to face, and work that is steered together."""
    old, new = (record["result"]["continuum"]["nearest"] for record in records("houten"))
    found = verdicts(course("houten"))

    assert (old, new) == (CONSULTATIVE, INTERDISCIPLINARY)
    assert [found[feature] for feature in ("besluit", "overleg", "sturing")] == [REAL] * 3
    assert "besluit" in course("houten")["features"]["changed"]


def test_in_wijk_bij_duurstede_agreements_and_regie_changed_most() -> None:
    """A:588."""
    found = course("wijk-bij-duurstede")

    assert set(found["features"]["changed"][:2]) == {"formeel", "coord"}
    assert [verdicts(found)[feature] for feature in ("formeel", "coord")] == [REAL] * 2


def test_in_woerden_the_position_rests_on_residents_the_second_time_only() -> None:
    """A:172: at first only representatives of the client council were interviewed."""
    basis = course("woerden")["basis"]

    assert basis == {"old": ["professional", "organisatie"], "new": ["inwoner", "professional", "organisatie"]}


@pytest.mark.parametrize("place", ["houten", "woerden", "wijk-bij-duurstede"])
def test_nothing_in_the_examples_comes_from_another_mix_of_roles(place: str) -> None:
    assert [mix["shifted"] for mix in course(place)["role_mix"].values() if mix["shifted"]] == []
