"""The addresses of the invitation of a window."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.managed import ManagedScan
from app.collaborations.dependencies import Absolute
from app.collaborations.invitations.page import (
    Windows,
    in_every_language,
    invitation_page,
    invitations_page,
    open_window,
    open_windows,
    poster_page,
    qr_code,
    refuse_personal,
)
from app.collaborations.invitations.texts import Occasion
from app.db import ReadSession
from app.web.dependencies import AllEditions, Today
from app.web.errors import not_found
from app.web.rendering import render
from questionnaires import WindowId

router = APIRouter(prefix="/scans/{scan_id}/beheer/{window}")
together = APIRouter()
"""The one address that is about all windows; it stands before those with the name of a window."""


def _windows(session: ReadSession, found: ManagedScan, window: WindowId) -> Windows:
    return open_window(session, found, window)


Invited = Annotated[Windows, Depends(_windows)]
"""The window at this address, which takes part."""


def _open_to_all(found: ManagedScan, windows: Invited) -> Windows:
    refuse_personal(found, windows)
    return windows


OpenToAll = Annotated[Windows, Depends(_open_to_all)]
"""The same, where everybody has the same link."""


def _occasion(
    session: ReadSession, found: ManagedScan, windows: Invited, editions: AllEditions, absolute: Absolute
) -> Occasion:
    return in_every_language(session, found, windows, editions[found.scan.edition], absolute)


InvitedTo = Annotated[Occasion, Depends(_occasion)]
"""What an invitation to that window tells."""


@router.get("")
def get_invitation(
    request: Request, found: ManagedScan, windows: Invited, occasion: InvitedTo, today: Today, absolute: Absolute
) -> Response:
    """The link, the code and the text to send; where each person has a link, the addresses instead."""
    if windows.own.entry == "personal":
        return RedirectResponse(f"{request.url.path}/adressen", 303)
    page = invitation_page(found, windows, occasion, today, absolute)
    return render(request, "collaborations/invitation.html", page)


@together.get("/scans/{scan_id}/beheer/uitnodigingen")
def get_invitations(
    request: Request,
    session: ReadSession,
    found: ManagedScan,
    editions: AllEditions,
    today: Today,
    absolute: Absolute,
) -> Response:
    """The texts to send of all windows."""
    edition = editions[found.scan.edition]
    windows = open_windows(session, found)
    invited = [(one, in_every_language(session, found, one, edition, absolute)) for one in windows]
    page = invitations_page(found, invited, today, absolute)
    return render(request, "collaborations/invitations.html", page)


@router.get("/poster")
def get_poster(
    request: Request,
    found: ManagedScan,
    windows: OpenToAll,
    editions: AllEditions,
    occasion: InvitedTo,
    absolute: Absolute,
) -> Response:
    """The poster to print."""
    page = poster_page(found, windows, editions[found.scan.edition], occasion, absolute)
    return render(request, "collaborations/poster.html", page)


@router.get("/qr.svg")
def get_qr_code(_windows: OpenToAll, occasion: InvitedTo, taal: Annotated[str, Query(max_length=5)] = "") -> Response:
    """The QR code of the link, or of the link for a language that the window is offered in."""
    links = {one.code: one.link for one in occasion.languages} | {"": occasion.link}
    if taal not in links:
        raise not_found()
    return Response(qr_code(links[taal]), media_type="image/svg+xml")
