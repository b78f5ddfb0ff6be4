"""What several addresses of this room need: a role at its place, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.people.page import BY_HAND, BY_MAIL, DONE
from app.store.grants import list_roles_in
from app.web.errors import not_found

if TYPE_CHECKING:
    from fastapi import Request

    from app.db import Session
    from app.models import Municipality
    from app.store.grants import HeldRole


def role_in(
    session: Session,
    municipality: Municipality,
    grant_id: int,
    *,
    collaboration_id: int | None = None,
    scan_id: str | None = None,
) -> HeldRole:
    """Return a role in a municipality, or only in a collaboration or a scan of it. Raises `Refusal` (404)."""
    for one in list_roles_in(session, municipality.code):
        is_here = collaboration_id in {None, one.grant.collaboration_id} and scan_id in {None, one.grant.scan_id}
        if one.id == grant_id and is_here:
            return one
    raise not_found()


def how_told(request: Request) -> str:
    """How a message reaches people from this installation."""
    return BY_MAIL if request.app.state.settings.mails else BY_HAND


def just_done(request: Request) -> str:
    """What was just done, where the address has a word for it; else an empty text."""
    return DONE.get(request.query_params.get("gedaan", ""), "")
