"""The own values of a municipality, beside the figures of its group: for who may read them, and only from the stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.groups.page import Own
from app.store.groups import find_outlines, list_places_of
from scoring import group_quantities

if TYPE_CHECKING:
    from app.comparison.groups.access import OpenGroup
    from app.comparison.groups.figures import Visible
    from app.db import Session


def own_values(session: Session, found: OpenGroup, visible: Visible, municipality_code: str = "") -> Own:
    """Return the values with which a municipality of the reader is in the figures: the chosen one, or the first.

    Without figures, or where none of theirs is in them, there are none.
    """
    chosen = next((one for one in found.own if one.municipality.code == municipality_code), None)
    member = chosen or next(iter(found.own), None)
    if member is None:
        return Own()
    places = list_places_of(session, visible.contributions if visible.figures else ())
    code = member.municipality.code
    scan = next((scan_id for scan_id, (where, _) in places.items() if where == code), None)
    outlines = find_outlines(session, [scan]) if scan else {}
    values = group_quantities(outlines[scan]) if scan in outlines else None
    return Own(code, member.municipality.name, values)
