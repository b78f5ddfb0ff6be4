"""Keys by which a program acts for an account: shown once when they are made, kept as a hash."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from app.accounts.asker import Asker, asker_of
from app.models import AccessToken, Account
from app.store import accounts

if TYPE_CHECKING:
    from datetime import date

    from app.db import Session

PREFIX = "vst_"


def make_token(session: Session, label: str, municipality_code: str | None, today: date) -> str:
    """Make a key with an account of its own, for one municipality or for all, and return it: it is not kept."""
    account = Account(id=secrets.token_hex(16), name=label, municipality_code=municipality_code)
    accounts.add_account(session, account)
    token = PREFIX + secrets.token_urlsafe(32)
    accounts.add_access_token(
        session, AccessToken(token_hash=hashed(token), account_id=account.id, label=label, created_on=today)
    )
    return token


def asker_with(session: Session, token: str) -> Asker | None:
    """Return for whom a key acts, or None when nobody has it."""
    account = accounts.find_account_by_token(session, hashed(token))
    return asker_of(account) if account else None


def hashed(token: str) -> str:
    """Return what is kept of a key; it has so much chance in it that it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
