"""Queries about results: versions are added, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from app.models import Result

if TYPE_CHECKING:
    from collections.abc import Iterable


def find_result(session: Session, scan_id: str, version: int | None = None) -> Result | None:
    """Return one version of the result of a scan, without `version` the latest; None where there is none."""
    wanted = select(Result).where(col(Result.scan_id) == scan_id)
    if version is not None:
        wanted = wanted.where(col(Result.version) == version)
    return session.exec(wanted.order_by(col(Result.version).desc()).limit(1)).one_or_none()


def latest_results(session: Session, scan_ids: Iterable[str]) -> dict[str, Result]:
    """Return the latest result of each of these scans that has one, by scan."""
    wanted = select(Result).where(col(Result.scan_id).in_(list(scan_ids))).order_by(col(Result.version))
    return {result.scan_id: result for result in session.exec(wanted)}


def add_result(session: Session, result: Result) -> Result:
    """Add a version of a result, which then has its id; the version must be new for its scan."""
    session.add(result)
    session.flush()
    return result
