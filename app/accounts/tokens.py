"""Keys by which a program acts for an account: shown once when they are made, kept as a hash."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.accounts.asker import Asker, asker_of
from app.accounts.audit import Act, note
from app.accounts.hashes import hash_of_token
from app.models import AccessToken, Account, Grant
from app.store import accounts

if TYPE_CHECKING:
    from datetime import date

    from app.db import Session

PREFIX = "vst_"


def make_token(session: Session, label: str, municipality_code: str | None, today: date) -> str:
    """Make a key with an account of its own, for one municipality or for all, and return it: it is not kept."""
    account = Account(id=secrets.token_hex(16), kind="program", name=label, made_on=today)
    accounts.add_account(session, account)
    accounts.add_grant(
        session,
        Grant(account_id=account.id, role="coordinator", municipality_code=municipality_code, granted_on=today),
    )
    token = PREFIX + secrets.token_urlsafe(32)
    accounts.add_access_token(
        session, AccessToken(token_hash=hash_of_token(token), account_id=account.id, label=label, created_on=today)
    )
    note(session, Act.KEY_MADE, label, municipality=municipality_code)
    return token


def asker_with(session: Session, token: str) -> Asker | None:
    """Return for whom a key acts, or None when nobody has it."""
    account = accounts.find_account_by_token(session, hash_of_token(token))
    return asker_of(account, accounts.list_grants(session, account.id)) if account else None
