"""The addresses of who may read the results of one collaboration besides its municipality."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.dependencies import Coordinator
from app.accounts.managed import CollaborationToChange, Id, ManagedCollaboration
from app.accounts.people.confirm import withdraw_elsewhere
from app.accounts.people.dependencies import WritingDesk
from app.accounts.people.ending import withdraw_here
from app.accounts.people.finding import how_told, just_done, role_in
from app.accounts.people.inviting import NotInvitedError, invite, write
from app.accounts.people.page import advisers_page
from app.accounts.people.places import Place, place_of
from app.db import ReadSession, WriteSession
from app.store.grants import list_roles_in
from app.web.forms import Fields
from app.web.page import Link
from app.web.rendering import render

if TYPE_CHECKING:
    from app.accounts.asker import Asker
    from app.accounts.people.page import AdvisersPage
    from app.db import Session
    from app.store.collaborations import CollaborationInContext

router = APIRouter()

ADVISERS = "/samenwerkingen/{collaboration_id}/toegang"
PAGE = "people/advisers.html"


@router.get(ADVISERS)
def get_advisers(request: Request, session: ReadSession, asker: Coordinator, found: ManagedCollaboration) -> Response:
    """Who may read the results of a collaboration."""
    return render(request, PAGE, _page(request, session, found, asker))


@router.post(ADVISERS)
def post_adviser(
    request: Request,
    session: WriteSession,
    asker: Coordinator,
    found: CollaborationToChange,
    fields: Fields,
    desk: WritingDesk,
) -> Response:
    """Give somebody access to the results of a collaboration."""
    email = fields.text("email")
    try:
        invite(session, _place(found), email, desk)
    except NotInvitedError as refused:
        page = replace(_page(request, session, found, asker), email=email, errors=refused.errors)
        return render(request, PAGE, page, 422)
    return _back(found, "gegeven")


@router.get(f"{ADVISERS}/{{grant_id}}/intrekken")
def get_withdrawal(
    request: Request, session: ReadSession, asker: Coordinator, found: ManagedCollaboration, grant_id: Id
) -> Response:
    """What taking it away means."""
    held, here = (
        role_in(session, found.municipality, grant_id, collaboration_id=found.collaboration.id),
        _page(request, session, found, asker),
    )
    way = (*here.breadcrumbs, Link(here.title, _address(found)))
    return render(request, "people/confirm.html", withdraw_elsewhere(held, found.municipality, way, _address(found)))


@router.post(f"{ADVISERS}/{{grant_id}}/intrekken")
def post_withdrawal(session: WriteSession, found: CollaborationToChange, grant_id: Id, desk: WritingDesk) -> Response:
    """Take access away, at once."""
    held = role_in(session, found.municipality, grant_id, collaboration_id=found.collaboration.id)
    withdraw_here(session, held, found.municipality, desk)
    return _back(found, "ingetrokken")


@router.post(f"{ADVISERS}/{{grant_id}}/opnieuw")
def post_again(session: WriteSession, found: CollaborationToChange, grant_id: Id, desk: WritingDesk) -> Response:
    """Write somebody again who has not begun."""
    held = role_in(session, found.municipality, grant_id, collaboration_id=found.collaboration.id)
    write(session, held.account, place_of(held, found.municipality), desk)
    return _back(found, "opnieuw")


def _place(found: CollaborationInContext) -> Place:
    return Place(role="adviseur", municipality=found.municipality, collaboration=found.collaboration)


def _page(request: Request, session: Session, found: CollaborationInContext, asker: Asker) -> AdvisersPage:
    roles = list_roles_in(session, found.municipality.code)
    page = advisers_page(found, roles, asker.account_id, how_told(request))
    return replace(page, done=just_done(request))


def _address(found: CollaborationInContext) -> str:
    return f"/samenwerkingen/{found.collaboration.id}/toegang"


def _back(found: CollaborationInContext, done: str) -> Response:
    return RedirectResponse(f"{_address(found)}?gedaan={done}", 303)
