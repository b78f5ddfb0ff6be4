"""The addresses of making and managing scans."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.managed import CollaborationToChange, ManagedCollaboration, ManagedScan, ScanToChange
from app.collaborations.confirm import archive_scan_page, delete_scan_page
from app.collaborations.dependencies import Absolute, Done, ForNewScans, WhereCommentsWait
from app.collaborations.forms import on_one_line
from app.collaborations.page import address_of, desk_of
from app.collaborations.scans import service
from app.collaborations.scans.again import next_form
from app.collaborations.scans.desk import DeskPage, desk_page
from app.collaborations.scans.differences import differences
from app.collaborations.scans.form import form_of_scan, new_scan, next_scan, read_scan_form, understood
from app.collaborations.scans.moderating import moderating
from app.collaborations.scans.page import change_scan_page, name_page, new_scan_page
from app.collaborations.service import refuse_in_archive, scans_of
from app.collaborations.state import scan_to_follow
from app.collaborations.wanted import NotAcceptedError
from app.db import ReadSession, WriteSession
from app.store.scans import ScanInContext
from app.web.afterwards import freeing
from app.web.dependencies import AllEditions, Today
from app.web.forms import Fields
from app.web.rendering import render, wants_fragment

if TYPE_CHECKING:
    from datetime import date

    from app.collaborations.scans.form import ScanForm
    from app.db import Session
    from app.store.collaborations import CollaborationInContext
    from app.web.forms import FormFields

router = APIRouter()

NEW = "/samenwerkingen/{collaboration_id}/scans/nieuw"
SCAN = "/scans/{scan_id}/beheer"
FORM = "collaborations/scan_form.html"
CONFIRM = "collaborations/confirm.html"
DESK = "collaborations/desk.html"


@router.get(NEW)
def get_new_scan(
    request: Request,
    session: ReadSession,
    found: ManagedCollaboration,
    new: ForNewScans,
    done: Done,
) -> Response:
    """The form for a new scan; from the second on with the windows of the scan before it."""
    refuse_in_archive(found)
    follows = _followed(session, found, new.today)
    form = next_form(session, follows, new.today) if follows else _first_form(session, found, new.today)
    differs = differences(follows, new.editions, new.edition.id) if follows else None
    return render(request, FORM, new_scan_page(found, new.edition, form, differs=differs, done=done))


def _followed(session: Session, found: CollaborationInContext, today: date) -> ScanInContext | None:
    last = scan_to_follow(scans_of(session, found.collaboration), today)
    return ScanInContext(last, found.collaboration, found.municipality) if last else None


def _first_form(session: Session, found: CollaborationInContext, today: date) -> ScanForm:
    earlier = scans_of(session, found.collaboration)
    if not earlier:
        return new_scan(today)
    last = earlier[-1]
    return next_scan(today, service.windows_by_name(session, last.id).values(), last.keep_months)


@router.post(NEW)
def post_new_scan(
    request: Request,
    session: WriteSession,
    found: CollaborationToChange,
    fields: Fields,
    new: ForNewScans,
) -> Response:
    """Make a scan, and show its links."""
    refuse_in_archive(found)
    form = read_scan_form(fields, {})
    try:
        scan = service.add_scan(session, found, understood(form, new.today), new.edition.id, new.today)
    except NotAcceptedError as refused:
        follows = _followed(session, found, new.today)
        differs = differences(follows, new.editions, new.edition.id) if follows else None
        page = new_scan_page(found, new.edition, form, refused.errors, differs=differs)
        return render(request, FORM, page, 422)
    return RedirectResponse(f"{desk_of(scan)}?gedaan=klaargezet", 303)


def _desk(
    session: ReadSession,
    found: ManagedScan,
    editions: AllEditions,
    today: Today,
    absolute: Absolute,
    waits: WhereCommentsWait,
) -> DeskPage:
    edition = editions[found.scan.edition]
    page = desk_page(session, found, edition, today, absolute)
    return replace(page, moderating=moderating(session, found, edition, waits)) if page.state == "closed" else page


Desk = Annotated[DeskPage, Depends(_desk)]


@router.get(SCAN)
def get_desk(request: Request, page: Desk, done: Done) -> Response:
    """Everything about one scan, and what can be done now."""
    return render(request, DESK, replace(page, done=done))


@router.get(f"{SCAN}/aantallen")
def get_counts(request: Request, page: Desk, stand: str = "") -> Response:
    """How many there are now; to htmx only that part of the page, and nothing where it stands there already."""
    is_part = wants_fragment(request)
    if is_part and stand == page.stamp:
        return Response(status_code=204)
    return render(request, DESK, replace(page, is_part=is_part), fragment="counts")


@router.get(f"{SCAN}/wijzigen")
def get_change_scan(
    request: Request, session: ReadSession, found: ManagedScan, editions: AllEditions, today: Today
) -> Response:
    """The form of a scan; of one that is not open only its name."""
    if not service.is_editable(found.scan, today):
        return render(request, FORM, name_page(found, found.scan.name))
    windows = service.windows_by_name(session, found.scan.id)
    form, fixed = form_of_scan(found.scan, windows.values()), service.fixed_windows(session, found.scan.id)
    return render(request, FORM, change_scan_page(found, editions[found.scan.edition], form, fixed))


@router.post(f"{SCAN}/wijzigen")
def post_change_scan(
    request: Request,
    session: WriteSession,
    found: ScanToChange,
    fields: Fields,
    editions: AllEditions,
    today: Today,
) -> Response:
    """Change a scan. The form of the name alone changes nothing else, in whatever state the scan is."""
    if fields.names() == ["name"]:
        return _rename(request, session, found, fields)
    service.refuse_unless_editable(found.scan, today)
    fixed = service.fixed_windows(session, found.scan.id)
    form = read_scan_form(fields, fixed, found.scan.keep_months)
    try:
        service.change_scan(session, found, understood(form, today), today)
    except NotAcceptedError as refused:
        page = change_scan_page(found, editions[found.scan.edition], form, fixed, refused.errors)
        return render(request, FORM, page, 422)
    return RedirectResponse(f"{desk_of(found.scan)}?gedaan=gewijzigd", 303)


def _rename(request: Request, session: Session, found: ScanInContext, fields: FormFields) -> Response:
    name = on_one_line(fields.text("name"))
    try:
        service.rename_scan(session, found, name)
    except NotAcceptedError as refused:
        return render(request, FORM, name_page(found, name, refused.errors), 422)
    return RedirectResponse(f"{desk_of(found.scan)}?gedaan=gewijzigd", 303)


@router.get(f"{SCAN}/archiveren")
def get_archive_scan(request: Request, found: ManagedScan, today: Today) -> Response:
    """What putting a scan away means."""
    return render(request, CONFIRM, archive_scan_page(found, today))


@router.post(f"{SCAN}/archiveren")
def post_archive_scan(session: WriteSession, found: ScanToChange, today: Today) -> Response:
    """Put a scan away."""
    service.archive_scan(session, found, today)
    return RedirectResponse(f"{desk_of(found.scan)}?gedaan=gearchiveerd", 303)


@router.post(f"{SCAN}/terughalen")
def post_bring_back_scan(session: WriteSession, found: ScanToChange) -> Response:
    """Bring a scan back."""
    service.bring_back_scan(session, found)
    return RedirectResponse(f"{desk_of(found.scan)}?gedaan=teruggehaald", 303)


@router.get(f"{SCAN}/verwijderen")
def get_delete_scan(request: Request, session: ReadSession, found: ManagedScan) -> Response:
    """What is lost when a scan is deleted."""
    return render(request, CONFIRM, delete_scan_page(found, service.contents_of_scan(session, found)))


@router.post(f"{SCAN}/verwijderen")
def post_delete_scan(
    request: Request, session: WriteSession, found: ScanToChange, fields: Fields, today: Today
) -> Response:
    """Delete a scan for ever. The space is freed after the answer has left."""
    try:
        service.delete_scan(session, found, fields.text("seen"), today, agreed=fields.checked("agreed"))
    except NotAcceptedError as refused:
        page = delete_scan_page(found, service.contents_of_scan(session, found))
        return render(request, CONFIRM, page.refused(refused.errors), 422)
    done = f"{address_of(found.collaboration)}?gedaan=scan-verwijderd"
    return RedirectResponse(done, 303, background=freeing(request.app.state))
