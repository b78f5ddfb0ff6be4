"""Showing again who you are, before something that decides who gets in: a browser that was left open is not enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from app.accounts import tries, two_steps
from app.accounts.hashes import fits
from app.store.accounts import lock_account
from app.web.forms import FieldError

if TYPE_CHECKING:
    from datetime import datetime

    from fastapi import Request

    from app.db import Session
    from app.models import Account

Kind = Literal["", "password", "code", "either"]
LABELS: dict[Kind, str] = {
    "": "",
    "password": "Uw wachtwoord",
    "code": "Een code uit uw app, of een herstelcode",
    "either": "Uw wachtwoord, of een code uit uw app",
}
WRONG = (FieldError("proof", "Dit klopt niet. Er is niets veranderd."),)


def kind_for(account: Account) -> Kind:
    """Return what an account can show; nothing where it comes in by mail or at its organisation only."""
    has_app, has_password = account.totp_secret is not None, account.password_hash is not None
    if has_app and has_password:
        return "either"
    return "code" if has_app else "password" if has_password else ""


def password_fits(request: Request, account: Account, proof: str) -> bool:
    """Whether this is their password. Called before anything is written: comparing takes a while.

    Raises `Refusal` (429) when it was tried too often.
    """
    if not kind_for(account):
        return False
    tries.claim_proof(request, account)
    return account.password_hash is not None and fits(proof, account.password_hash)


def shown(
    request: Request, session: Session, seen: Account, proof: str, now: datetime, *, by_password: bool
) -> Account | None:
    """Return the account, locked, of somebody who showed who they are, or None; a code is used up."""
    account = lock_account(session, seen.id)
    if account is None or account.password_hash != seen.password_hash:
        return None
    needs_nothing = not kind_for(account)
    if needs_nothing or by_password or two_steps.use_code(session, request.app.state.keys, account, proof, now):
        tries.forget_proofs(request, account)
        return account
    return None
