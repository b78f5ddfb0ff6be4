"""The address where it is chosen how long the answers of a scan are kept."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.managed import ManagedScan, ScanToChange
from app.collaborations.kept import choices
from app.collaborations.page import desk_of
from app.collaborations.scans.keeping import keep_answers, keeping_page, refuse_when_deleted
from app.collaborations.wanted import NotAcceptedError
from app.db import ReadSession, WriteSession
from app.web.forms import Fields
from app.web.rendering import render

router = APIRouter(prefix="/scans/{scan_id}/beheer/bewaartermijn")
TEMPLATE = "collaborations/keeping.html"


@router.get("")
def get_keeping(request: Request, session: ReadSession, found: ManagedScan) -> Response:
    """How long answers are kept, and what can be chosen."""
    refuse_when_deleted(found.scan)
    return render(request, TEMPLATE, keeping_page(session, found))


@router.post("")
def post_keeping(request: Request, session: WriteSession, found: ScanToChange, fields: Fields) -> Response:
    """Keep them for another time."""
    chosen = fields.text("keep_months")
    try:
        keep_answers(session, found, int(chosen) if chosen in dict(choices()) else 0)
    except NotAcceptedError as refused:
        return render(request, TEMPLATE, keeping_page(session, found, chosen, refused.errors), 422)
    return RedirectResponse(f"{desk_of(found.scan)}?gedaan=gewijzigd", 303)
