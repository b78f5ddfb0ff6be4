"""The scan at an address, for who moderates it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from app.accounts.asker import Asker
from app.accounts.audit import acts_for
from app.accounts.dependencies import Somebody, not_yours
from app.comments.service import Moderation, open_moderation
from app.db import ReadSession, Session, WriteSession
from app.web.dependencies import AllEditions, Editions
from app.web.house.wearing import wear_that_of


def _moderator(asker: Somebody) -> Asker:
    if not asker.moderates:
        raise not_yours("Opmerkingen lezen en vrijgeven kan alleen een moderator.")
    return asker


def _moderated(
    request: Request, session: ReadSession, editions: AllEditions, asker: Somebody, scan_id: str
) -> Moderation:
    return _open(request, session, editions, asker, scan_id)


def _moderated_to_change(
    request: Request, session: WriteSession, editions: AllEditions, asker: Somebody, scan_id: str
) -> Moderation:
    acts_for(session, asker)
    return _open(request, session, editions, asker, scan_id)


def _open(request: Request, session: Session, editions: Editions, asker: Asker, scan_id: str) -> Moderation:
    moderation = open_moderation(session, editions, asker, scan_id)
    if not moderation.found.scan.is_example:
        wear_that_of(request, session, moderation.found.municipality)
    return moderation


Moderator = Annotated[Asker, Depends(_moderator)]
"""Somebody who moderates any scan."""
Moderated = Annotated[Moderation, Depends(_moderated)]
"""The closed scan at this address, to read; for who does not moderate it there is nothing here (404)."""
ModeratedToChange = Annotated[Moderation, Depends(_moderated_to_change)]
"""The same in the session that writes."""
