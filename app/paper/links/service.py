"""Links to type paper forms over: a coördinator makes them, sees them and withdraws them, and never what they brought.

How many forms are still to be typed is told to whoever types, and not to a coördinator. In a window with one link for
everybody the desk counts every questionnaire at once; a second number that grew with some of them would say which came
on paper, and so from whom.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.accounts.audit import Act, note_scan
from app.collaborations.codes import new_ref, new_typing_code
from app.collaborations.kept import TYPING
from app.collaborations.page import desk_of
from app.collaborations.wanted import NotAcceptedError
from app.models import TypingLink
from app.responding.visit import token_hash
from app.store import typing_links as store
from app.store.erasures import note_erasure
from app.store.scans import ScanInContext
from app.web.errors import Refusal, not_found
from app.web.formatting import counted
from app.web.forms import FieldError
from app.web.page import Link

if TYPE_CHECKING:
    from app.db import Session
    from app.responding.visit import Visit

FIELD = "aantal"
MOST_FORMS = 200
MOST_LINKS = 20
"""Links of one window that work at the same time."""
BETWEEN = f"Vul in hoeveel formulieren er zijn: van 1 tot {MOST_FORMS}."
TOO_MANY = f"Er zijn al {MOST_LINKS} links voor dit venster. Trek er eerst een in."


def refuse_personal(visit: Visit) -> None:
    """Raise `Refusal` (409) where each person has a link of their own.

    Somebody could answer on paper and once more with their link, and the numbers there are told in groups of people who
    used a link: an answer without one would make a group of people who did not send.
    """
    if visit.is_personal:
        raise Refusal(
            409,
            title="Hier kan niemand formulieren overtypen",
            explanation="In dit venster krijgt ieder een eigen link, en daarmee telt iemand één keer mee. Met een "
            "papieren formulier ernaast kan iemand twee keer meetellen, en klopt het aantal verstuurde vragenlijsten "
            "niet meer. Er is niets veranderd.",
            advice="Laat mensen hun eigen link gebruiken. Het papieren formulier kunnen zij vooraf lezen.",
            way=Link("Naar de uitnodigingen", f"{desk_of(visit.found.scan)}/{visit.window}/adressen"),
        )


def make_link(session: Session, visit: Visit, typed: str) -> str:
    """Make a link for so many forms, and return the code in it, which is kept nowhere.

    Raises `NotAcceptedError` for a number that cannot be, and `Refusal` where nobody can answer.
    """
    refuse_personal(visit)
    _refuse_unless_open(visit)
    forms = _number(typed)
    if forms is None:
        raise NotAcceptedError((FieldError(FIELD, BETWEEN),))
    if len(store.list_links(session, visit.found.scan.id, visit.window, visit.today)) >= MOST_LINKS:
        raise NotAcceptedError((FieldError(FIELD, TOO_MANY),))
    code = new_typing_code()
    link = TypingLink(
        id=new_ref(),
        scan_id=visit.found.scan.id,
        window=visit.window,
        code_hash=token_hash(code),
        forms=forms,
        ends_on=visit.today + TYPING,
    )
    store.add_link(session, link, [secrets.token_hex(16) for _ in range(forms)])
    note_scan(session, Act.TYPING_LINK_MADE, _scan(visit), _about(visit, link))
    return code


def withdraw_link(session: Session, visit: Visit, link_id: str) -> None:
    """Withdraw a link: nobody types with it any more, and what was sent with it stays.

    Raises `Refusal` (404) for one that is not of this window, or gone already.
    """
    link = store.delete_link(session, visit.found.scan.id, visit.window, link_id)
    if link is None:
        raise not_found()
    note_erasure(session, visit.today)
    note_scan(session, Act.TYPING_LINK_WITHDRAWN, _scan(visit), _about(visit, link))


def _refuse_unless_open(visit: Visit) -> None:
    if not visit.is_open:
        raise Refusal(
            409,
            title="Dit venster neemt nu geen antwoorden aan",
            explanation="Daarom kan nu niemand formulieren overtypen. Er is niets veranderd.",
            advice="Bij de scan ziet u hoe dat komt.",
            way=Link("Naar deze scan", desk_of(visit.found.scan)),
        )


def _number(typed: str) -> int | None:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= len(str(MOST_FORMS))):
        return None
    return int(typed) if 1 <= int(typed) <= MOST_FORMS else None


def _scan(visit: Visit) -> ScanInContext:
    return ScanInContext(visit.found.scan, visit.found.collaboration, visit.found.municipality)


def _about(visit: Visit, link: TypingLink) -> str:
    return f"venster {visit.window}, {counted(link.forms, 'formulier', 'formulieren')}"
