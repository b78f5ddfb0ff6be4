"""Which result somebody may read, and the page that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results.context import ResultContext
from app.results.reading import Reading
from app.results.record import read_record
from app.store.results import find_result
from app.store.scans import find_scan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.db import Session
    from app.models import Scan
    from app.store.scans import ScanInContext
    from questionnaires import Edition


class NoSuchResultError(LookupError):
    """There is no result at this address, or it may not be read; both look the same from outside."""


def may_be_read(scan: Scan) -> bool:
    """Whether anybody may read the result of a scan: only that of an example."""
    return scan.is_example


def open_result(session: Session, editions: Mapping[str, Edition], scan_id: str) -> ResultContext:
    """The latest result of a scan with the edition that it was scored with; raises `NoSuchResultError`."""
    found = find_scan(session, scan_id)
    if found is None or not may_be_read(found.scan):
        raise NoSuchResultError(scan_id)
    result = find_result(session, scan_id)
    if result is None or result.edition not in editions:
        raise NoSuchResultError(scan_id)
    return result_context(found, Reading(read_record(result.record), editions[result.edition]))


def result_context(found: ScanInContext, reading: Reading) -> ResultContext:
    """A reading with what it is about."""
    return ResultContext(
        reading=reading,
        address=f"/scans/{found.scan.id}",
        about=f"{found.municipality.name}, {found.scan.name}",
        name=found.collaboration.name,
        scope=(
            ("Samenwerking", f"{found.collaboration.name}, {found.municipality.name}"),
            ("Voor wie", found.collaboration.target_group),
            ("Partners", found.collaboration.partners),
            ("Meting", found.scan.purpose),
            ("Periode", found.scan.period),
        ),
        is_example=found.scan.is_example,
    )
