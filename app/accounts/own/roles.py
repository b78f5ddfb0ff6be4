"""Roles in words: what somebody may do, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store.collaborations import find_collaboration_by_id
from app.store.municipalities import find_municipality
from app.store.scans import find_scan

if TYPE_CHECKING:
    from app.db import Session
    from app.models import Grant


def in_words(session: Session, grant: Grant) -> str:
    """Return a role as a person says it."""
    match grant.role:
        case "beheerder":
            return "Beheerder van deze installatie"
        case "coordinator":
            return f"Coördinator van {_municipality(session, grant.municipality_code)}"
        case "meelezer":
            return f"Meelezer: de uitslagen van {_municipality(session, grant.municipality_code)}"
        case "adviseur":
            return f"Adviseur bij {_collaboration(session, grant.collaboration_id)}"
        case _:
            return f"Moderator van de opmerkingen bij {_scan(session, grant.scan_id)}"


def _municipality(session: Session, code: str | None) -> str:
    if code is None:
        return "alle gemeenten"
    found = find_municipality(session, code)
    return f"de gemeente {found.name if found else code}"


def _collaboration(session: Session, collaboration_id: int | None) -> str:
    found = find_collaboration_by_id(session, collaboration_id) if collaboration_id is not None else None
    return f"de samenwerking {found.collaboration.name} in {found.municipality.name}" if found else "een samenwerking"


def _scan(session: Session, scan_id: str | None) -> str:
    found = find_scan(session, scan_id) if scan_id is not None else None
    if found is None:
        return "een scan"
    return f"de scan {found.scan.name} van {found.collaboration.name} in {found.municipality.name}"
