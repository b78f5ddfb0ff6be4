"""The addresses of closing and of the ambition. Every one of them is for who manages the scan."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.managed import ManagedScan, ScanToChange
from app.closing.ambition import refuse_unless_closed, set_ambition
from app.closing.ambition_page import WITHDRAWN, Typed, build_ambition
from app.closing.page import CONFIRM, NOT_CONFIRMED, build_closed, build_closing
from app.closing.service import close_scan, preview, refuse_unless_open
from app.collaborations.wanted import NotAcceptedError
from app.db import ReadSession, Session, WriteSession
from app.store.measurements import find_measurement
from app.store.results import list_results
from app.store.scans import ScanInContext
from app.web.afterwards import freeing
from app.web.dependencies import AllEditions, Today
from app.web.errors import not_found
from app.web.forms import FieldError, Fields
from app.web.rendering import render

router = APIRouter(prefix="/scans/{scan_id}")


@router.get("/beheer/sluiten")
def get_closing(
    request: Request, session: ReadSession, editions: AllEditions, today: Today, found: ManagedScan
) -> Response:
    """What closing means; for a closed scan what came of it."""
    edition, measurement = editions[found.scan.edition], find_measurement(session, found.scan.id)
    if measurement is not None:
        return render(request, "closing/closed.html", build_closed(found, edition, measurement))
    refuse_unless_open(found.scan, today)
    page = build_closing(found, edition, preview(session, editions, found.scan))
    return render(request, "closing/close.html", page)


@router.post("/beheer/sluiten")
def post_closing(
    request: Request,
    session: WriteSession,
    editions: AllEditions,
    today: Today,
    found: ScanToChange,
    fields: Fields,
) -> Response:
    """Close for good, when that was ticked. The space is freed after the answer has left: nobody waits for it."""
    refuse_unless_open(found.scan, today)
    if not fields.checked(CONFIRM):
        errors = (FieldError(CONFIRM, NOT_CONFIRMED),)
        page = build_closing(found, editions[found.scan.edition], preview(session, editions, found.scan), errors)
        return render(request, "closing/close.html", page, 422)
    close_scan(session, editions, found.scan.id, today)
    return RedirectResponse(f"/scans/{found.scan.id}/beheer/sluiten", 303, background=freeing(request.app.state))


@router.get("/ambitie")
def get_ambition(request: Request, session: ReadSession, editions: AllEditions, found: ManagedScan) -> Response:
    """The ambition now, what can be chosen, and what was chosen before."""
    return _ambition_page(request, session, editions, found)


@router.post("/ambitie")
def post_ambition(
    request: Request, session: WriteSession, editions: AllEditions, found: ScanToChange, fields: Fields
) -> Response:
    """Choose an ambition, or withdraw it, with a reason."""
    chosen, reason = fields.text("ambition"), fields.text("reason")
    try:
        set_ambition(session, found.scan.id, _ambition(chosen), reason, datetime.now(UTC))
    except NotAcceptedError as refused:
        return _ambition_page(request, session, editions, found, Typed(chosen, reason, refused.errors))
    return RedirectResponse(f"/scans/{found.scan.id}/ambitie", 303)


def _ambition(chosen: str) -> int | None:
    """The model that was chosen; what is no model, or nothing, is 0 and will not be accepted."""
    if chosen == WITHDRAWN:
        return None
    return int(chosen) if chosen in set("1234567") else 0


def _ambition_page(
    request: Request, session: Session, editions: AllEditions, found: ScanInContext, typed: Typed | None = None
) -> Response:
    refuse_unless_closed(found.scan)
    versions = list_results(session, found.scan.id)
    if not versions:
        raise not_found()
    page = build_ambition(found, editions[versions[-1].edition], versions, typed)
    return render(request, "closing/ambition.html", page, 422 if typed else 200)
