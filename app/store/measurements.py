"""Queries about measurements: what a closed scan measured is added once and never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.models import Measurement

if TYPE_CHECKING:
    from sqlmodel import Session


def find_measurement(session: Session, scan_id: str) -> Measurement | None:
    """Return what a scan measured, or None where it is not closed."""
    return session.get(Measurement, scan_id)


def add_measurement(session: Session, measurement: Measurement) -> None:
    """Add what a scan measured; it must be the first time."""
    session.add(measurement)
    session.flush()
