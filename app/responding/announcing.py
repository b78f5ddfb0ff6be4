"""Telling the coördinatoren of a municipality, once, that a window has reached its minimum.

Not where the minimum is one, and not of a form of a group: such a message would say when one person, or one group,
sent. It names no day and no time, and is the same for windows with one link and with a link for each person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.closing.service import preview
from app.collaborations.page import desk_of
from app.mail.post import Letter, post
from app.store.accounts import list_coordinators
from app.store.invitees import hold_window
from app.store.responses import count_responses
from app.web.formatting import whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.db import Session
    from app.responding.visit import Visit
    from questionnaires import Edition


def announce_minimum(
    session: Session, editions: Mapping[str, Edition], visit: Visit, absolute: Callable[[str], str]
) -> None:
    """Write to the coördinatoren when what was sent just now made the window reach its minimum.

    One at a time looks, so that of those who send at once exactly one tells it.
    """
    found = visit.found
    if not visit.has_minimum or found.window.is_announced:
        return
    window = hold_window(session, found.scan.id, visit.window)
    sent = count_responses(session, found.scan.id).get(visit.window, 0)
    if window.is_announced or sent < window.minimum:
        return
    if any(one.needed for one in preview(session, editions, found.scan) if one.window == visit.window):
        return
    window.is_announced = True
    for account in list_coordinators(session, found.municipality.code):
        if account.email:
            post(session, "notice", _letter(account.email, visit, absolute), visit.today, scan_id=found.scan.id)


def _letter(address: str, visit: Visit, absolute: Callable[[str], str]) -> Letter:
    found, name = visit.found, visit.content.short_label.lower()
    paragraphs = (
        "Beste coördinator,",
        f"Dit gaat over de scan {found.scan.name} van {found.collaboration.name}, gemeente {found.municipality.name}.",
        (
            f"Het venster {name} heeft genoeg bruikbare antwoorden: het minimum van "
            f"{whole_number(found.window.minimum)} is gehaald."
        ),
        "U hoeft nu niets te doen. Mensen kunnen blijven antwoorden tot u de scan sluit of tot de sluitingsdatum.",
        f"Hier ziet u hoe ver de scan is:\n{absolute(desk_of(found.scan))}",
        "Met vriendelijke groet,\nVensterscan",
    )
    subject = f"Het venster {name} heeft genoeg antwoorden"
    return Letter(address=address, subject=subject, text="\n\n".join(paragraphs))
