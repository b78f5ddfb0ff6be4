"""The cookie of a typist: it shows that this browser is the one that began with the link. It says nothing of anybody.

It ends with the browser and goes to the pages of one link only.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.responding.visit import token_hash

if TYPE_CHECKING:
    from fastapi import Request, Response

    from app.models import TypingLink

NAME = "overtypen"


def new_holder() -> str:
    """Return what a browser will hold."""
    return secrets.token_urlsafe(32)


def give(response: Response, request: Request, link: TypingLink, holder: str) -> None:
    """Let this browser type with a link until it is closed."""
    secure: bool = request.app.state.settings.is_https
    response.set_cookie(NAME, holder, path=path_of(link.id), httponly=True, samesite="lax", secure=secure)


def holds(request: Request, link: TypingLink) -> bool:
    """Whether this is the browser that began with a link."""
    held = request.cookies.get(NAME, "")
    return bool(held) and secrets.compare_digest(token_hash(held), link.holder_hash)


def path_of(link_id: str) -> str:
    """Where the pages of a link stand."""
    return f"/typen/{link_id}"
