"""Queries about scans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from app.models import Collaboration, Municipality, Scan

if TYPE_CHECKING:
    from sqlmodel.sql.expression import Select


@dataclass(frozen=True, slots=True)
class ScanInContext:
    """A scan with the collaboration and the municipality that it is about."""

    scan: Scan
    collaboration: Collaboration
    municipality: Municipality


def find_scan(session: Session, scan_id: str) -> ScanInContext | None:
    """Return the scan with this id and what it is about, or None."""
    found = session.exec(_in_context().where(col(Scan.id) == scan_id)).one_or_none()
    return ScanInContext(*found) if found else None


def list_example_scans(session: Session) -> list[ScanInContext]:
    """Return the example scans: by municipality and collaboration, from first to last."""
    order = (col(Municipality.name), col(Collaboration.name), col(Scan.position))
    wanted = _in_context().where(col(Scan.is_example)).order_by(*order)
    return [ScanInContext(*found) for found in session.exec(wanted).all()]


def add_scan(session: Session, scan: Scan) -> Scan:
    """Add a scan; its id and its place among the scans of its collaboration must be new."""
    session.add(scan)
    session.flush()
    return scan


def _in_context() -> Select[Scan, Collaboration, Municipality]:
    return select(Scan, Collaboration, Municipality).where(
        col(Scan.collaboration_id) == col(Collaboration.id),
        col(Collaboration.municipality_code) == col(Municipality.code),
    )
