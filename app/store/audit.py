"""Queries about the log: lines are added and read, and the database refuses everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from app.models import AuditEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from sqlmodel import Session

AT_A_TIME = 500
"""Lines that are read at once when all of them are wanted."""


def add_entry(session: Session, entry: AuditEntry) -> None:
    """Add a line."""
    session.add(entry)
    session.flush()


def is_noted_since(session: Session, act: str, account_id: str, scan_id: str, moment: datetime) -> bool:
    """Whether there is a line of this account about this scan since a moment."""
    wanted = select(AuditEntry.id).where(
        col(AuditEntry.account_id) == account_id,
        col(AuditEntry.act) == act,
        col(AuditEntry.scan_id) == scan_id,
        col(AuditEntry.at) >= moment,
    )
    return session.exec(wanted.limit(1)).first() is not None


def list_entries(
    session: Session, municipality_code: str | None, *, before: int | None = None, most: int = 100
) -> Sequence[AuditEntry]:
    """Return the lines of a municipality, or with None of everything, the last first; `before` goes on below a line."""
    wanted = select(AuditEntry)
    if municipality_code is not None:
        wanted = wanted.where(col(AuditEntry.municipality_code) == municipality_code)
    if before is not None:
        wanted = wanted.where(col(AuditEntry.id) < before)
    return session.exec(wanted.order_by(col(AuditEntry.id).desc()).limit(most)).all()


def all_entries(session: Session, municipality_code: str | None) -> Iterator[AuditEntry]:
    """Give every line of a municipality, or with None of everything, the last first."""
    before: int | None = None
    while found := list_entries(session, municipality_code, before=before, most=AT_A_TIME):
        yield from found
        before = found[-1].id


def noted_since(session: Session, act: str, account_id: str, scan_ids: Iterable[str], moment: datetime) -> set[str]:
    """Return about which of these scans there is a line of this account since a moment."""
    wanted = select(AuditEntry.scan_id).where(
        col(AuditEntry.account_id) == account_id,
        col(AuditEntry.act) == act,
        col(AuditEntry.scan_id).in_(list(scan_ids)),
        col(AuditEntry.at) >= moment,
    )
    return {scan_id for scan_id in session.exec(wanted) if scan_id is not None}


def add_entries(session: Session, entries: Sequence[AuditEntry]) -> None:
    """Add many lines at once."""
    session.add_all(entries)
    session.flush()
