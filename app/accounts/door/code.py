"""The second step of signing in: a code of the app, or a recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts import tries
from app.accounts.dependencies import AFTERWARDS, SIGN_IN, STEPS, MaybeSignedIn, sign_in_first
from app.accounts.door.letting_in import let_through, secret, with_place
from app.accounts.door.page import CodePage
from app.accounts.door.service import safe_place
from app.accounts.two_steps import use_code
from app.db import WriteSession
from app.store.accounts import lock_account
from app.store.sign_ins import SignedIn
from app.web.dependencies import Now
from app.web.forms import FieldError, Fields
from app.web.rendering import render

if TYPE_CHECKING:
    from app.accounts.sign_ins import Stage

router = APIRouter(prefix=STEPS["code"])
WRONG = (
    FieldError("code", "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app en probeer die."),
)


def at_stage(request: Request, found: SignedIn | None, stage: Stage, afterwards: str) -> SignedIn | Response:
    """Return who is at this step, or where somebody else goes who opens its page.

    Raises `Refusal` (403) for somebody else who sends its form.
    """
    if found is not None and found.sign_in.stage == stage:
        return found
    if request.method != "GET":
        raise sign_in_first(request)
    if found is None:
        return RedirectResponse(with_place(SIGN_IN, afterwards), 303)
    if found.sign_in.stage != "done":
        return RedirectResponse(with_place(STEPS[found.sign_in.stage], afterwards), 303)
    return RedirectResponse(safe_place(afterwards), 303)


def _in_turn(request: Request, found: MaybeSignedIn) -> SignedIn | Response:
    return at_stage(request, found, "code", request.query_params.get(AFTERWARDS, ""))


AtCode = Annotated[SignedIn | Response, Depends(_in_turn)]


@router.get("")
def get_code(request: Request, at: AtCode) -> Response:
    """Ask for the code."""
    if isinstance(at, Response):
        return at
    return secret(_page(request, request.query_params.get(AFTERWARDS, "")))


@router.post("")
def post_code(request: Request, at: AtCode, session: WriteSession, fields: Fields, now: Now) -> Response:
    """Use the code up and sign in, with a new token."""
    if isinstance(at, Response):
        return at
    tries.claim_code(request, at.account)
    account = lock_account(session, at.account.id)
    afterwards = fields.text(AFTERWARDS)
    if account is None or not use_code(session, request.app.state.keys, account, fields.text("code"), now):
        return secret(_page(request, afterwards, WRONG))
    tries.forget_codes(request, account)
    response = RedirectResponse(safe_place(afterwards), 303)
    let_through(request, session, at, now, response, account)
    return secret(response)


def _page(request: Request, afterwards: str, errors: tuple[FieldError, ...] = ()) -> Response:
    page = CodePage(action=STEPS["code"], afterwards=afterwards, errors=errors)
    return render(request, "accounts/code.html", page, 422 if errors else 200)
