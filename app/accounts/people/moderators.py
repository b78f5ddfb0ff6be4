"""The addresses of who judges the comments of one scan before its municipality reads them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.dependencies import Coordinator
from app.accounts.managed import Id, ManagedScan, ScanToChange
from app.accounts.people.confirm import withdraw_elsewhere
from app.accounts.people.dependencies import WritingDesk
from app.accounts.people.ending import withdraw_here
from app.accounts.people.finding import how_told, just_done, role_in
from app.accounts.people.inviting import NotInvitedError, invite, write
from app.accounts.people.page import moderators_page
from app.accounts.people.places import Place, place_of
from app.db import ReadSession, WriteSession
from app.store.grants import list_roles_in
from app.web.forms import Fields
from app.web.page import Link
from app.web.rendering import render

if TYPE_CHECKING:
    from app.accounts.asker import Asker
    from app.accounts.people.page import ModeratorsPage
    from app.db import Session
    from app.store.scans import ScanInContext

router = APIRouter()

MODERATORS = "/scans/{scan_id}/beheer/moderator"
PAGE = "people/moderators.html"


@router.get(MODERATORS)
def get_moderators(request: Request, session: ReadSession, asker: Coordinator, found: ManagedScan) -> Response:
    """Who judges the comments of a scan."""
    return render(request, PAGE, _page(request, session, found, asker))


@router.post(MODERATORS)
def post_moderator(
    request: Request,
    session: WriteSession,
    asker: Coordinator,
    found: ScanToChange,
    fields: Fields,
    desk: WritingDesk,
) -> Response:
    """Appoint a moderator."""
    email = fields.text("email")
    try:
        invite(session, _place(found), email, desk)
    except NotInvitedError as refused:
        page = replace(_page(request, session, found, asker), email=email, errors=refused.errors)
        return render(request, PAGE, page, 422)
    return _back(found, "gegeven")


@router.get(f"{MODERATORS}/{{grant_id}}/intrekken")
def get_withdrawal(
    request: Request, session: ReadSession, asker: Coordinator, found: ManagedScan, grant_id: Id
) -> Response:
    """What taking it away means."""
    held, here = (
        role_in(session, found.municipality, grant_id, scan_id=found.scan.id),
        _page(request, session, found, asker),
    )
    way = (*here.breadcrumbs, Link(here.title, _address(found)))
    return render(request, "people/confirm.html", withdraw_elsewhere(held, found.municipality, way, _address(found)))


@router.post(f"{MODERATORS}/{{grant_id}}/intrekken")
def post_withdrawal(session: WriteSession, found: ScanToChange, grant_id: Id, desk: WritingDesk) -> Response:
    """Take the role away, at once."""
    held = role_in(session, found.municipality, grant_id, scan_id=found.scan.id)
    withdraw_here(session, held, found.municipality, desk)
    return _back(found, "ingetrokken")


@router.post(f"{MODERATORS}/{{grant_id}}/opnieuw")
def post_again(session: WriteSession, found: ScanToChange, grant_id: Id, desk: WritingDesk) -> Response:
    """Write somebody again who has not begun."""
    held = role_in(session, found.municipality, grant_id, scan_id=found.scan.id)
    write(session, held.account, place_of(held, found.municipality), desk)
    return _back(found, "opnieuw")


def _place(found: ScanInContext) -> Place:
    return Place(role="moderator", municipality=found.municipality, collaboration=found.collaboration, scan=found.scan)


def _page(request: Request, session: Session, found: ScanInContext, asker: Asker) -> ModeratorsPage:
    roles = list_roles_in(session, found.municipality.code)
    page = moderators_page(found, roles, asker.account_id, how_told(request))
    return replace(page, done=just_done(request))


def _address(found: ScanInContext) -> str:
    return f"/scans/{found.scan.id}/beheer/moderator"


def _back(found: ScanInContext, done: str) -> Response:
    return RedirectResponse(f"{_address(found)}?gedaan={done}", 303)
