"""Links that somebody is mailed and that work once: to begin, to sign in, to choose another password."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from app.accounts.hashes import hash_of_token
from app.accounts.sign_ins import aware
from app.models import Account, OneTimeLink
from app.store import sign_ins
from app.store.accounts import find_account

if TYPE_CHECKING:
    from app.db import Session

Purpose = Literal["welcome", "sign_in", "password"]

WORKS: dict[Purpose, timedelta] = {
    "welcome": timedelta(days=14),
    "sign_in": timedelta(minutes=30),
    "password": timedelta(hours=2),
}
"""For how long a link works."""
HANDED_OVER = timedelta(days=3)
"""For how long one works that the beheerder hands over, where nothing is mailed."""
PLACES: dict[Purpose, str] = {
    "welcome": "/welkom/{}",
    "sign_in": "/inloggen/link/{}",
    "password": "/wachtwoord/{}",
}
"""The address of a link. Everything behind these words is a secret and stands in no log."""


def make_link(
    session: Session, account: Account, purpose: Purpose, now: datetime, *, lasts: timedelta | None = None
) -> str:
    """Make a link for an account, in the place of an earlier one for the same, and return its path: it is not kept.

    `lasts` is for a link that is handed over by a person, which takes longer than a mail.
    """
    token = secrets.token_urlsafe(32)
    ends_at = now + (lasts or WORKS[purpose])
    link = OneTimeLink(token_hash=hash_of_token(token), account_id=account.id, purpose=purpose, ends_at=ends_at)
    sign_ins.add_link(session, link)
    return PLACES[purpose].format(token)


def who_got(session: Session, purpose: Purpose, token: str, now: datetime) -> Account | None:
    """Return whom a link was made for, or None where it does not work (any more). Looking does not use it up."""
    link = sign_ins.find_link(session, hash_of_token(token))
    if link is None or link.purpose != purpose or now >= aware(link.ends_at):
        return None
    return find_account(session, link.account_id)


def use(session: Session, purpose: Purpose, token: str, now: datetime) -> Account | None:
    """Use a link up, and return whom it was made for, or None where it does not work: of several at once one does."""
    account = who_got(session, purpose, token, now)
    return account if account and sign_ins.use_link(session, hash_of_token(token)) else None
