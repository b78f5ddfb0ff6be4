"""The addresses of signing in and out: with a password, or on the machine of a developer as an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts import cookies, tries
from app.accounts.dependencies import AFTERWARDS, SIGN_IN, STEPS, MaybeSignedIn
from app.accounts.door import code, forgotten, link, openid_routes, set_up, welcome
from app.accounts.door.letting_in import let_in, with_place
from app.accounts.door.page import ExamplePerson, SignInPage
from app.accounts.door.service import example_people, example_person, normalised, safe_place, who_is
from app.accounts.hashes import fits, hash_of_password, hash_of_token, is_outdated
from app.db import ReadSession, Session, WriteSession, begin_writing
from app.store.accounts import lock_account
from app.store.sign_ins import end_sign_in
from app.web.dependencies import Now
from app.web.errors import not_found
from app.web.forms import FieldError, Fields
from app.web.rendering import render

if TYPE_CHECKING:
    from datetime import datetime

    from app.models import Account

router = APIRouter()
for part in (link, forgotten, welcome, code, set_up, openid_routes):
    router.include_router(part.router)

WRONG = "Dit e-mailadres en wachtwoord horen niet bij elkaar, of wij kennen ze niet."


@router.get(SIGN_IN)
def get_sign_in(request: Request, session: ReadSession, found: MaybeSignedIn) -> Response:
    """The ways to sign in; who is signed in already goes on, to the second step or where they wanted to go."""
    afterwards = safe_place(request.query_params.get(AFTERWARDS, ""))
    if found is None:
        return _sign_in_page(request, session, afterwards)
    if found.sign_in.stage != "done":
        return RedirectResponse(with_place(STEPS[found.sign_in.stage], afterwards), 303)
    return RedirectResponse(afterwards, 303)


@router.post(SIGN_IN)
def post_sign_in(request: Request, fields: Fields, now: Now) -> Response:
    """Sign in with a password. Nobody who writes waits while it is compared, and nothing is held open."""
    afterwards, email = safe_place(fields.text(AFTERWARDS)), normalised(fields.text("email"))
    account = who_is(request.app.state.engine, email)
    tries.claim_password(request, email, account)
    password = fields.text("password")
    if fits(password, account.password_hash if account else None) and account is not None:
        tries.forget_passwords(request, email, account)
        if response := _signed_in(request, account, password, now, afterwards):
            return response
    else:
        tries.count_wrong_password(request)
    with Session(request.app.state.engine) as session:
        return _sign_in_page(request, session, afterwards, fields.text("email"), (FieldError("email", WRONG),))


def _signed_in(request: Request, seen: Account, password: str, now: datetime, afterwards: str) -> Response | None:
    """Sign in who gave the right password; None when that became another one meanwhile."""
    anew = hash_of_password(password) if seen.password_hash and is_outdated(seen.password_hash) else None
    with begin_writing(request.app.state.engine) as session:
        account = lock_account(session, seen.id)
        if account is None or account.password_hash != seen.password_hash:
            return None
        account.password_hash = anew or account.password_hash
        return let_in(request, session, account, "password", now, afterwards)


@router.post(f"{SIGN_IN}/voorbeeld")
def post_example(request: Request, session: WriteSession, fields: Fields, now: Now) -> Response:
    """Sign in as an example; where that cannot be this address does not exist."""
    account = example_person(session, request, fields.text("account"))
    if account is None:
        raise not_found()
    return let_in(request, session, account, "example", now, safe_place(fields.text(AFTERWARDS)))


@router.post("/uitloggen")
def post_sign_out(request: Request, session: WriteSession) -> Response:
    """Sign out of this browser."""
    if token := cookies.token_in(request):
        end_sign_in(session, hash_of_token(token))
    response = RedirectResponse("/", 303, headers={"Clear-Site-Data": '"cache"'})
    cookies.let_out(response, request)
    return response


def _sign_in_page(
    request: Request, session: Session, afterwards: str, email: str = "", errors: tuple[FieldError, ...] = ()
) -> Response:
    settings = request.app.state.settings
    page = SignInPage(
        afterwards=afterwards,
        email=email,
        errors=errors,
        examples=tuple(ExamplePerson(one.id, one.name) for one in example_people(session, request)),
        openid=settings.openid_name if settings.openid_issuer else "",
        mails=settings.mails,
    )
    return render(request, "accounts/sign_in.html", page, 422 if errors else 200)
