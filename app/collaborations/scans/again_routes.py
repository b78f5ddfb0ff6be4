"""The address where the next scan is made from the one before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.managed import ManagedScan, ScanToChange
from app.collaborations.dependencies import ForNewScans
from app.collaborations.forms import on_one_line
from app.collaborations.page import again_of, desk_of
from app.collaborations.scans.again import faults_of, measure_again, next_form, refuse_unless_last
from app.collaborations.scans.again_page import again_page
from app.collaborations.scans.differences import differences
from app.collaborations.service import scans_of
from app.collaborations.state import scan_to_follow
from app.collaborations.wanted import NotAcceptedError
from app.db import ReadSession, WriteSession
from app.web.forms import Fields
from app.web.rendering import render

if TYPE_CHECKING:
    from app.collaborations.scans.form import ScanForm
    from app.web.forms import FormFields

router = APIRouter(prefix="/scans/{scan_id}/beheer/opnieuw")
TEMPLATE = "collaborations/again.html"


@router.get("")
def get_again(
    request: Request,
    session: ReadSession,
    found: ManagedScan,
    new: ForNewScans,
) -> Response:
    """The next scan as it would be made; who comes from an earlier scan is led to the last that was closed."""
    last = scan_to_follow(scans_of(session, found.collaboration), new.today)
    if last is not None and last.id != found.scan.id:
        return RedirectResponse(again_of(last), 303)
    refuse_unless_last(session, found, new.today)
    form = next_form(session, found, new.today)
    differs = differences(found, new.editions, new.edition.id)
    return render(request, TEMPLATE, again_page(session, found, differs, new.edition, form, faults_of(form, new.today)))


@router.post("")
def post_again(
    request: Request,
    session: WriteSession,
    found: ScanToChange,
    fields: Fields,
    new: ForNewScans,
) -> Response:
    """Make the next scan, and show its links."""
    form = _read(fields, next_form(session, found, new.today))
    try:
        scan = measure_again(session, found, form, new.edition.id, new.today)
    except NotAcceptedError as refused:
        differs = differences(found, new.editions, new.edition.id)
        return render(request, TEMPLATE, again_page(session, found, differs, new.edition, form, refused.errors), 422)
    return RedirectResponse(f"{desk_of(scan)}?gedaan=klaargezet", 303)


def _read(fields: FormFields, form: ScanForm) -> ScanForm:
    """The form with what was typed, and everything that is not asked as it was."""
    return replace(
        form,
        name=on_one_line(fields.text("name")),
        purpose=on_one_line(fields.text("purpose")),
        purpose_other=on_one_line(fields.text("purpose_other")),
        period=on_one_line(fields.text("period")),
        closes_on=on_one_line(fields.text("closes_on")),
    )
