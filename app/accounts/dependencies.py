"""Who is asking, for a route: `Coordinator` where one must be known, `MaybeAsker` where that makes a difference."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from app.accounts.asker import Asker, asker_of
from app.accounts.local import is_local_coordinator
from app.db import Session
from app.store.accounts import find_local_account
from app.web.errors import Refusal


def who_is_asking(request: Request) -> Asker | None:
    """Return who is asking, or None for a stranger.

    The session ends here, so that a request never holds one connection while it waits for another.
    """
    if not is_local_coordinator(request.app.state.settings, request):
        return None
    with Session(request.app.state.engine) as session:
        account = find_local_account(session)
        return asker_of(account) if account else None


MaybeAsker = Annotated[Asker | None, Depends(who_is_asking)]


async def _coordinator(asker: MaybeAsker) -> Asker:
    if asker is None:
        raise Refusal(
            403,
            title="Hiervoor heeft u toegang nodig",
            explanation="Scans opzetten, sluiten en lezen kan alleen wie daarvoor toegang heeft.",
            advice="Heeft u een code of een link gekregen om vragen te beantwoorden? Ga dan naar Meedoen.",
        )
    return asker


Coordinator = Annotated[Asker, Depends(_coordinator)]
"""Somebody who manages scans; a stranger gets 403, whatever the address."""
