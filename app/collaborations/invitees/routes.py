"""The addresses on which people get a link of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.managed import ManagedScan, ScanToChange
from app.collaborations.dependencies import Done
from app.collaborations.forms import on_one_line
from app.collaborations.invitations.page import occasion_of, open_window
from app.collaborations.invitees import service
from app.collaborations.invitees.addresses import FIELD
from app.collaborations.invitees.page import Typed, invitees_page
from app.collaborations.invitees.service import INTRO, WHO, Inviting
from app.collaborations.wanted import NotAcceptedError
from app.db import ReadSession, Session, WriteSession
from app.store.scans import lock_scan
from app.web.dependencies import absolute
from app.web.forms import Fields
from app.web.rendering import render
from questionnaires import WindowId

if TYPE_CHECKING:
    from app.store.scans import ScanInContext

router = APIRouter(prefix="/scans/{scan_id}/beheer/{window}/adressen")

PAGE = "collaborations/invitees.html"


def _inviting(request: Request, session: Session, found: ScanInContext, window: WindowId) -> Inviting:
    state, whole = request.app.state, partial(absolute, request)
    windows = open_window(session, found, window)
    inviting = Inviting(
        found=found,
        windows=windows,
        occasion=occasion_of(found, windows, state.editions[found.scan.edition], whole),
        absolute=whole,
        keys=state.keys,
        today=state.today(),
    )
    service.refuse_unless_personal(inviting)
    return inviting


def _to_read(request: Request, session: ReadSession, found: ManagedScan, window: WindowId) -> Inviting:
    return _inviting(request, session, found, window)


def _to_change(request: Request, session: WriteSession, found: ScanToChange, window: WindowId) -> Inviting:
    """Nobody sends in this scan meanwhile, and it is not closed."""
    lock_scan(session, found.scan.id)
    return _inviting(request, session, found, window)


InvitingHere = Annotated[Inviting, Depends(_to_read)]
"""The window at this address, in which each person has a link."""
InvitingNow = Annotated[Inviting, Depends(_to_change, scope="function")]
"""The same, to change something."""


@router.get("")
def get_invitees(request: Request, session: ReadSession, inviting: InvitingHere, done: Done) -> Response:
    """Who has a link, and the forms."""
    return _page(request, session, inviting, Typed(), done=done)


@router.post("")
def post_invitees(request: Request, session: WriteSession, inviting: InvitingNow, fields: Fields) -> Response:
    """Give people a link, and write them."""
    intro = on_one_line(fields.text(INTRO))
    try:
        service.invite(session, inviting, fields.text(FIELD), intro)
    except NotAcceptedError as refused:
        return _page(request, session, inviting, Typed(fields.text(FIELD), intro, refused.errors))
    return _back(inviting, "uitgenodigd")


@router.post("/herinneren")
def post_reminders(request: Request, session: WriteSession, inviting: InvitingNow) -> Response:
    """Remind people."""
    try:
        service.remind(session, inviting)
    except NotAcceptedError as refused:
        return _page(request, session, inviting, Typed(errors=refused.errors))
    return _back(inviting, "herinnerd")


@router.post("/verwijderen")
def post_removal(request: Request, session: WriteSession, inviting: InvitingNow, fields: Fields) -> Response:
    """Take people away."""
    try:
        service.remove(session, inviting, fields.all(WHO))
    except NotAcceptedError as refused:
        return _page(request, session, inviting, Typed(errors=refused.errors))
    return _back(inviting, "adressen-weg")


def _back(inviting: Inviting, done: str) -> Response:
    scan_id, window = inviting.place
    return RedirectResponse(f"/scans/{scan_id}/beheer/{window}/adressen?gedaan={done}", 303)


def _page(request: Request, session: Session, inviting: Inviting, typed: Typed, *, done: str = "") -> Response:
    page = invitees_page(session, inviting, typed, mails=request.app.state.settings.mails, done=done)
    return render(request, PAGE, page, 422 if typed.errors else 200)
