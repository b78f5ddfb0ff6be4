"""Queries about accounts and the keys of programs."""

from __future__ import annotations

from sqlmodel import Session, col, select

from app.models import AccessToken, Account


def find_local_account(session: Session) -> Account | None:
    """Return the account of whoever sits at this machine, or None where there is none."""
    return session.exec(select(Account).where(col(Account.is_local)).limit(1)).one_or_none()


def find_account_by_token(session: Session, token_hash: str) -> Account | None:
    """Return the account for which the key with this hash acts, or None."""
    wanted = select(Account).where(
        col(AccessToken.token_hash) == token_hash, col(AccessToken.account_id) == col(Account.id)
    )
    return session.exec(wanted).one_or_none()


def add_account(session: Session, account: Account) -> Account:
    """Add an account; its id must be new."""
    session.add(account)
    session.flush()
    return account


def add_access_token(session: Session, token: AccessToken) -> None:
    """Add a key of a program; its hash must be new."""
    session.add(token)
    session.flush()
