"""Roles in words: what somebody may do, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models import Municipality
    from app.store.grants import HeldRole


def in_words(held: HeldRole) -> str:
    """Return a role as a person says it."""
    match held.grant.role:
        case "beheerder":
            return "Beheerder van deze installatie"
        case "coordinator":
            return f"Coördinator van {_whole(held.municipality)}"
        case "meelezer":
            return f"Meelezer: de uitslagen van {_whole(held.municipality)}"
        case "adviseur":
            return f"Adviseur bij {_collaboration(held)}"
        case _:
            return f"Moderator van de opmerkingen bij {_scan(held)}"


def _whole(municipality: Municipality | None) -> str:
    return f"de gemeente {municipality.name}" if municipality else "alle gemeenten"


def _collaboration(held: HeldRole) -> str:
    if held.collaboration is None or held.municipality is None:
        return "een samenwerking"
    return f"de samenwerking {held.collaboration.name} in {held.municipality.name}"


def _scan(held: HeldRole) -> str:
    if held.scan is None or held.collaboration is None or held.municipality is None:
        return "een scan"
    return f"de scan {held.scan.name} van {held.collaboration.name} in {held.municipality.name}"
