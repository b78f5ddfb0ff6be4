"""Giving somebody a role by their e-mail address, whether or not they have an account: the answer is the same."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.accounts.audit import Act, note
from app.accounts.links import WORKS, make_link
from app.accounts.people.letters import WELCOME
from app.accounts.people.standing import is_new
from app.mail.addresses import valid_address
from app.mail.post import post
from app.models import Account, Grant
from app.store.accounts import add_grant, delete_grant, find_account_by_email, lock_account
from app.store.grants import claim_address, list_roles_of
from app.store.messages import delete_messages_to
from app.store.municipalities import lock_municipality
from app.web.errors import not_found
from app.web.forms import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.accounts.people.letters import Desk
    from app.accounts.people.places import Place
    from app.db import Session
    from app.store.grants import HeldRole

NO_ADDRESS = "Dit is geen e-mailadres. Controleer of het klopt, bijvoorbeeld naam@gemeente.nl."


class NotInvitedError(ValueError):
    """Somebody cannot get a role; `errors` says why, in Dutch. Nothing was changed."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.errors = (FieldError("email", message),)


def invite(session: Session, place: Place, typed: str, desk: Desk) -> bool:
    """Give the owner of an address a role and write them, and return whether that ended a role of moderator.

    Raises `NotInvitedError`.
    """
    address = valid_address(typed)
    if address is None:
        raise NotInvitedError(NO_ADDRESS)
    if place.municipality:
        lock_municipality(session, place.municipality.code)
    account = _account_of(session, address, desk)
    roles = list_roles_of(session, account.id)
    refuse_what_clashes(place, roles)
    ended = give(session, account, place, roles, desk)
    write(session, account, place, desk)
    act = Act.INVITED if place.role in {"beheerder", "coordinator", "meelezer"} else Act.ROLE_GIVEN
    note(session, act, f"{place.in_words}: {address}", municipality=place.code, scan_id=_scan_of(place))
    return ended


def _account_of(session: Session, address: str, desk: Desk) -> Account:
    """Return the account with an address, made where there is none, which nobody else changes meanwhile."""
    account = find_account_by_email(session, address) or claim_address(
        session, Account(id=secrets.token_hex(16), name=address, email=address, made_on=desk.today)
    )
    locked = lock_account(session, account.id)
    if locked is None:  # deleted a moment ago
        raise not_found()
    return locked


def _scan_of(place: Place) -> str | None:
    return place.scan.id if place.scan else None


def refuse_what_clashes(place: Place, roles: Iterable[HeldRole]) -> None:
    """Raise `NotInvitedError` where somebody has the role, or one with which it cannot go together."""
    grants = [one.grant for one in roles]
    here = {grant.role for grant in grants if grant.municipality_code == place.code}
    manages = any(grant.role == "coordinator" and grant.municipality_code in {None, place.code} for grant in grants)
    if any(place.is_where(grant) for grant in grants):
        raise NotInvitedError(f"Deze persoon is al {place.in_words}.")
    if place.role == "moderator" and manages:
        raise NotInvitedError(NOT_THE_COORDINATOR)
    if place.role in {"meelezer", "adviseur"} and manages:
        raise NotInvitedError("Deze persoon is coördinator van deze gemeente en leest alle uitslagen al.")
    if place.role == "adviseur" and "meelezer" in here:
        raise NotInvitedError("Deze persoon is meelezer in deze gemeente en leest alle uitslagen al.")


NOT_THE_COORDINATOR = (
    "Deze persoon is coördinator van deze gemeente. Een coördinator kan geen moderator zijn: de gemeente leest "
    "opmerkingen pas als een onafhankelijke moderator ze heeft vrijgegeven. Kies iemand anders."
)


def give(
    session: Session,
    account: Account,
    place: Place,
    roles: Sequence[HeldRole],
    desk: Desk,
    *,
    since: date | None = None,
) -> bool:
    """Add a role to an account, and return whether that ended a role of moderator.

    `since` is the day from which they had access here already. Who becomes coördinator was perhaps meelezer: that role
    becomes this one. And a coördinator moderates nothing.
    """
    is_coordinator = place.role == "coordinator"
    reading = [one.grant for one in roles if one.grant.role == "meelezer" and one.municipality_code == place.code]
    if is_coordinator and reading:
        reading[0].role = "coordinator"
        session.flush()
    else:
        municipality_code, collaboration_id, scan_id = place.columns
        grant = Grant(
            account_id=account.id,
            role=place.role,
            municipality_code=municipality_code,
            collaboration_id=collaboration_id,
            scan_id=scan_id,
            granted_on=since or desk.today,
        )
        add_grant(session, grant)
    return is_coordinator and _end_moderation(session, account, place, roles, desk)


def _end_moderation(session: Session, account: Account, place: Place, roles: Sequence[HeldRole], desk: Desk) -> bool:
    ended = [one for one in roles if one.grant.role == "moderator" and one.municipality_code == place.code]
    for one in ended:
        delete_grant(session, one.grant)
        about = f"moderator van de scan ‘{_name_of(one)}’: {account.email}, want nu coördinator"
        note(session, Act.ROLE_WITHDRAWN, about, municipality=place.code, scan_id=one.grant.scan_id)
    if ended and account.email and place.municipality:
        letter = desk.moderation_ended(account.email, place.municipality.name, [_name_of(one) for one in ended])
        post(session, "notice", letter, desk.today)
    return bool(ended)


def _name_of(held: HeldRole) -> str:
    return held.scan.name if held.scan else ""


def write(session: Session, account: Account, place: Place, desk: Desk) -> None:
    """Write somebody about a role: who never began gets a link, in the place of one that they had."""
    address = account.email or ""
    if is_new(account):
        delete_messages_to(session, address, [WELCOME])
        path = make_link(session, account, "welcome", desk.now)
        letter = desk.welcome(address, place, path, desk.today + WORKS["welcome"])
        post(session, "account", letter, desk.today)
    else:
        post(session, "notice", desk.access(address, place), desk.today)
