"""Queries about roles: who has which, where, and who is alone in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, or_, select

from app.models import Account, Collaboration, Grant, Municipality, Scan
from app.store.accounts import find_account_by_email

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement


@dataclass(frozen=True, slots=True)
class HeldRole:
    """One role of a person, with what it is about; for a moderator the collaboration is that of their scan.

    `municipality` is where it holds; None for a beheerder.
    """

    grant: Grant
    account: Account
    collaboration: Collaboration | None = None
    scan: Scan | None = None
    municipality: Municipality | None = None

    @property
    def id(self) -> int:
        """The id of the role."""
        if self.grant.id is None:
            raise ValueError("this role is not stored yet")
        return self.grant.id

    @property
    def municipality_code(self) -> str | None:
        """The municipality in which it holds; of a beheerder there is none."""
        return self.collaboration.municipality_code if self.collaboration else self.grant.municipality_code


def list_roles_in(session: Session, municipality_code: str) -> list[HeldRole]:
    """Return the roles of people in a municipality, in its collaborations and its scans; not those in examples."""
    place = func.coalesce(Grant.municipality_code, Collaboration.municipality_code)
    return [one for one in _held(session, place == municipality_code) if not _is_in_example(one)]


def list_roles_of(session: Session, account_id: str) -> list[HeldRole]:
    """Return the roles of somebody, with what they are about."""
    return _held(session, col(Grant.account_id) == account_id)


def list_all_roles(session: Session) -> list[HeldRole]:
    """Return every role of every person."""
    return _held(session, col(Grant.id).is_not(None))


def find_role(session: Session, grant_id: int) -> HeldRole | None:
    """Return the role with this id and who has it, or None."""
    return next(iter(_held(session, col(Grant.id) == grant_id)), None)


def _is_in_example(one: HeldRole) -> bool:
    return one.collaboration is not None and one.collaboration.is_example


def _held(session: Session, which: ColumnElement[bool]) -> list[HeldRole]:
    about = func.coalesce(Grant.collaboration_id, Scan.collaboration_id)
    place = func.coalesce(Grant.municipality_code, Collaboration.municipality_code)
    wanted = (
        select(Grant, Account, Collaboration, Scan, Municipality)  # type: ignore[call-overload]
        .join(Account, col(Grant.account_id) == col(Account.id))
        .outerjoin(Scan, col(Grant.scan_id) == col(Scan.id))
        .outerjoin(Collaboration, col(Collaboration.id) == about)
        .outerjoin(Municipality, col(Municipality.code) == place)
        .where(which, col(Account.kind) == "person")
        .order_by(col(Account.name), col(Account.email), col(Grant.id))
    )
    return [HeldRole(*found) for found in session.exec(wanted)]


def list_people(session: Session) -> Sequence[Account]:
    """Return everybody who can sign in, by name."""
    wanted = select(Account).where(col(Account.kind) == "person")
    return session.exec(wanted.order_by(col(Account.name), col(Account.email))).all()


def claim_address(session: Session, account: Account) -> Account:
    """Add an account, or return the one that already has its address, also when that was made at this moment."""
    try:
        with session.begin_nested():
            session.add(account)
            session.flush()
    except IntegrityError:
        found = find_account_by_email(session, account.email or "")
        if found is None:
            raise
        return found
    return account


def municipalities_in_use(session: Session) -> list[Municipality]:
    """Return the municipalities in which somebody has a role or that have a collaboration of their own, by name."""
    with_roles = select(col(Grant.municipality_code)).where(col(Grant.municipality_code).is_not(None))
    with_collaborations = select(col(Collaboration.municipality_code)).where(~col(Collaboration.is_example))
    code = col(Municipality.code)
    wanted = select(Municipality).where(or_(code.in_(with_roles), code.in_(with_collaborations)))
    return sorted(session.exec(wanted), key=lambda one: (one.name.removeprefix("’s-"), one.code))
