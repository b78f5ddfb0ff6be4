"""What somebody may manage and read. What does not exist and what is not theirs look the same from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store.collaborations import CollaborationInContext, find_collaboration_by_id
from app.store.municipalities import find_municipality
from app.store.reach import Reach
from app.store.scans import ScanInContext, find_scan
from app.web.errors import not_found

if TYPE_CHECKING:
    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import Municipality


RESIDENTS = "inwoner"
"""The window of the people whom the municipality supports."""


def managed_municipality(session: Session, asker: Asker, code: str) -> Municipality:
    """Return a municipality that the asker manages. Raises `Refusal` (404)."""
    found = find_municipality(session, code)
    if found is None or not asker.may_manage(code):
        raise not_found()
    return found


def managed_collaboration(session: Session, asker: Asker, collaboration_id: int) -> CollaborationInContext:
    """Return a collaboration that the asker manages; an example is managed by nobody. Raises `Refusal` (404)."""
    found = find_collaboration_by_id(session, collaboration_id)
    if found is None or found.collaboration.is_example or not asker.may_manage(found.municipality.code):
        raise not_found()
    return found


def managed_scan(session: Session, asker: Asker, scan_id: str) -> ScanInContext:
    """Return a scan that the asker manages; an example is managed by nobody. Raises `Refusal` (404)."""
    found = find_scan(session, scan_id)
    if found is None or not manages(asker, found):
        raise not_found()
    return found


def manages(asker: Asker | None, found: ScanInContext) -> bool:
    """Whether somebody manages a scan."""
    return asker is not None and not found.scan.is_example and asker.may_manage(found.municipality.code)


def may_read(asker: Asker | None, found: ScanInContext) -> bool:
    """Whether somebody may read the result of a scan: an example is for everybody, another for who was let in."""
    if found.scan.is_example:
        return True
    return asker is not None and asker.may_read(found.municipality.code, found.scan.collaboration_id)


def may_judge(asker: Asker, found: ScanInContext, window: str) -> bool:
    """Whether somebody sees and judges what was written in a window before anybody else: a moderator of the scan.

    What residents wrote is never for who manages their municipality, also when that is the moderator.
    """
    of_residents_to_their_own = window == RESIDENTS and asker.may_manage(found.municipality.code)
    return asker.may_moderate(found.scan.id) and not of_residents_to_their_own


def reach_of(asker: Asker) -> Reach:
    """Return whose results somebody may read by their roles, for a statement that finds many at once.

    Examples are for everybody, and are found this way only by example people.
    """
    municipalities = None if asker.everywhere else asker.coordinates | asker.reads
    return Reach(municipalities, asker.advises, with_examples=asker.is_example)
