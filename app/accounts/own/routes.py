"""The address of the own account, and what can be done there with one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts import cookies, sign_ins
from app.accounts.audit import Act, note
from app.accounts.door.letting_in import WAYS
from app.accounts.names import fault_in_name, plain_name
from app.accounts.own import leaving, password, two_steps
from app.accounts.own.dependencies import Owner, RealOwner
from app.accounts.own.page import AccountPage, NamePage, Place
from app.accounts.own.roles import in_words
from app.db import ReadSession, WriteSession
from app.store.accounts import lock_account
from app.store.grants import list_roles_of
from app.store.sign_ins import end_sign_ins_of, list_sign_ins_of
from app.web.dependencies import Now
from app.web.formatting import moment_in_words
from app.web.forms import FieldError, Fields
from app.web.rendering import render

if TYPE_CHECKING:
    from datetime import datetime

    from app.db import Session
    from app.store.sign_ins import SignedIn

router = APIRouter(prefix="/account")
for part in (password, two_steps, leaving):
    router.include_router(part.router)

DONE = {
    "naam": "Uw naam is gewijzigd.",
    "wachtwoord": "Uw wachtwoord is gewijzigd. Overal elders bent u uitgelogd.",
    "twee-stappen-uit": "Inloggen in twee stappen staat uit.",
    "uitgelogd": "U bent overal elders uitgelogd.",
}
"""What the page says of what was just done, by the word in its address."""


@router.get("")
def get_account(request: Request, session: ReadSession, owner: Owner, now: Now) -> Response:
    """Who somebody is here, how they sign in, and where."""
    account, settings = owner.account, request.app.state.settings
    page = AccountPage(
        name=account.name,
        email=account.email or "",
        roles=tuple(in_words(one) for one in list_roles_of(session, account.id)),
        before=moment_in_words(account.signed_in_before_at) if account.signed_in_before_at else "",
        places=_places(session, owner, now),
        has_password=account.password_hash is not None,
        has_two_steps=account.totp_secret is not None,
        must_have_two_steps=bool(settings.two_steps_for & {one.role for one in owner.roles}),
        may_change=not account.is_example,
        done=DONE.get(request.query_params.get("gedaan", ""), ""),
    )
    return render(request, "accounts/account.html", page)


def _places(session: Session, owner: SignedIn, now: datetime) -> tuple[Place, ...]:
    return tuple(
        Place(
            since=moment_in_words(one.began_at),
            used=moment_in_words(one.used_at),
            way=WAYS.get(one.way, one.way),
            is_here=one.token_hash == owner.sign_in.token_hash,
        )
        for one in list_sign_ins_of(session, owner.account.id)
        if one.stage == "done" and sign_ins.counts(one, now)
    )


@router.get("/naam")
def get_name(request: Request, owner: RealOwner) -> Response:
    """The form for another name."""
    return render(request, "accounts/name.html", NamePage(name=owner.account.name))


@router.post("/naam")
def post_name(request: Request, session: WriteSession, owner: RealOwner, fields: Fields) -> Response:
    """Keep another name."""
    name = plain_name(fields.text("name"))
    errors: tuple[FieldError, ...] = fault_in_name(name)
    if errors:
        return render(request, "accounts/name.html", NamePage(name=name, errors=errors), 422)
    account = lock_account(session, owner.account.id)
    if account is not None:
        account.name = name
    return RedirectResponse("/account?gedaan=naam", 303)


@router.post("/uitloggen")
def post_sign_out_everywhere(request: Request, session: WriteSession, owner: RealOwner, fields: Fields) -> Response:
    """Sign out everywhere else, or here as well."""
    here_as_well = fields.text("waar") == "overal"
    end_sign_ins_of(session, owner.account.id, besides="" if here_as_well else owner.sign_in.token_hash)
    note(session, Act.SIGNED_OUT_EVERYWHERE, "ook hier" if here_as_well else "overal elders", by=owner.account)
    if not here_as_well:
        return RedirectResponse("/account?gedaan=uitgelogd", 303)
    response = RedirectResponse("/inloggen", 303, headers={"Clear-Site-Data": '"cache"'})
    cookies.let_out(response, request)
    return response
