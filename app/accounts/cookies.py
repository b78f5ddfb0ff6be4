"""The cookie of who is signed in. With the prefix `__Host-` a browser lets no neighbouring website set or read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.web.security import SESSION_COOKIE

if TYPE_CHECKING:
    from fastapi import Request, Response

    from app.config import Settings


def name(settings: Settings) -> str:
    """Return how the cookie is called; the prefix needs an encrypted connection."""
    return f"__Host-{SESSION_COOKIE}" if settings.is_https else SESSION_COOKIE


def token_in(request: Request) -> str:
    """Return the token that a browser brings, or an empty text."""
    return request.cookies.get(name(request.app.state.settings), "")


def let_in(response: Response, request: Request, token: str) -> None:
    """Let a browser keep a token until it is closed."""
    settings: Settings = request.app.state.settings
    response.set_cookie(name(settings), token, path="/", httponly=True, samesite="lax", secure=settings.is_https)


def let_out(response: Response, request: Request) -> None:
    """Let a browser forget its token."""
    settings: Settings = request.app.state.settings
    response.delete_cookie(name(settings), path="/", httponly=True, samesite="lax", secure=settings.is_https)
