"""Queries for laying results beside each other: which may be read, and what a comparison reads of them.

A comparison never reads a record: `Result.outline` holds what it needs, and access is decided in the statement itself,
so that many results cost two statements, however many there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, select

from app.models import Collaboration, Municipality, Result, Scan
from app.store.reach import Reach, within

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import ColumnElement


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is wanted of the collaborations; None is no wish. Days are inclusive."""

    collaborations: frozenset[int] | None = None
    kind: str | None = None
    size_class: int | None = None
    province: str | None = None
    closed_from: date | None = None
    closed_until: date | None = None


@dataclass(frozen=True, slots=True)
class Comparable:
    """A collaboration with its latest closed scan, and which result that has."""

    collaboration_id: int
    collaboration: str
    target_group: str
    kind: str | None
    municipality_code: str
    municipality: str
    province: str
    size_class: int | None
    scan_id: str
    scan: str
    closed_on: date
    is_example: bool
    result_id: int
    edition: str


def list_comparable(session: Session, reach: Reach, filters: Filters) -> list[Comparable]:
    """Return every collaboration that may be read and fits, with its latest closed scan in the period.

    In no particular order. What lies in the archive is left out, as everywhere.
    """
    latest = _latest_scans(reach, filters).subquery()
    version = aliased(Result)
    of_scan = select(func.max(version.version)).where(col(version.scan_id) == col(Scan.id))
    last_version = of_scan.correlate(Scan).scalar_subquery()
    wanted = (
        select(  # type: ignore[call-overload]
            *(Collaboration.id, Collaboration.name, Collaboration.target_group, Collaboration.kind),
            *(Municipality.code, Municipality.name, Municipality.province, Municipality.size_class),
            *(Scan.id, Scan.name, Scan.closed_on, Scan.is_example),
            *(Result.id, Result.edition),
        )
        .select_from(latest)
        .join(Scan, and_(col(Scan.id) == latest.c.id, latest.c.place == 1))
        .join(Collaboration, col(Collaboration.id) == col(Scan.collaboration_id))
        .join(Municipality, col(Municipality.code) == col(Collaboration.municipality_code))
        .join(Result, and_(col(Result.scan_id) == col(Scan.id), col(Result.version) == last_version))
    )
    return [Comparable(*found) for found in session.exec(wanted)]


def outlines_of(session: Session, result_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Return what a comparison reads of each of these results; one that is no whole result is left out."""
    wanted = select(Result.id, Result.outline).where(col(Result.id).in_(list(result_ids)))
    return {
        result_id: dict(outline) for result_id, outline in session.exec(wanted) if result_id is not None and outline
    }


def list_provinces(session: Session) -> list[str]:
    """Return the provinces by name."""
    return sorted(session.exec(select(Municipality.province).distinct()))


def years_of(session: Session, reach: Reach) -> range:
    """Return the years in which what may be read was closed, from the first to the last."""
    wanted = _readable(select(func.min(Scan.closed_on), func.max(Scan.closed_on)), reach, Filters())
    first, last = session.exec(wanted).one()
    return range(first.year, last.year + 1) if first else range(0)


def _latest_scans(reach: Reach, filters: Filters) -> Any:
    """The closed scans that may be read and fit, each with its place in its collaboration: 1 is the latest."""
    newest_first = (col(Scan.closed_on).desc(), col(Scan.position).desc())
    place = func.row_number().over(partition_by=col(Scan.collaboration_id), order_by=newest_first)
    return _readable(select(Scan.id, place.label("place")), reach, filters)


def _readable(wanted: Any, reach: Reach, filters: Filters) -> Any:
    """The closed scans that may be read and fit; what lies in the archive is left out."""
    return (
        wanted.select_from(Scan)
        .join(Collaboration, col(Collaboration.id) == col(Scan.collaboration_id))
        .join(Municipality, col(Municipality.code) == col(Collaboration.municipality_code))
        .where(col(Scan.archived_on).is_(None), col(Collaboration.archived_on).is_(None))
        .where(within(reach), *_fits(filters))
    )


def _fits(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [col(Scan.closed_on).is_not(None)]
    if filters.collaborations is not None:
        found.append(col(Collaboration.id).in_(filters.collaborations))
    if filters.kind is not None:
        found.append(col(Collaboration.kind) == filters.kind)
    if filters.size_class is not None:
        found.append(col(Municipality.size_class) == filters.size_class)
    if filters.province is not None:
        found.append(col(Municipality.province) == filters.province)
    if filters.closed_from is not None:
        found.append(col(Scan.closed_on) >= filters.closed_from)
    if filters.closed_until is not None:
        found.append(col(Scan.closed_on) <= filters.closed_until)
    return found
