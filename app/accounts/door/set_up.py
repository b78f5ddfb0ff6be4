"""Setting up the app while signing in, for who may not do without. It cannot be skipped: until then nothing opens."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.accounts import tries, two_steps
from app.accounts.audit import Act, note
from app.accounts.dependencies import AFTERWARDS, STEPS, MaybeSignedIn
from app.accounts.door.code import at_stage
from app.accounts.door.letting_in import let_through, secret
from app.accounts.door.service import safe_place
from app.accounts.pages import WRONG_CODE, RecoveryCodesPage, SetUpPage, set_up_page
from app.accounts.sign_ins import current
from app.db import WriteSession
from app.store.accounts import lock_account
from app.store.sign_ins import SignedIn
from app.web.dependencies import Now
from app.web.errors import refusal
from app.web.forms import Fields
from app.web.rendering import render

router = APIRouter(prefix=STEPS["set_up"])


def _in_turn(request: Request, found: MaybeSignedIn) -> SignedIn | Response:
    return at_stage(request, found, "set_up", request.query_params.get(AFTERWARDS, ""))


AtSetUp = Annotated[SignedIn | Response, Depends(_in_turn)]


@router.get("")
def get_set_up(request: Request, at: AtSetUp) -> Response:
    """Show a secret for the app, as a picture and in letters."""
    if isinstance(at, Response):
        return at
    afterwards = request.query_params.get(AFTERWARDS, "")
    return secret(render(request, "accounts/set_up.html", _page(request, at, two_steps.new_secret(), afterwards)))


@router.post("")
def post_set_up(request: Request, at: AtSetUp, session: WriteSession, fields: Fields, now: Now) -> Response:
    """Keep the secret of an app that shows the right code, sign in with a new token, and show the recovery codes."""
    if isinstance(at, Response):
        return at
    tries.claim_code(request, at.account)
    keys, afterwards = request.app.state.keys, fields.text(AFTERWARDS)
    offered = two_steps.offered(keys, at.account, fields.text("offer"))
    step = two_steps.step_of(offered, fields.text("code"), now) if offered else None
    if offered is None or step is None:
        page = _page(request, at, offered or two_steps.new_secret(), afterwards, wrong=True)
        return secret(render(request, "accounts/set_up.html", page, 422))
    account = lock_account(session, at.account.id)
    if account is None or account.totp_secret is not None:  # set up in another browser meanwhile
        raise refusal(409)
    codes = two_steps.switch_on(session, keys, account, offered, step)
    note(session, Act.TWO_STEPS_ON, "eigen account", by=account)
    tries.forget_codes(request, account)
    response = Response()
    token = let_through(request, session, at, now, response, account)
    request.state.signed_in = current(session, token, now)
    codes_page = RecoveryCodesPage(codes=codes, onwards=safe_place(afterwards))
    shown = render(request, "accounts/recovery_codes.html", codes_page)
    shown.raw_headers.extend(header for header in response.raw_headers if header[0] == b"set-cookie")
    return secret(shown)


def _page(request: Request, at: SignedIn, offered: str, afterwards: str, *, wrong: bool = False) -> SetUpPage:
    return set_up_page(
        request.app.state.keys,
        at.account,
        offered,
        action=STEPS["set_up"],
        afterwards=afterwards,
        required=True,
        errors=WRONG_CODE if wrong else (),
    )
