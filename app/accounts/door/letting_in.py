"""Letting somebody in, whichever way they came: one place, so that no way forgets a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from fastapi.responses import RedirectResponse

from app.accounts import cookies, devices, sign_ins
from app.accounts.audit import Act, note
from app.accounts.dependencies import AFTERWARDS, STEPS
from app.accounts.door.service import HOME, safe_place
from app.accounts.hashes import hash_of_token
from app.store.sign_ins import end_sign_in

if TYPE_CHECKING:
    from datetime import datetime

    from fastapi import Request, Response

    from app.accounts.sign_ins import Way
    from app.db import Session
    from app.models import Account
    from app.store.sign_ins import SignedIn

WAYS: dict[str, str] = {
    "password": "met een wachtwoord",
    "link": "met een link per e-mail",
    "openid": "bij de eigen organisatie",
    "example": "als voorbeeld",
}
"""How somebody came in, in words."""


def let_in(request: Request, session: Session, account: Account, way: Way, now: datetime, afterwards: str) -> Response:
    """Sign somebody in and send their browser on: to the second step, or where they wanted to go."""
    if before := cookies.token_in(request):
        end_sign_in(session, hash_of_token(before))
    token = sign_ins.begin(session, request.app.state.settings, account, way, now)
    begun = sign_ins.current(session, token, now)
    if begun is not None and begun.sign_in.stage != "done":
        response = RedirectResponse(with_place(STEPS[begun.sign_in.stage], afterwards), 303)
        cookies.let_in(response, request, token)
        return response
    response = RedirectResponse(safe_place(afterwards), 303)
    welcome(request, session, response, account, token, way)
    return response


def let_through(
    request: Request, session: Session, signed_in: SignedIn, now: datetime, response: Response, account: Account
) -> str:
    """Sign in who passed the second step, with a token of which nobody knew before, and return it."""
    token = sign_ins.finish(session, signed_in, now)
    welcome(request, session, response, account, token, signed_in.sign_in.way)
    return token


def welcome(request: Request, session: Session, response: Response, account: Account, token: str, way: str) -> None:
    """Note that somebody is in, and let their browser know."""
    note(session, Act.SIGNED_IN, WAYS.get(way, way), by=account)
    cookies.let_in(response, request, token)
    if way != "example":
        devices.remember(response, request, account)


def with_place(address: str, afterwards: str) -> str:
    """Return the address of a step, with where somebody goes after it."""
    place = safe_place(afterwards)
    return f"{address}?{urlencode({AFTERWARDS: place})}" if place != HOME else address


def secret(response: Response) -> Response:
    """Let a page with a secret in its address, or on it, leave no trace in a browser and tell nobody its address.

    With `no-referrer` older browsers would not say either from where its form comes, and that would be refused.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "strict-origin"
    if "ETag" in response.headers:
        del response.headers["ETag"]
    return response
