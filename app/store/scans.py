"""Queries about scans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session, col, func, or_, select

from app.models import Collaboration, Municipality, Scan, ScanWindow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlmodel.sql.expression import Select


@dataclass(frozen=True, slots=True)
class ScanInContext:
    """A scan with the collaboration and the municipality that it is about."""

    scan: Scan
    collaboration: Collaboration
    municipality: Municipality


@dataclass(frozen=True, slots=True)
class WindowInContext:
    """A window of a scan with everything that it is about."""

    window: ScanWindow
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


def add_windows(session: Session, windows: Sequence[ScanWindow]) -> None:
    """Add the windows of a scan; every code and reference must be new."""
    session.add_all(windows)
    session.flush()


def list_windows(session: Session, scan_id: str) -> Sequence[ScanWindow]:
    """Return the windows of a scan, also those that are switched off, in no particular order."""
    return session.exec(select(ScanWindow).where(col(ScanWindow.scan_id) == scan_id)).all()


def find_window(session: Session, scan_id: str, window: str) -> WindowInContext | None:
    """Return a window of a scan with everything that it is about, or None."""
    return _find_window(session, (col(ScanWindow.scan_id) == scan_id) & (col(ScanWindow.window) == window))


def find_window_by_code(session: Session, code: str) -> WindowInContext | None:
    """Return the window that a code opens, or None."""
    return _find_window(session, col(ScanWindow.code) == code)


def find_window_by_ref(session: Session, ref: str) -> WindowInContext | None:
    """Return the window whose pages have this reference in their address, or None."""
    return _find_window(session, col(ScanWindow.ref) == ref)


def list_scans(session: Session, collaboration_ids: Sequence[int]) -> Sequence[Scan]:
    """Return the scans of these collaborations, from first to last."""
    wanted = select(Scan).where(col(Scan.collaboration_id).in_(collaboration_ids))
    return session.exec(wanted.order_by(col(Scan.collaboration_id), col(Scan.position))).all()


def count_open_scans(session: Session, today: date) -> int:
    """Return how many scans take answers on this day, without examples."""
    in_time = or_(col(Scan.closes_on).is_(None), col(Scan.closes_on) >= today)
    taking = (col(Scan.closed_on).is_(None), col(Scan.archived_on).is_(None), col(Scan.is_example).is_(False))
    return session.exec(select(func.count()).select_from(Scan).where(in_time, *taking)).one()


def delete_scan(session: Session, scan: Scan) -> None:
    """Delete a scan with its windows, drafts, responses, comments, measurement and results."""
    session.delete(scan)
    session.flush()


def lock_scan(session: Session, scan_id: str) -> Scan | None:
    """Return a scan that nobody else changes or sends answers to until this transaction ends, as it is now."""
    return _locked(session, scan_id, shared=False)


def share_scan(session: Session, scan_id: str) -> Scan | None:
    """Return a scan that cannot be closed until this transaction ends; others may share it."""
    return _locked(session, scan_id, shared=True)


def _locked(session: Session, scan_id: str, *, shared: bool) -> Scan | None:
    """On SQLite a session that writes is alone already, and the words for a lock are left out."""
    wanted = select(Scan).where(col(Scan.id) == scan_id).with_for_update(read=shared)
    return session.exec(wanted.execution_options(populate_existing=True)).one_or_none()


def _find_window(session: Session, which: ColumnElement[bool]) -> WindowInContext | None:
    wanted = select(ScanWindow, Scan, Collaboration, Municipality).where(
        which,
        col(ScanWindow.scan_id) == col(Scan.id),
        col(Scan.collaboration_id) == col(Collaboration.id),
        col(Collaboration.municipality_code) == col(Municipality.code),
    )
    found = session.exec(wanted).one_or_none()
    return WindowInContext(*found) if found else None


def _in_context() -> Select[Scan, Collaboration, Municipality]:
    return select(Scan, Collaboration, Municipality).where(
        col(Scan.collaboration_id) == col(Collaboration.id),
        col(Collaboration.municipality_code) == col(Municipality.code),
    )
