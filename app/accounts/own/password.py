"""Choosing another password while signed in."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts import passwords, tries
from app.accounts.hashes import fits, hash_of_password
from app.accounts.own.dependencies import RealOwner
from app.accounts.own.page import ChangePasswordPage
from app.db import begin_writing
from app.models import Account
from app.store.accounts import lock_account
from app.web.dependencies import Today
from app.web.errors import refusal
from app.web.forms import FieldError, Fields
from app.web.rendering import render

router = APIRouter(prefix="/wachtwoord")
WRONG = FieldError("old", "Dit is niet uw wachtwoord van nu.")


@router.get("")
def get_password(request: Request, owner: RealOwner) -> Response:
    """The form for another password."""
    return _page(request, owner.account)


@router.post("")
def post_password(request: Request, owner: RealOwner, fields: Fields, today: Today) -> Response:
    """Keep another password, and sign out everywhere else. Nobody who writes waits while it is hashed."""
    seen, password = owner.account, fields.text("password")
    errors = passwords.faults(password, fields.text("again"), names=(seen.name, seen.email or ""))
    if not errors and not _knows_the_old_one(request, seen, fields.text("old")):
        errors = (WRONG,)
    if errors:
        return _page(request, seen, errors)
    password_hash = hash_of_password(password)
    with begin_writing(request.app.state.engine) as session:
        account = lock_account(session, seen.id)
        if account is None or account.password_hash != seen.password_hash:
            raise refusal(409)
        tries.forget_proofs(request, account)
        here = owner.sign_in.token_hash
        mails: bool = request.app.state.settings.mails
        passwords.keep_password(session, account, password_hash, mails=mails, today=today, besides=here)
    return RedirectResponse("/account?gedaan=wachtwoord", 303)


def _knows_the_old_one(request: Request, account: Account, old: str) -> bool:
    if account.password_hash is None:
        return True
    tries.claim_proof(request, account)
    return fits(old, account.password_hash)


def _page(request: Request, account: Account, errors: tuple[FieldError, ...] = ()) -> Response:
    has_password = account.password_hash is not None
    page = ChangePasswordPage(
        title="Uw wachtwoord wijzigen" if has_password else "Een wachtwoord kiezen",
        email=account.email or "",
        rules=passwords.RULES,
        has_password=has_password,
        errors=errors,
    )
    return render(request, "accounts/change_password.html", page, 422 if errors else 200)
