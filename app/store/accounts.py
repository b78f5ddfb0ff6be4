"""Queries about accounts, their roles, and the keys of programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, func, select

from app.models import AccessToken, Account, Grant, RecoveryCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class GrantedRole:
    """What an account may do and where, of a `Grant` nothing else: every request reads it, however many there are."""

    role: str
    municipality_code: str | None = None
    collaboration_id: int | None = None
    scan_id: str | None = None


def find_account(session: Session, account_id: str) -> Account | None:
    """Return the account with this id, or None."""
    return session.get(Account, account_id)


def find_account_by_email(session: Session, email: str) -> Account | None:
    """Return the account with this address, which is in small letters, or None."""
    return session.exec(select(Account).where(col(Account.email) == email)).one_or_none()


def find_account_by_openid(session: Session, openid: str) -> Account | None:
    """Return the account that a provider knows by this name, or None."""
    return session.exec(select(Account).where(col(Account.openid) == openid)).one_or_none()


def find_account_by_token(session: Session, token_hash: str) -> Account | None:
    """Return the account for which the key with this hash acts, or None."""
    wanted = select(Account).where(
        col(AccessToken.token_hash) == token_hash, col(AccessToken.account_id) == col(Account.id)
    )
    return session.exec(wanted).one_or_none()


def lock_account(session: Session, account_id: str) -> Account | None:
    """Return an account that nobody else changes until this transaction ends, as it is now."""
    wanted = select(Account).where(col(Account.id) == account_id).with_for_update()
    return session.exec(wanted.execution_options(populate_existing=True)).one_or_none()


def list_example_people(session: Session) -> Sequence[Account]:
    """Return who signs in as an example, by name."""
    return session.exec(select(Account).where(col(Account.is_example)).order_by(col(Account.name))).all()


def list_coordinators(session: Session, municipality_code: str) -> Sequence[Account]:
    """Return the people who manage a municipality, by name; no programs."""
    wanted = select(Account).where(
        col(Grant.account_id) == col(Account.id),
        col(Grant.role) == "coordinator",
        col(Grant.municipality_code) == municipality_code,
        col(Account.kind) == "person",
    )
    return session.exec(wanted.order_by(col(Account.name), col(Account.id))).all()


def add_account(session: Session, account: Account) -> Account:
    """Add an account; its id and its address must be new."""
    session.add(account)
    session.flush()
    return account


def delete_account(session: Session, account: Account) -> None:
    """Delete an account with its roles, keys and ways to sign in."""
    session.delete(account)
    session.flush()


def list_grants(session: Session, account_id: str) -> Sequence[Grant]:
    """Return the roles of an account."""
    return session.exec(select(Grant).where(col(Grant.account_id) == account_id).order_by(col(Grant.id))).all()


def list_roles(session: Session, account_id: str) -> list[GrantedRole]:
    """Return what an account may do, from the first role that it was given to the last."""
    wanted = select(Grant.role, Grant.municipality_code, Grant.collaboration_id, Grant.scan_id)
    return [
        GrantedRole(*one)
        for one in session.exec(wanted.where(col(Grant.account_id) == account_id).order_by(col(Grant.id)))
    ]


def add_grant(session: Session, grant: Grant) -> Grant:
    """Add a role; the account must not have it yet."""
    session.add(grant)
    session.flush()
    return grant


def delete_grant(session: Session, grant: Grant) -> None:
    """Take a role away."""
    session.delete(grant)
    session.flush()


def add_access_token(session: Session, token: AccessToken) -> None:
    """Add a key of a program; its hash must be new."""
    session.add(token)
    session.flush()


def replace_recovery_codes(session: Session, account_id: str, hashes: Iterable[str]) -> None:
    """Give an account these codes, and no others any more."""
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id))
    session.add_all(RecoveryCode(account_id=account_id, code_hash=one) for one in hashes)
    session.flush()


def use_recovery_code(session: Session, account_id: str, code_hash: str) -> bool:
    """Use up a code, and return whether it was there."""
    mine = (col(RecoveryCode.account_id) == account_id, col(RecoveryCode.code_hash) == code_hash)
    return bool(session.exec(delete(RecoveryCode).where(*mine)).rowcount)


def count_recovery_codes(session: Session, account_id: str) -> int:
    """Return how many codes an account has left."""
    wanted = select(func.count()).select_from(RecoveryCode).where(col(RecoveryCode.account_id) == account_id)
    return session.exec(wanted).one()


def lock_grants_of_people(session: Session, role: str, municipality_code: str | None) -> Sequence[Grant]:
    """Return the grants of a role somewhere to people who are no example, which nobody else takes away meanwhile."""
    people = select(Account.id).where(col(Account.kind) == "person", ~col(Account.is_example))
    place = col(Grant.municipality_code)
    wanted = (
        select(Grant)
        .where(
            col(Grant.role) == role,
            place.is_(None) if municipality_code is None else place == municipality_code,
            col(Grant.account_id).in_(people),
        )
        .order_by(col(Grant.id))
        .with_for_update()
    )
    return session.exec(wanted.execution_options(populate_existing=True)).all()
