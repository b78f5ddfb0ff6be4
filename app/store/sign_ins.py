"""Queries about signing in: who is signed in where, and links that work once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select, update

from app.models import Account, OneTimeLink, SignIn
from app.store.accounts import list_roles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.store.accounts import GrantedRole


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who is signed in, with their roles."""

    sign_in: SignIn
    account: Account
    roles: Sequence[GrantedRole]


def find_signed_in(session: Session, token_hash: str) -> SignedIn | None:
    """Return who signed in with the token of this hash, whether or not it still counts, or None."""
    wanted = select(SignIn, Account).where(
        col(SignIn.token_hash) == token_hash, col(SignIn.account_id) == col(Account.id)
    )
    found = session.exec(wanted).one_or_none()
    if found is None:
        return None
    sign_in, account = found
    return SignedIn(sign_in, account, list_roles(session, account.id))


def add_sign_in(session: Session, sign_in: SignIn) -> None:
    """Add a browser in which somebody signs in."""
    session.add(sign_in)
    session.flush()


def touch_sign_in(session: Session, token_hash: str, now: datetime) -> None:
    """Note that somebody was active."""
    session.exec(update(SignIn).where(col(SignIn.token_hash) == token_hash).values(used_at=now))


def end_sign_in(session: Session, token_hash: str) -> None:
    """Sign somebody out of one browser; it does not matter whether they were in."""
    session.exec(delete(SignIn).where(col(SignIn.token_hash) == token_hash))


def end_sign_ins_of(session: Session, account_id: str, *, besides: str = "") -> None:
    """Sign somebody out everywhere, but for the browser with the token of this hash."""
    session.exec(delete(SignIn).where(col(SignIn.account_id) == account_id, col(SignIn.token_hash) != besides))


def list_sign_ins_of(session: Session, account_id: str) -> Sequence[SignIn]:
    """Return where somebody is signed in, the last used first."""
    wanted = select(SignIn).where(col(SignIn.account_id) == account_id)
    return session.exec(wanted.order_by(col(SignIn.used_at).desc())).all()


def delete_ended(session: Session, now: datetime) -> int:
    """Delete what has ended: browsers in which nobody is signed in any more, and links that no longer work.

    Returns how many that were.
    """
    ended = session.exec(delete(SignIn).where(col(SignIn.ends_at) < now)).rowcount
    return ended + session.exec(delete(OneTimeLink).where(col(OneTimeLink.ends_at) < now)).rowcount


def add_link(session: Session, link: OneTimeLink) -> None:
    """Add a link, in the place of an earlier one of this account for the same purpose."""
    mine = (col(OneTimeLink.account_id) == link.account_id, col(OneTimeLink.purpose) == link.purpose)
    session.exec(delete(OneTimeLink).where(*mine))
    session.add(link)
    session.flush()


def find_link(session: Session, token_hash: str) -> OneTimeLink | None:
    """Return the link with the token of this hash, whether or not it still works, or None."""
    return session.get(OneTimeLink, token_hash)


def use_link(session: Session, token_hash: str) -> bool:
    """Use up a link, and return whether it was there: of several at once one succeeds."""
    return bool(session.exec(delete(OneTimeLink).where(col(OneTimeLink.token_hash) == token_hash)).rowcount)


def delete_links_of(session: Session, account_id: str) -> None:
    """Let no link of an account work any more."""
    session.exec(delete(OneTimeLink).where(col(OneTimeLink.account_id) == account_id))
