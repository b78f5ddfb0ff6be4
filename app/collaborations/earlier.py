"""The scans of one collaboration in the order in which they were closed, and where a result is laid beside them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.store.scans import list_scans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.db import Session
    from app.models import Scan

COURSE = "verloop"
"""The part of the address of a scan below which its result is compared with earlier ones."""


def closed_scans(session: Session, scan: Scan) -> list[Scan]:
    """Every closed scan of the collaboration of this one, also in the archive, from first to last closed."""
    found = list_scans(session, [scan.collaboration_id])
    return sorted((one for one in found if one.closed_on is not None), key=_place)


def scans_before(scan: Scan, scans: Iterable[Scan]) -> list[Scan]:
    """Those of these scans that were closed before this one; none before a scan that is open."""
    return [one for one in scans if scan.closed_on is not None and _place(one) < _place(scan)]


def course_address(session: Session, scan: Scan) -> str:
    """Where the result of a scan is compared with an earlier one; empty where there is none outside the archive."""
    return course_of_scan(scan, closed_scans(session, scan)) if scan.closed_on else ""


def course_of_scan(scan: Scan, scans: Iterable[Scan]) -> str:
    """The same, where the scans of its collaboration are known already; those that are open do not count."""
    before = scans_before(scan, (one for one in scans if one.closed_on is not None))
    return f"/scans/{scan.id}/{COURSE}" if any(one.archived_on is None for one in before) else ""


def _place(scan: Scan) -> tuple[date, int]:
    return scan.closed_on or date.max, scan.position
