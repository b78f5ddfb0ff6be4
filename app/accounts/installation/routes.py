"""The addresses of who runs the installation: the beginning, the post, and roles; accounts in a file of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.audit import Act, acts_for, note
from app.accounts.dependencies import Administrator
from app.accounts.installation import accounts
from app.accounts.installation.facts import facts
from app.accounts.installation.page import (
    DONE,
    AdministratorsPage,
    CoordinatorsPage,
    HomePage,
    InvitePage,
    municipality_rows,
    row,
    take_away_page,
)
from app.accounts.installation.post import HOME, POST, post_in_short, post_page
from app.accounts.installation.service import in_short, managing_role, take_away, where
from app.accounts.managed import Id
from app.accounts.people.dependencies import WritingDesk
from app.accounts.people.finding import how_told
from app.accounts.people.inviting import NotInvitedError, invite, write
from app.accounts.people.page import address_of
from app.accounts.people.places import Place, place_of
from app.db import ReadSession, Session, WriteSession
from app.mail.bell import ring
from app.store.grants import list_all_roles, list_people, list_roles_in, municipalities_in_use
from app.store.messages import delete_message, find_message, list_messages
from app.store.municipalities import find_municipality, list_municipalities
from app.web.errors import not_found
from app.web.forms import FieldError, Fields
from app.web.rendering import render

if TYPE_CHECKING:
    from app.accounts.asker import Asker
    from app.store.grants import HeldRole

router = APIRouter()

BEGIN = "/beheer"
INVITE = f"{BEGIN}/coordinator"
ADMINISTRATORS = f"{BEGIN}/beheerders"
ROLE = f"{BEGIN}/rollen/{{grant_id}}"


def _acting(session: WriteSession, asker: Administrator) -> Session:
    acts_for(session, asker)
    return session


def _done(request: Request) -> str:
    return DONE.get(request.query_params.get("gedaan", ""), "")


ActingSession = Annotated[Session, Depends(_acting)]
"""A session that writes, in which everything is done by who runs the installation."""
Done = Annotated[str, Depends(_done)]
"""What was just done, where the address has a word for it; else an empty text."""


@router.get(BEGIN)
def get_home(request: Request, session: ReadSession, _asker: Administrator, done: Done) -> Response:
    """What there is to do, and what is set."""
    settings = request.app.state.settings
    page = HomePage(
        title="Beheer",
        section="beheer",
        done=done,
        post=post_in_short(list_messages(session), mails=settings.mails),
        municipalities=tuple(municipality_rows(municipalities_in_use(session), list_all_roles(session))),
        people=len(list_people(session)),
        facts=tuple(facts(settings)),
    )
    return render(request, "installation/home.html", page)


@router.get(POST)
def get_post(request: Request, session: ReadSession, _asker: Administrator, done: Done) -> Response:
    """The messages to hand over, or that fail."""
    page = post_page(list_messages(session), mails=request.app.state.settings.mails, done=done)
    return render(request, "installation/post.html", page)


@router.post(f"{POST}/{{message_id}}/doorgegeven")
def post_handed_over(request: Request, session: ActingSession, message_id: str) -> Response:
    """Delete a message that was handed over; with a mail server there is none to hand over."""
    message = find_message(session, message_id)
    if message is None or request.app.state.settings.mails:
        raise not_found()
    note(session, Act.MESSAGE_HANDED_OVER, f"{message.subject}: {message.address}")
    delete_message(session, message)
    return RedirectResponse(f"{POST}?gedaan=doorgegeven", 303)


@router.post(f"{POST}/{{message_id}}/opnieuw")
def post_try_again(request: Request, session: ReadSession, _asker: Administrator, message_id: str) -> Response:
    """Try a message that failed at once."""
    if find_message(session, message_id) is None or not request.app.state.settings.mails:
        raise not_found()
    request.app.state.waiting_post.forget(message_id)
    ring()
    return RedirectResponse(f"{POST}?gedaan=geprobeerd", 303)


@router.get(f"{BEGIN}/gemeenten/{{code}}")
def get_municipality(request: Request, session: ReadSession, asker: Administrator, code: str, done: Done) -> Response:
    """The coördinatoren of one municipality."""
    found = find_municipality(session, code)
    if found is None:
        raise not_found()
    roles = [one for one in list_roles_in(session, code) if one.grant.role == "coordinator"]
    page = CoordinatorsPage(
        title=f"Coördinatoren van {found.name}",
        section="beheer",
        breadcrumbs=(HOME,),
        done=done,
        coordinators=tuple(row(one, asker.account_id) for one in roles),
        invite=f"{INVITE}?gemeente={code}",
        people=address_of(code) if asker.may_manage(code) else "",
    )
    return render(request, "installation/coordinators.html", page)


@router.get(INVITE)
def get_invitation(request: Request, session: ReadSession, _asker: Administrator, gemeente: str = "") -> Response:
    """The form in which a coördinator of any municipality is invited."""
    return render(request, "installation/invite.html", _invite_page(request, session, gemeente))


@router.post(INVITE)
def post_invitation(request: Request, session: ActingSession, fields: Fields, desk: WritingDesk) -> Response:
    """Invite a coördinator."""
    email, code = fields.text("email"), fields.text("municipality")
    municipality = find_municipality(session, code)
    try:
        if municipality is None:
            raise _NoMunicipalityError
        ended = invite(session, Place(role="coordinator", municipality=municipality), email, desk)
    except (NotInvitedError, _NoMunicipalityError) as refused:
        page = replace(_invite_page(request, session, code), email=email, errors=refused.errors)
        return render(request, "installation/invite.html", page, 422)
    return RedirectResponse(f"{BEGIN}/gemeenten/{code}?gedaan=uitgenodigd{'-moderator' if ended else ''}", 303)


class _NoMunicipalityError(ValueError):
    """No municipality was chosen."""

    errors = (FieldError("municipality", "Kies een gemeente."),)


def _invite_page(request: Request, session: Session, chosen: str) -> InvitePage:
    return InvitePage(
        title="Nodig een coördinator uit",
        section="beheer",
        breadcrumbs=(HOME,),
        about="",
        action=INVITE,
        how=how_told(request),
        municipality=chosen,
        municipalities=tuple((one.code, one.name) for one in list_municipalities(session)),
    )


@router.get(ADMINISTRATORS)
def get_administrators(request: Request, session: ReadSession, asker: Administrator, done: Done) -> Response:
    """Who runs the installation."""
    page = replace(_administrators_page(request, session, asker), done=done)
    return render(request, "installation/administrators.html", page)


@router.post(ADMINISTRATORS)
def post_administrator(
    request: Request, session: ActingSession, asker: Administrator, fields: Fields, desk: WritingDesk
) -> Response:
    """Invite somebody to run the installation."""
    email = fields.text("email")
    try:
        invite(session, Place(role="beheerder"), email, desk)
    except NotInvitedError as refused:
        page = replace(_administrators_page(request, session, asker), email=email, errors=refused.errors)
        return render(request, "installation/administrators.html", page, 422)
    return RedirectResponse(f"{ADMINISTRATORS}?gedaan=uitgenodigd", 303)


def _administrators_page(request: Request, session: Session, asker: Asker) -> AdministratorsPage:
    roles = [one for one in list_all_roles(session) if one.grant.role == "beheerder"]
    return AdministratorsPage(
        title="Beheerders",
        section="beheer",
        breadcrumbs=(HOME,),
        about="",
        action=ADMINISTRATORS,
        how=how_told(request),
        people=tuple(row(one, asker.account_id) for one in roles),
    )


@router.get(f"{ROLE}/intrekken")
def get_withdrawal(request: Request, session: ReadSession, asker: Administrator, grant_id: Id) -> Response:
    """What taking a role of coördinator or beheerder away means."""
    held = managing_role(session, grant_id)
    page = take_away_page(held, in_short(session, held), _list_with(held), asker.account_id)
    return render(request, "people/confirm.html", page)


@router.post(f"{ROLE}/intrekken")
def post_withdrawal(session: ActingSession, asker: Administrator, grant_id: Id, desk: WritingDesk) -> Response:
    """Take a role of coördinator or beheerder away."""
    held = managing_role(session, grant_id)
    is_own = held.grant.role == "beheerder" and held.account.id == asker.account_id
    take_away(session, held, desk)
    return RedirectResponse("/" if is_own else f"{_list_with(held)}?gedaan=ingetrokken", 303)


@router.post(f"{ROLE}/opnieuw")
def post_again(session: ActingSession, grant_id: Id, desk: WritingDesk) -> Response:
    """Write somebody again who has not begun."""
    held = managing_role(session, grant_id)
    write(session, held.account, place_of(held, where(session, held)), desk)
    return RedirectResponse(f"{_list_with(held)}?gedaan=opnieuw", 303)


def _list_with(held: HeldRole) -> str:
    """Where a role stands in a list."""
    return f"{BEGIN}/gemeenten/{held.municipality_code}" if held.municipality_code else ADMINISTRATORS


router.include_router(accounts.router)
