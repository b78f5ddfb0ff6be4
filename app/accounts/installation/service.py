"""What who runs the installation does with roles and accounts. There is always a beheerder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.audit import Act, note
from app.accounts.people.ending import is_last_coordinator, withdraw, withdraw_here
from app.store.accounts import delete_account, find_account, lock_account, lock_grants_of_people
from app.store.grants import find_role, list_roles_in, list_roles_of
from app.store.messages import delete_all_messages_to
from app.store.municipalities import find_municipality
from app.store.sign_ins import end_sign_ins_of
from app.web.errors import Refusal, not_found
from app.web.page import Link

if TYPE_CHECKING:
    from app.accounts.people.letters import Desk
    from app.db import Session
    from app.models import Account, Municipality
    from app.store.grants import HeldRole

SHORT = {
    "beheerder": "beheerder",
    "coordinator": "coördinator van",
    "meelezer": "meelezer in",
    "adviseur": "adviseur in",
    "moderator": "moderator in",
}


def person(session: Session, account_id: str) -> Account:
    """Return somebody who can sign in. Raises `Refusal` (404)."""
    found = find_account(session, account_id)
    if found is None or found.kind != "person":
        raise not_found()
    return found


def managing_role(session: Session, grant_id: int) -> HeldRole:
    """Return a role that who runs the installation gives and takes. Raises `Refusal` (404) for any other."""
    found = find_role(session, grant_id)
    if found is None or found.grant.role not in {"coordinator", "beheerder"}:
        raise not_found()
    return found


def where(session: Session, held: HeldRole) -> Municipality | None:
    """Return the municipality in which a role holds, if any."""
    return find_municipality(session, held.municipality_code) if held.municipality_code else None


def in_short(session: Session, held: HeldRole) -> str:
    """A role in words that name no collaboration and no scan: those are not for who runs the installation."""
    municipality = where(session, held)
    return f"{SHORT[held.grant.role]} {municipality.name if municipality else ''}".strip()


def take_away(session: Session, held: HeldRole, desk: Desk) -> None:
    """Take a role of coördinator or beheerder away. Raises `Refusal` (409) for the last one."""
    municipality = where(session, held)
    if municipality is not None:
        withdraw_here(session, held, municipality, desk)
        return
    if held.grant.role == "beheerder":
        _refuse_last_administrator(session, held.account)
    withdraw(session, held, None, desk)


def _refuse_last_administrator(session: Session, account: Account) -> None:
    """Somebody who never signed in does not count: they may never come."""
    others = [find_account(session, grant.account_id) for grant in lock_grants_of_people(session, "beheerder", None)]
    here = {one.id for one in others if one and one.signed_in_at and one.is_example == account.is_example}
    if account.signed_in_at is not None and not here - {account.id}:
        raise Refusal(
            409,
            title="Er is altijd een beheerder",
            explanation="Dit is de enige beheerder die al eens heeft ingelogd. Zonder beheerder kan niemand deze "
            "installatie beheren. Er is niets veranderd.",
            advice="Nodig eerst een andere beheerder uit, en wacht tot die heeft ingelogd.",
            way=Link("Naar de beheerders", "/beheer/beheerders"),
        )


def end_sign_ins(session: Session, account: Account) -> None:
    """Sign somebody out of every browser."""
    end_sign_ins_of(session, account.id)
    note(session, Act.SIGN_INS_ENDED, account.email or account.name)


def left_alone(session: Session, account: Account) -> list[str]:
    """Return the names of the municipalities that have no coördinator any more without this account."""
    mine = [one for one in list_roles_of(session, account.id) if one.grant.role == "coordinator"]
    last = [one for one in mine if is_last_coordinator(list_roles_in(session, one.municipality_code or ""), one)]
    found = [where(session, one) for one in last]
    return sorted(one.name for one in found if one)


def remove_account(session: Session, account: Account) -> None:
    """Delete an account with its roles, its ways in and the messages that wait for it.

    Raises `Refusal` (409) for the last beheerder.
    """
    roles = list_roles_of(session, account.id)
    if any(one.grant.role == "beheerder" for one in roles):
        _refuse_last_administrator(session, account)
    locked = lock_account(session, account.id)
    if locked is None:  # deleted a moment ago
        raise not_found()
    for one in roles:
        about = f"{in_short(session, one)}: {locked.email}"
        note(session, Act.ROLE_WITHDRAWN, about, municipality=one.municipality_code)
    note(session, Act.ACCOUNT_REMOVED, locked.email or locked.name)
    delete_all_messages_to(session, locked.email or "")
    delete_account(session, locked)
