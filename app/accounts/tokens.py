"""Keys by which a program acts for an account: shown once when they are made, kept as a hash."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Literal, get_args

from app.accounts.asker import Asker, asker_of
from app.accounts.audit import Act, note
from app.accounts.hashes import hash_of_token
from app.models import AccessToken, Account, Grant
from app.store import accounts
from app.store.collaborations import find_collaboration_by_id
from app.store.municipalities import find_municipality

if TYPE_CHECKING:
    from datetime import date

    from app.db import Session

ProgramRole = Literal["coordinator", "meelezer", "adviseur"]
"""What a program can be: it manages, or it only reads."""
PREFIX = "vst_"


def make_token(
    session: Session,
    label: str,
    municipality_code: str | None,
    today: date,
    *,
    role: str = "coordinator",
    collaboration_id: int | None = None,
) -> str:
    """Make a key with an account of its own and one role, and return it: it is not kept.

    A coördinator without a municipality manages all of them; a meelezer needs one, an adviseur a collaboration.
    """
    account = Account(id=secrets.token_hex(16), kind="program", name=label, made_on=today)
    accounts.add_account(session, account)
    accounts.add_grant(
        session,
        Grant(
            account_id=account.id,
            role=role,
            municipality_code=None if role == "adviseur" else municipality_code,
            collaboration_id=collaboration_id,
            granted_on=today,
        ),
    )
    token = PREFIX + secrets.token_urlsafe(32)
    accounts.add_access_token(
        session, AccessToken(token_hash=hash_of_token(token), account_id=account.id, label=label, created_on=today)
    )
    note(session, Act.KEY_MADE, label, municipality=municipality_code)
    return token


def why_not(session: Session, role: str, municipality_code: str | None, collaboration_id: int | None) -> str:
    """Return in Dutch why there cannot be such a key, or an empty text."""
    if role not in get_args(ProgramRole):
        return f"De rol {role} bestaat niet voor een programma. Kies uit: {', '.join(get_args(ProgramRole))}."
    if municipality_code is not None and find_municipality(session, municipality_code) is None:
        return f"De gemeente {municipality_code} is niet bekend. Gebruik de CBS-code, zoals GM0321."
    if role == "meelezer" and municipality_code is None:
        return "Een meelezer hoort bij één gemeente. Noem die met --gemeente."
    if (role == "adviseur") != (collaboration_id is not None):
        return "Een adviseur, en alleen een adviseur, hoort bij één samenwerking. Noem die met --samenwerking."
    if collaboration_id is not None and find_collaboration_by_id(session, collaboration_id) is None:
        return f"Samenwerking {collaboration_id} bestaat niet."
    return ""


def asker_with(session: Session, token: str) -> Asker | None:
    """Return for whom a key acts, or None when nobody has it."""
    account = accounts.find_account_by_token(session, hash_of_token(token))
    return asker_of(account, accounts.list_roles(session, account.id)) if account else None
