"""The cookie of a browser in which somebody signed in before. It opens nothing: their tries are counted apart."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import Request, Response

    from app.models import Account

NAME, PATH, PURPOSE = "apparaat", "/inloggen", "device"
REMEMBERED = 365 * 24 * 60 * 60
"""Seconds."""


def remember(response: Response, request: Request, account: Account) -> None:
    """Let a browser know that this account signed in here; one that knew it already keeps what it has."""
    device = device_in(request, account) or secrets.token_urlsafe(16)
    response.set_cookie(
        NAME,
        request.app.state.keys.seal(PURPOSE, f"{account.id} {device}"),
        max_age=REMEMBERED,
        path=PATH,
        httponly=True,
        samesite="lax",
        secure=request.app.state.settings.is_https,
    )


def device_in(request: Request, account: Account | None) -> str | None:
    """Return how this browser is called by who signed in here before as this account, or None."""
    sealed = request.cookies.get(NAME, "")
    if account is None or not sealed:
        return None
    known: str | None = request.app.state.keys.unseal(PURPOSE, sealed, seconds=REMEMBERED)
    account_id, _, device = (known or "").partition(" ")
    return device if account_id == account.id and device else None
