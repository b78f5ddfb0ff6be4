"""Queries about results: versions are added, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, func, select

from app.models import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


def find_result(session: Session, scan_id: str, version: int | None = None) -> Result | None:
    """Return one version of the result of a scan, without `version` the latest; None where there is none."""
    wanted = select(Result).where(col(Result.scan_id) == scan_id)
    if version is not None:
        wanted = wanted.where(col(Result.version) == version)
    return session.exec(wanted.order_by(col(Result.version).desc()).limit(1)).one_or_none()


def list_results(session: Session, scan_id: str) -> Sequence[Result]:
    """Return every version of the result of a scan, the first first."""
    return session.exec(select(Result).where(col(Result.scan_id) == scan_id).order_by(col(Result.version))).all()


def latest_results(session: Session, scan_ids: Iterable[str]) -> dict[str, Result]:
    """Return the latest result of each of these scans that has one, by scan."""
    wanted = select(Result).where(col(Result.scan_id).in_(list(scan_ids))).order_by(col(Result.version))
    return {result.scan_id: result for result in session.exec(wanted)}


def latest_outlines(session: Session, scan_ids: Iterable[str]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return the edition and the outline of the latest result of each of these scans that has one, by scan."""
    columns = (col(Result.scan_id), col(Result.edition), col(Result.outline))
    wanted = select(*columns).where(col(Result.scan_id).in_(list(scan_ids))).order_by(col(Result.version))
    return {scan_id: (edition, outline) for scan_id, edition, outline in session.exec(wanted)}


def latest_ambitions(session: Session, scan_ids: Iterable[str]) -> dict[str, int | None]:
    """Return the ambition in the latest result of each of these scans, None where none was chosen, by scan."""
    wanted = select(col(Result.scan_id), col(Result.ambition)).where(col(Result.scan_id).in_(list(scan_ids)))
    return dict(session.exec(wanted.order_by(col(Result.version))).all())


def count_results(session: Session, scan_ids: Iterable[str]) -> dict[str, int]:
    """Return how many versions of a result each of these scans has; a scan without any is not in it."""
    wanted = select(col(Result.scan_id), func.count()).where(col(Result.scan_id).in_(list(scan_ids)))
    return dict(session.exec(wanted.group_by(col(Result.scan_id))).all())


def add_result(session: Session, result: Result) -> Result:
    """Add a version of a result, which then has its id; the version must be new for its scan."""
    session.add(result)
    session.flush()
    return result


def list_versions(session: Session, scan_id: str) -> list[tuple[int, int | None, str, datetime]]:
    """Return the versions of a result without their records: number, ambition, reason and moment, first to last."""
    columns = (col(Result.version), col(Result.ambition), col(Result.ambition_reason), col(Result.created_at))
    wanted = select(*columns).where(col(Result.scan_id) == scan_id).order_by(col(Result.version))
    return [(version, ambition, reason, moment) for version, ambition, reason, moment in session.exec(wanted)]
