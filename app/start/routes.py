"""The address where everybody begins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.accounts.dependencies import MaybeAsker
from app.collaborations.dependencies import WhereCommentsWait
from app.db import ReadSession
from app.pages.service import home
from app.start.managing import Around
from app.start.service import start_page
from app.web.dependencies import AllEditions, CurrentEdition, Today
from app.web.rendering import render

router = APIRouter()


def _around(
    session: ReadSession, asker: MaybeAsker, editions: AllEditions, today: Today, waits: WhereCommentsWait
) -> Around | None:
    return Around(session, editions, today, asker, waits) if asker else None


@router.get("/")
def get_start(
    request: Request,
    session: ReadSession,
    edition: CurrentEdition,
    editions: AllEditions,
    around: Annotated[Around | None, Depends(_around)],
) -> Response:
    """For a stranger what this is; for who is signed in what they can do now."""
    public = home(session, edition, editions)
    if around is None:
        return render(request, "pages/home.html", public)
    return render(request, "start/start.html", start_page(around, public, mails=request.app.state.settings.mails))
