"""The addresses of the people of a municipality, of a collaboration and of a scan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.dependencies import Coordinator
from app.accounts.managed import Id, ManagedMunicipality, MunicipalityToChange
from app.accounts.people import advisers, moderators, size_routes
from app.accounts.people.confirm import hand_over_page, withdraw_page
from app.accounts.people.dependencies import WritingDesk
from app.accounts.people.ending import hand_over, may_take_over, own_role, withdraw_here
from app.accounts.people.finding import how_told, just_done, role_in
from app.accounts.people.inviting import NotInvitedError, invite, write
from app.accounts.people.page import address_of, municipalities_page, people_page
from app.accounts.people.places import Place, place_of
from app.db import ReadSession, WriteSession
from app.store.grants import list_roles_in, municipalities_in_use
from app.store.municipalities import list_municipalities
from app.web.errors import not_found
from app.web.forms import FieldError, Fields
from app.web.rendering import render

if TYPE_CHECKING:
    from app.accounts.asker import Asker
    from app.accounts.people.page import PeoplePage
    from app.config import Role
    from app.db import Session
    from app.models import Municipality

router = APIRouter()

PEOPLE = "/gemeenten/{code}/mensen"
HAND_OVER = "/gemeenten/{code}/overdragen"
ROLES: dict[str, Role] = {"coordinator": "coordinator", "meelezer": "meelezer"}


@router.get("/gemeenten")
def get_municipalities(session: ReadSession, request: Request, asker: Coordinator) -> Response:
    """The municipalities of which somebody manages the people; who has one goes straight on."""
    managed = municipalities_in_use(session) if asker.everywhere else list_municipalities(session)
    found = [one for one in managed if asker.may_manage(one.code)]
    if len(found) == 1 and not asker.everywhere:
        return RedirectResponse(address_of(found[0].code), 303)
    return render(request, "people/municipalities.html", municipalities_page(found))


@router.get(PEOPLE)
def get_people(
    request: Request, session: ReadSession, asker: Coordinator, municipality: ManagedMunicipality
) -> Response:
    """Who has which role in a municipality."""
    return render(request, "people/people.html", _page(request, session, municipality, asker))


@router.post(PEOPLE)
def post_invitation(
    request: Request,
    session: WriteSession,
    asker: Coordinator,
    municipality: MunicipalityToChange,
    fields: Fields,
    desk: WritingDesk,
) -> Response:
    """Invite somebody as coördinator or as meelezer."""
    email, role = fields.text("email"), ROLES.get(fields.text("role"))
    try:
        if role is None:
            raise _NoRoleError
        ended = invite(session, Place(role=role, municipality=municipality), email, desk)
    except (NotInvitedError, _NoRoleError) as refused:
        page = replace(
            _page(request, session, municipality, asker), email=email, role=role or "", errors=refused.errors
        )
        return render(request, "people/people.html", page, 422)
    return RedirectResponse(f"{address_of(municipality.code)}?gedaan=uitgenodigd{'-moderator' if ended else ''}", 303)


class _NoRoleError(ValueError):
    """No role was chosen."""

    errors = (FieldError("role", "Kies of deze persoon coördinator of meelezer wordt."),)


@router.get(f"{PEOPLE}/{{grant_id}}/intrekken")
def get_withdrawal(
    request: Request, session: ReadSession, asker: Coordinator, municipality: ManagedMunicipality, grant_id: Id
) -> Response:
    """What taking a role away means."""
    page = withdraw_page(role_in(session, municipality, grant_id), municipality, asker.account_id)
    return render(request, "people/confirm.html", page)


@router.post(f"{PEOPLE}/{{grant_id}}/intrekken")
def post_withdrawal(
    session: WriteSession,
    asker: Coordinator,
    municipality: MunicipalityToChange,
    grant_id: Id,
    desk: WritingDesk,
) -> Response:
    """Take a role away."""
    held = role_in(session, municipality, grant_id)
    is_own = held.grant.role == "coordinator" and held.account.id == asker.account_id
    withdraw_here(session, held, municipality, desk)
    return RedirectResponse("/" if is_own else f"{address_of(municipality.code)}?gedaan=ingetrokken", 303)


@router.post(f"{PEOPLE}/{{grant_id}}/opnieuw")
def post_again(session: WriteSession, municipality: MunicipalityToChange, grant_id: Id, desk: WritingDesk) -> Response:
    """Write somebody again who has not begun."""
    held = role_in(session, municipality, grant_id)
    write(session, held.account, place_of(held, municipality), desk)
    return RedirectResponse(f"{address_of(municipality.code)}?gedaan=opnieuw", 303)


@router.get(HAND_OVER)
def get_hand_over(
    request: Request, session: ReadSession, asker: Coordinator, municipality: ManagedMunicipality
) -> Response:
    """To whom somebody can hand over."""
    if own_role(session, municipality, asker.account_id) is None:
        raise not_found()
    page = hand_over_page(municipality, may_take_over(session, municipality, asker.account_id))
    return render(request, "people/hand_over.html", page)


@router.post(HAND_OVER)
def post_hand_over(
    request: Request,
    session: WriteSession,
    asker: Coordinator,
    municipality: MunicipalityToChange,
    fields: Fields,
    desk: WritingDesk,
) -> Response:
    """Hand the own role over."""
    to = fields.text("to")
    if not to:
        error = FieldError("to", "Kies wie uw rol overneemt.")
        page = hand_over_page(municipality, may_take_over(session, municipality, asker.account_id), (error,))
        return render(request, "people/hand_over.html", page, 422)
    hand_over(session, municipality, asker.account_id, to, desk)
    return RedirectResponse("/", 303)


def _page(request: Request, session: Session, municipality: Municipality, asker: Asker) -> PeoplePage:
    roles = list_roles_in(session, municipality.code)
    page = people_page(municipality, roles, asker.account_id, how_told(request))
    return replace(page, done=just_done(request))


router.include_router(advisers.router)
router.include_router(moderators.router)
router.include_router(size_routes.router)
