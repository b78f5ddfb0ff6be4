"""The addresses of signing in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts import cookies, sign_ins
from app.accounts.dependencies import AFTERWARDS, SIGN_IN, MaybeAsker
from app.accounts.door.page import ExamplePerson, SignInPage
from app.accounts.door.service import example_people, example_person, safe_place, who_has
from app.accounts.hashes import hash_of_token
from app.db import ReadSession, WriteSession, begin_writing
from app.store.sign_ins import end_sign_in
from app.web.dependencies import Now
from app.web.errors import not_found
from app.web.forms import FieldError, Fields
from app.web.rendering import render

if TYPE_CHECKING:
    from datetime import datetime

    from app.accounts.sign_ins import Way
    from app.db import Session
    from app.models import Account

router = APIRouter()

WRONG = "Dit e-mailadres en wachtwoord horen niet bij elkaar, of wij kennen ze niet."


@router.get(SIGN_IN)
def get_sign_in(request: Request, session: ReadSession, asker: MaybeAsker) -> Response:
    """The ways to sign in; who is signed in already goes on."""
    afterwards = safe_place(request.query_params.get(AFTERWARDS, ""))
    if asker is not None:
        return RedirectResponse(afterwards, 303)
    return _sign_in_page(request, session, afterwards)


@router.post(SIGN_IN)
def post_sign_in(request: Request, session: ReadSession, fields: Fields, now: Now) -> Response:
    """Sign in with a password. Nobody who writes waits while it is compared."""
    afterwards, email = safe_place(fields.text(AFTERWARDS)), fields.text("email")
    account = who_has(session, email, fields.text("password"))
    if account is None:
        return _sign_in_page(request, session, afterwards, email, (FieldError("email", WRONG),))
    with begin_writing(request.app.state.engine) as writing:
        return let_in(request, writing, account, "password", now, afterwards)


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


def let_in(request: Request, session: Session, account: Account, way: Way, now: datetime, afterwards: str) -> Response:
    """Sign somebody in and send their browser on."""
    token = sign_ins.begin(session, request.app.state.settings, account, way, now)
    response = RedirectResponse(afterwards, 303)
    cookies.let_in(response, request, token)
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
