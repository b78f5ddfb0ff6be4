"""Queries about measurements: what a closed scan measured is added once and never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select, update

from app.models import Measurement

if TYPE_CHECKING:
    from collections.abc import Iterable


def find_measurement(session: Session, scan_id: str) -> Measurement | None:
    """Return what a scan measured, or None where it is not closed."""
    return session.get(Measurement, scan_id)


def add_measurement(session: Session, measurement: Measurement) -> None:
    """Add what a scan measured; it must be the first time."""
    session.add(measurement)
    session.flush()


def scans_with_space_to_free(session: Session) -> list[str]:
    """Return the closed scans of which the deleted rows may still stand in the files of the database."""
    wanted = select(Measurement.scan_id).where(col(Measurement.space_is_freed).is_(False))
    return list(session.exec(wanted).all())


def mark_space_freed(session: Session, scan_ids: Iterable[str]) -> None:
    """Note that nothing of the deleted rows of these scans is left in the files of the database."""
    session.exec(update(Measurement).where(col(Measurement.scan_id).in_(list(scan_ids))).values(space_is_freed=True))
