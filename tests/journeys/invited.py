"""People with a link of their own, for journeys: invited as a coördinator would have done before."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, select

from app.collaborations.codes import new_personal_code
from app.collaborations.invitees.links import mac_of, mark_of, path_of, seal
from app.models import Invitee, Message
from app.store.invitees import add_invitees, add_mark
from app.store.responses import new_key
from tests.app.invitees import CODE
from tests.app.scans import SetUp
from tests.journeys.service import Service

WINDOW = "professional"
LONG_AGO = date(2026, 1, 5)


def invite(service: Service, set_up: SetUp, address: str, *, used: bool = False) -> str:
    """Give somebody a link of their own, perhaps one that was used, and return it."""
    keys, code = service.app.state.keys, new_personal_code()
    invitee = Invitee(
        id=new_key(),
        scan_id=set_up.scan.id,
        window=WINDOW,
        address=address,
        code_mac=mac_of(keys, code),
        sealed_code=seal(keys, code),
        invited_on=LONG_AGO,
    )
    with service.writing() as session:
        add_invitees(session, [invitee])
        if used:
            add_mark(session, set_up.scan.id, WINDOW, mark_of(keys, invitee.code_mac))
    return path_of(code)


def letters(service: Service, set_up: SetUp) -> dict[str, str]:
    """The link in every letter that waits for people in this scan, by address."""
    with Session(service.app.state.engine) as session:
        found = session.exec(select(Message).where(Message.scan_id == set_up.scan.id)).all()
        return {letter.address: f"/u/{code[1]}" for letter in found if (code := CODE.search(letter.body))}
