"""The addresses of signing in with OpenID Connect: going to the provider, and coming back."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.dependencies import AFTERWARDS, SIGN_IN
from app.accounts.door.letting_in import let_in, secret
from app.accounts.door.openid import not_invited, not_signed_in, who_is
from app.accounts.door.service import safe_place
from app.accounts.openid import Attempt, Identity, OpenIdError, OpenIdProvider
from app.db import begin_writing
from app.web.dependencies import Now, absolute
from app.web.errors import not_found

if TYPE_CHECKING:
    from datetime import datetime

WHERE = f"{SIGN_IN}/openid"
BACK = f"{WHERE}/terug"
COOKIE, PURPOSE, SECONDS = "openid", "openid", 600

router = APIRouter(prefix=WHERE)
log = logging.getLogger(__name__)


def _provider(request: Request) -> OpenIdProvider:
    provider: OpenIdProvider | None = request.app.state.openid
    if provider is None:
        raise not_found()
    return provider


Provider = Annotated[OpenIdProvider, Depends(_provider)]


@router.get("")
def get_provider(request: Request, provider: Provider, now: Now) -> Response:
    """Send the browser to the provider; a link does so, because a form may not lead to another website."""
    afterwards = safe_place(request.query_params.get(AFTERWARDS, ""))
    try:
        address, attempt = provider.begin(absolute(request, BACK), afterwards, now)
    except OpenIdError as error:
        log.warning("signing in with OpenID Connect cannot begin: %s", error.reason)
        raise not_signed_in(error) from error
    response = RedirectResponse(address, 303)
    response.set_cookie(
        COOKIE,
        request.app.state.keys.seal(PURPOSE, attempt.to_text()),
        max_age=SECONDS,
        path=SIGN_IN,
        httponly=True,
        samesite="lax",
        secure=request.app.state.settings.is_https,
    )
    return secret(response)


@router.get("/terug")
def get_back(request: Request, provider: Provider, now: Now) -> Response:
    """Sign in who comes back from the provider. What was remembered is forgotten, whatever comes of it."""
    forgotten = _forget(request)
    try:
        identity, afterwards = _identity(request, provider, now)
    except OpenIdError as error:
        log.warning("signing in with OpenID Connect failed: %s", error.reason)
        refused = not_signed_in(error)
        refused.headers = forgotten
        raise refused from error
    with begin_writing(request.app.state.engine) as session:
        account = who_is(session, identity)
        if account is None:
            refused = not_invited()
            refused.headers = forgotten
            raise refused
        response = let_in(request, session, account, "openid", now, safe_place(afterwards))
    response.headers.append("Set-Cookie", forgotten["Set-Cookie"])
    return secret(response)


def _identity(request: Request, provider: OpenIdProvider, now: datetime) -> tuple[Identity, str]:
    """Return who comes back, and where they wanted to go. Nothing is held open while the provider is asked."""
    kept = request.app.state.keys.unseal(PURPOSE, request.cookies.get(COOKIE, ""), seconds=SECONDS)
    attempt = Attempt.from_text(kept)
    return provider.finish(attempt, dict(request.query_params), now), attempt.afterwards


def _forget(request: Request) -> dict[str, str]:
    response = Response()
    response.delete_cookie(
        COOKIE, path=SIGN_IN, httponly=True, samesite="lax", secure=request.app.state.settings.is_https
    )
    return {"Set-Cookie": response.headers["set-cookie"]}
