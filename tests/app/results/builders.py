"""Small builders for the tests of the result pages: real responses, really scored, as a record and as a reading."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI

from app.db import begin_writing
from app.models import Collaboration, Municipality, Result, Scan
from app.results.context import ResultContext
from app.results.reading import Reading
from app.results.record import read_record
from app.store import collaborations, municipalities, results, scans
from questionnaires import Edition, load_current
from scoring import Response, frozen_record, score_scan
from tests.scoring.builders import many, model_profile, profile, respond, with_features

EDITION: Edition = load_current()
MIXED = "1 .5 0 .25 0 .25 .5 .75 .75 .75 .75 .75 0 0 .5"
"""The "warm but informal" team (case C5 of the method): a mixed picture."""


def record(
    responses: Sequence[Response], *, ambition: int | None = None, minimum: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """The frozen record of these responses, as it comes back from the database."""
    result = score_scan(EDITION.instrument, responses, minimum, ambition)
    stored = frozen_record(result)
    return dict(json.loads(json.dumps(stored)))


def reading(
    responses: Sequence[Response], *, ambition: int | None = None, minimum: Mapping[str, int] | None = None
) -> Reading:
    """These responses, read beside the edition."""
    return Reading(read_record(record(responses, ambition=ambition, minimum=minimum)), EDITION)


def context(found: Reading) -> ResultContext:
    """A reading on the way to a page."""
    return ResultContext(
        found,
        about=("Gemeente Houten", "Op Koers", "Nulmeting"),
        name="Op Koers",
        address="/scans/proef",
        root="/scans/proef",
    )


def at_model(model: int, *, professionals: int = 5, managers: int = 2) -> list[Response]:
    """Professionals and managers who all describe one of the seven models."""
    levels = model_profile(model)
    staff = [("professional", professionals), ("organisatie", managers)]
    return [with_features(window, levels) for window, number in staff for _ in range(number)]


def mixed() -> list[Response]:
    """Professionals whose answers fit no single model."""
    return [with_features("professional", profile(MIXED)) for _ in range(5)]


def everybody(value: float = 0.5) -> list[Response]:
    """All four windows, each above its minimum, with the same level everywhere."""
    sizes = {"inwoner": 6, "professional": 6, "organisatie": 3, "beleid": 3}
    return [response for window, number in sizes.items() for response in many(number, window, value)]


def with_policy(
    responses: Sequence[Response], value: float = 0.5, *, number: int = 2, **answers: Any
) -> list[Response]:
    """These responses, and policy makers beside them."""
    return [*responses, *(respond("beleid", value, **answers) for _ in range(number))]


def add_scan(app: FastAPI, scan_id: str, stored: dict[str, Any], *, is_example: bool = True) -> None:
    """Put a scan with this record into the database of an application."""
    with begin_writing(app.state.engine) as session:
        if municipalities.find_municipality(session, "GM0321") is None:
            municipalities.add_municipalities(session, [Municipality(code="GM0321", name="Houten", province="Utrecht")])
        collaboration = collaborations.find_collaboration(
            session, "GM0321", scan_id
        ) or collaborations.add_collaboration(
            session,
            Collaboration(municipality_code="GM0321", name=scan_id, target_group="inwoners", partners="partners"),
        )
        assert collaboration.id is not None
        scan = Scan(
            id=scan_id,
            collaboration_id=collaboration.id,
            name="Nulmeting",
            purpose="nulmeting",
            period="2026",
            edition=EDITION.id,
            position=1,
            is_example=is_example,
        )
        scans.add_scan(session, scan)
        frozen = Result(
            scan_id=scan_id, version=1, edition=EDITION.id, method="mm-1.0", record=stored, created_at=datetime.now(UTC)
        )
        results.add_result(session, frozen)
