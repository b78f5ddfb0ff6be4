"""Queries for the list of results: first which collaborations have any, then the results of those on the page.

The list grows with the collaborations that somebody may read; what is read of results only with those on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, select

from app.models import Collaboration, Municipality, Result, Scan
from app.store.reach import within

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy import ColumnElement

    from app.store.reach import Reach


@dataclass(frozen=True, slots=True)
class ShelvedCollaboration:
    """A collaboration with results that may be read."""

    id: int
    municipality: str
    name: str
    target_group: str
    partners: str


@dataclass(frozen=True, slots=True)
class ShelvedResult:
    """A closed scan with the outline of its latest result."""

    scan_id: str
    collaboration_id: int
    name: str
    period: str
    closed_on: date
    edition: str
    outline: dict[str, Any]


def list_shelved(session: Session, reach: Reach) -> list[ShelvedCollaboration]:
    """Return the collaborations of which results may be read, in no particular order; none that lies in the archive."""
    has_result = select(Result.id).where(col(Result.scan_id) == col(Scan.id)).exists()
    found = (
        select(Scan.collaboration_id)
        .join(Collaboration, col(Collaboration.id) == col(Scan.collaboration_id))
        .where(within(reach), *_on_the_shelf(), has_result)
    )
    about = (
        Collaboration.id,
        Municipality.name,
        Collaboration.name,
        Collaboration.target_group,
        Collaboration.partners,
    )
    wanted = (
        select(*about)  # type: ignore[call-overload]
        .join(Municipality, col(Collaboration.municipality_code) == col(Municipality.code))
        .where(col(Collaboration.id).in_(found))
    )
    return [ShelvedCollaboration(*one) for one in session.exec(wanted)]


def list_shelved_results(session: Session, reach: Reach, collaboration_ids: Collection[int]) -> list[ShelvedResult]:
    """Return the latest result of each closed scan of these collaborations that may be read, the newest scan first."""
    version = aliased(Result)
    latest = select(func.max(version.version)).where(col(version.scan_id) == col(Scan.id)).correlate(Scan)
    wanted = (
        select(  # type: ignore[call-overload]
            *(Scan.id, Scan.collaboration_id, Scan.name, Scan.period, Scan.closed_on),
            *(Result.edition, Result.outline),
        )
        .join(Collaboration, col(Collaboration.id) == col(Scan.collaboration_id))
        .join(Result, and_(col(Result.scan_id) == col(Scan.id), col(Result.version) == latest.scalar_subquery()))
        .where(within(reach), *_on_the_shelf(), col(Scan.collaboration_id).in_(collaboration_ids))
        .order_by(col(Scan.closed_on).desc(), col(Scan.position).desc(), col(Scan.id))
    )
    return [ShelvedResult(*one) for one in session.exec(wanted)]


def list_shelved_years(session: Session, reach: Reach) -> dict[int, frozenset[int]]:
    """Return in which years scans were closed whose result may be read, each with their collaborations."""
    has_result = select(Result.id).where(col(Result.scan_id) == col(Scan.id)).exists()
    wanted = (
        select(Scan.closed_on, Scan.collaboration_id)  # type: ignore[type-var]
        .join(Collaboration, col(Collaboration.id) == col(Scan.collaboration_id))
        .where(within(reach), *_on_the_shelf(), has_result)
    )
    found: dict[int, set[int]] = {}
    for closed_on, collaboration_id in session.exec(wanted):
        if closed_on is not None:
            found.setdefault(closed_on.year, set()).add(collaboration_id)
    return {year: frozenset(ids) for year, ids in found.items()}


@dataclass(frozen=True, slots=True)
class NewResult:
    """A scan that was closed not long ago, and has a result."""

    scan_id: str
    name: str
    collaboration: str
    municipality: str
    closed_on: date


def list_new_results(session: Session, reach: Reach, since: date) -> list[NewResult]:
    """Return the scans that were closed on this day or later and whose result may be read, the newest first."""
    has_result = select(Result.id).where(col(Result.scan_id) == col(Scan.id)).exists()
    wanted = (
        select(Scan.id, Scan.name, Collaboration.name, Municipality.name, Scan.closed_on)  # type: ignore[call-overload]
        .join(Collaboration, col(Collaboration.id) == col(Scan.collaboration_id))
        .join(Municipality, col(Collaboration.municipality_code) == col(Municipality.code))
        .where(within(reach), *_on_the_shelf(), has_result, col(Scan.closed_on) >= since)
        .order_by(col(Scan.closed_on).desc(), col(Scan.id))
    )
    return [NewResult(*one) for one in session.exec(wanted)]


def _on_the_shelf() -> tuple[ColumnElement[bool], ...]:
    return (
        col(Scan.closed_on).is_not(None),
        col(Scan.archived_on).is_(None),
        col(Collaboration.archived_on).is_(None),
    )
