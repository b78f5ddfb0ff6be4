"""The addresses of the invitation of a window."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.collaborations.dependencies import Absolute, ManagedScan
from app.collaborations.invitations.page import (
    Windows,
    invitation_page,
    invitations_page,
    open_window,
    open_windows,
    poster_page,
    qr_code,
    refuse_personal,
)
from app.db import ReadSession
from app.web.dependencies import AllEditions, Today
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


@router.get("")
def get_invitation(
    request: Request, found: ManagedScan, windows: Invited, editions: AllEditions, today: Today, absolute: Absolute
) -> Response:
    """The link, the code and the text to send; where each person has a link, the addresses instead."""
    if windows.own.entry == "personal":
        return RedirectResponse(f"{request.url.path}/adressen", 303)
    page = invitation_page(found, windows, editions[found.scan.edition], today, absolute)
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
    windows = open_windows(session, found)
    page = invitations_page(found, windows, editions[found.scan.edition], today, absolute)
    return render(request, "collaborations/invitations.html", page)


@router.get("/poster")
def get_poster(
    request: Request, found: ManagedScan, windows: OpenToAll, editions: AllEditions, absolute: Absolute
) -> Response:
    """The poster to print."""
    page = poster_page(found, windows, editions[found.scan.edition], absolute)
    return render(request, "collaborations/poster.html", page)


@router.get("/qr.svg")
def get_qr_code(windows: OpenToAll, absolute: Absolute) -> Response:
    """The QR code of the link."""
    return Response(qr_code(windows, absolute), media_type="image/svg+xml")
