"""Closed scans for the tests of lists, of which only the outline can be read: a page that reads a record fails."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlmodel import Session

from app.models import Result
from scoring import result_outline
from tests.app.results.builders import EDITION, at_model, record
from tests.app.scans import CLOSED_ON, SetUp, add_scan


@cache
def outline(model: int = 3) -> dict[str, Any]:
    """The outline of people who all describe one of the seven models."""
    return result_outline(record(at_model(model))["result"])


def add_closed(session: Session, *, found: dict[str, Any] | None = None, **about: Any) -> SetUp:
    """Add a closed scan in a collaboration of its own; `found` is the outline of its result."""
    made = add_scan(session, **{"closed_on": CLOSED_ON} | about)
    add_result(session, made, outline() if found is None else found)
    return made


def add_result(session: Session, made: SetUp, found: dict[str, Any], version: int = 1) -> None:
    """Add a version of the result of a scan."""
    session.add(
        Result(
            scan_id=made.scan.id,
            version=version,
            edition=EDITION.id,
            method="mm-1.0",
            record={},
            outline=found,
            created_at=datetime.now(UTC),
        )
    )
    session.flush()
