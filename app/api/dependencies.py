"""Who is asking, and what may stand in an address.

Whoever changes something with the API shows a token, also on the machine of a developer: otherwise any page that is
open in a browser there could do it as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Path, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

from app.accounts.asker import Asker
from app.accounts.audit import acts_for
from app.accounts.tokens import asker_with
from app.db import ReadSession, Session, WriteSession
from app.models import LARGEST_ID
from app.web.dependencies import Today

SCHEME = "token"

_bearer = HTTPBearer(
    scheme_name=SCHEME,
    auto_error=False,
    description="Een token voor één gemeente of voor alle gemeenten. De beheerder maakt het met `vensterscan token`.",
)


def _asker_or_stranger(
    request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> Asker | None:
    """Return who shows a token, None who shows nothing; a token that nobody has is refused everywhere.

    The session ends here, so that a request never holds one connection while it waits for another.
    """
    if "authorization" not in request.headers:
        return None
    with Session(request.app.state.engine) as session:
        asker = asker_with(session, shown.credentials) if shown else None
    if asker is None:
        raise HTTPException(401)
    return asker


MaybeTokenAsker = Annotated[Asker | None, Depends(_asker_or_stranger)]
"""Who shows a token; None for a stranger."""


def _asker(asker: MaybeTokenAsker) -> Asker:
    if asker is None:
        raise HTTPException(401)
    return asker


TokenAsker = Annotated[Asker, Depends(_asker)]
"""Who shows a token; a stranger gets 401."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What somebody who manages scans works with."""

    request: Request
    session: Session
    asker: Asker
    today: date


def _reading(request: Request, session: ReadSession, asker: TokenAsker, today: Today) -> Desk:
    return Desk(request, session, asker, today)


def _writing(request: Request, session: WriteSession, asker: TokenAsker, today: Today) -> Desk:
    acts_for(session, asker)
    return Desk(request, session, asker, today)


ReadingDesk = Annotated[Desk, Depends(_reading)]
"""Somebody with a token, to look at something."""
WritingDesk = Annotated[Desk, Depends(_writing, scope="function")]
"""The same, to change something."""

CollaborationId = Annotated[int, Path(alias="id", ge=1, le=LARGEST_ID, description="Het nummer van de samenwerking.")]
ScanId = Annotated[
    str, Path(alias="id", pattern=r"^[a-z0-9-]{1,100}$", description="De naam van de scan in het adres.")
]

MAY_BE_ANYBODY: dict[str, Any] = {"security": [{}]}
"""For the description of an operation: it can also be asked without a token."""
