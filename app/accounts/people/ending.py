"""Taking a role away, and handing one over. A municipality never loses its last coördinator that way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.audit import Act, note
from app.accounts.people.inviting import give, write
from app.accounts.people.letters import ABOUT_ACCESS
from app.accounts.people.places import Place, place_of
from app.accounts.people.standing import has_begun, is_new, who_began
from app.mail.post import post
from app.store.accounts import delete_account, delete_grant, lock_account, lock_grants_of_people
from app.store.grants import list_roles_in, list_roles_of
from app.store.messages import delete_messages_to
from app.store.municipalities import find_municipality, lock_municipality
from app.web.errors import Refusal, not_found
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.people.letters import Desk
    from app.db import Session
    from app.models import Account, Municipality
    from app.store.grants import HeldRole


def withdraw(session: Session, held: HeldRole, municipality: Municipality | None, desk: Desk) -> None:
    """Take a role away. Who never began and has no other is forgotten, with the link that they were sent."""
    account = lock_account(session, held.account.id)
    if account is None:  # deleted a moment ago
        raise not_found()
    place = place_of(held, municipality)
    act = Act.ROLE_WITHDRAWN if has_begun(held) else Act.INVITATION_WITHDRAWN
    note(session, act, f"{place.in_words}: {account.email}", municipality=place.code, scan_id=held.grant.scan_id)
    delete_grant(session, held.grant)
    _tidy_up(session, account, desk)


def _tidy_up(session: Session, account: Account, desk: Desk) -> None:
    """Let no letter wait that tells of a role that is gone."""
    waited = delete_messages_to(session, account.email or "", ABOUT_ACCESS)
    left = list_roles_of(session, account.id)
    if not is_new(account):
        return
    if not left:
        delete_account(session, account)
    elif waited:
        code = left[0].municipality_code
        write(session, account, place_of(left[0], find_municipality(session, code) if code else None), desk)


def withdraw_here(session: Session, held: HeldRole, municipality: Municipality, desk: Desk) -> None:
    """Take a role in a municipality away, for who manages it. Raises `Refusal` (409) for the last coördinator."""
    _nobody_else_leaves(session, municipality)
    roles = list_roles_in(session, municipality.code)
    if held.id not in {one.id for one in roles}:  # taken away a moment ago
        raise not_found()
    if held.grant.role == "coordinator" and is_last_coordinator(roles, held):
        raise last_coordinator(municipality)
    withdraw(session, held, municipality, desk)


def _nobody_else_leaves(session: Session, municipality: Municipality) -> None:
    """Let nobody else take or leave the role of coördinator here until this transaction ends."""
    lock_municipality(session, municipality.code)
    lock_grants_of_people(session, "coordinator", municipality.code)


def is_last_coordinator(roles: Sequence[HeldRole], held: HeldRole) -> bool:
    """Whether nobody is left to manage a municipality without this role; who was only invited does not count yet."""
    began = who_began(roles)
    others = (
        one
        for one in roles
        if one.grant.role == "coordinator"
        and one.account.id != held.account.id
        and one.account.is_example == held.account.is_example
    )
    return held.account.id in began and not any(one.account.id in began for one in others)


def last_coordinator(municipality: Municipality) -> Refusal:
    """Return the refusal to take the last coördinator away."""
    return Refusal(
        409,
        title="Een gemeente houdt altijd een coördinator",
        explanation=f"Dit is de enige coördinator van {municipality.name} die al is begonnen. Zonder coördinator kan "
        "niemand de scans van de gemeente beheren. Er is niets veranderd.",
        advice="Draag de rol over, of nodig eerst een andere coördinator uit en wacht tot die is begonnen.",
        way=Link("Naar de mensen van deze gemeente", f"/gemeenten/{municipality.code}/mensen"),
    )


def may_take_over(session: Session, municipality: Municipality, account_id: str) -> list[HeldRole]:
    """Return one role of each person to whom somebody can hand over: with a role here, and begun with it."""
    roles = list_roles_in(session, municipality.code)
    began = who_began(roles)
    manage = {one.account.id for one in roles if one.grant.role == "coordinator"}
    found = {one.account.id: one for one in roles if one.account.id in began - manage - {account_id}}
    return list(found.values())


def hand_over(session: Session, municipality: Municipality, account_id: str, to: str, desk: Desk) -> None:
    """Make somebody else coördinator and end the own role, in one act. Raises `Refusal` for who cannot take over."""
    _nobody_else_leaves(session, municipality)
    mine = own_role(session, municipality, account_id)
    chosen = next((one for one in may_take_over(session, municipality, account_id) if one.account.id == to), None)
    account = lock_account(session, to) if chosen else None
    if mine is None or chosen is None or account is None:
        raise not_found()
    place = Place(role="coordinator", municipality=municipality)
    about = f"{place.in_words}: van {mine.account.email} aan {account.email}"
    note(session, Act.HANDED_OVER, about, municipality=municipality.code)
    give(session, account, place, list_roles_of(session, account.id), desk, since=chosen.grant.granted_on)
    delete_grant(session, mine.grant)
    post(session, "notice", desk.access(account.email or "", place), desk.today)


def own_role(session: Session, municipality: Municipality, account_id: str) -> HeldRole | None:
    """Return the role of coördinator of somebody in a municipality, or None."""
    roles = list_roles_in(session, municipality.code)
    return next((one for one in roles if one.grant.role == "coordinator" and one.account.id == account_id), None)
