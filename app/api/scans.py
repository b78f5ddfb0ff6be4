"""Scans, for who manages them. The rules are those of `app.collaborations`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, BackgroundTasks, Query, Response
from pydantic import Field

from app.accounts.access import managed_collaboration, managed_scan
from app.api.body import JsonRoute
from app.api.collaborations import Verwijderen, require_consent
from app.api.dependencies import Desk, ReadingDesk, ScanId, WritingDesk
from app.api.models import Sent
from app.api.problems import InputProblem, InvalidInputError, may_answer
from app.api.scan_models import (
    ENTRANCES,
    ENTRIES,
    MODES,
    STATUSES,
    WAYS,
    GewijzigdeScan,
    NieuweScan,
    Scan,
    ScanKort,
    Scans,
    Venster,
    VensterWens,
    VensterWijziging,
    VolgendeScan,
)
from app.api.wanted import refused
from app.collaborations import service
from app.collaborations.codes import grouped
from app.collaborations.counts import told_counts
from app.collaborations.forms import on_one_line
from app.collaborations.scans import again
from app.collaborations.scans import service as scan_service
from app.collaborations.scans.form import OTHER
from app.collaborations.scans.keeping import keep_answers
from app.collaborations.state import state_of
from app.collaborations.wanted import WINDOWS, NotAcceptedError, WantedScan, WantedWindow
from app.models import LARGEST_ID
from app.store import collaborations, scans
from app.store.scans import ScanInContext
from app.web.afterwards import free_space_afterwards
from app.web.dependencies import CurrentEdition, absolute
from app.web.errors import Refusal
from scoring import MINIMUM_DEFAULT

if TYPE_CHECKING:
    from datetime import date

    from fastapi import Request

    from app.collaborations.counts import Told
    from app.collaborations.scans.form import ScanForm
    from app.db import Session
    from app.models import ScanWindow
    from app.store.collaborations import CollaborationInContext
    from questionnaires import WindowId

router = APIRouter(prefix="/scans", tags=["Scans"], route_class=JsonRoute)


class ScanFilter(Sent):
    """Which scans somebody wants."""

    samenwerking: int | None = Field(default=None, ge=1, le=LARGEST_ID, description="Alleen die van deze samenwerking.")
    gearchiveerd: bool = Field(default=False, description="Ook wat in het archief ligt.")


@router.get("", summary="Scans tonen", description="De scans die u beheert, zonder de voorbeelden.")
def list_scans(desk: ReadingDesk, wanted: Annotated[ScanFilter, Query()]) -> Scans:
    """The scans that the asker manages."""
    known = {
        service.id_of(found.collaboration): found
        for found in collaborations.list_collaborations(desk.session, desk.asker.managed)
        if wanted.samenwerking in {None, found.collaboration.id}
    }
    return Scans(
        scans=[
            _short(ScanInContext(scan, known[scan.collaboration_id].collaboration, found.municipality), desk.today)
            for scan in scans.list_scans(desk.session, list(known))
            if (found := known[scan.collaboration_id]) and (wanted.gearchiveerd or scan.archived_on is None)
        ]
    )


@router.post(
    "",
    status_code=201,
    summary="Een scan maken",
    description="Een scan met vier vensters, die meteen openstaat. De header Location noemt het adres ervan.",
    responses=may_answer(409),
)
def add_scan(desk: WritingDesk, edition: CurrentEdition, response: Response, sent: NieuweScan) -> Scan:
    """Make a scan."""
    found = _collaboration(desk, sent.samenwerking)
    wanted = WantedScan(
        name=on_one_line(sent.naam),
        purpose=on_one_line(sent.doel),
        period=on_one_line(sent.periode),
        closes_on=sent.sluit_op,
        keep_months=sent.bewaar_maanden,
        windows={name: _wanted_window(name, getattr(sent.vensters, name)) for name in WINDOWS},
    )
    try:
        scan = scan_service.add_scan(desk.session, found, wanted, edition.id, desk.today)
    except NotAcceptedError as error:
        raise refused(error) from error
    response.headers["Location"] = f"/v1/scans/{scan.id}"
    return scan_given(desk, ScanInContext(scan, found.collaboration, found.municipality))


@router.get("/{id}", summary="Eén scan", description="De scan met zijn vier vensters, codes en aantallen.")
def get_scan(desk: ReadingDesk, scan_id: ScanId) -> Scan:
    """One scan."""
    return scan_given(desk, managed_scan(desk.session, desk.asker, scan_id))


@router.post(
    "/{id}/opnieuw",
    status_code=201,
    summary="Opnieuw meten",
    description="De volgende scan van de samenwerking, met dezelfde vensters, minima en contacten als deze. Dat kan "
    "met de laatste gesloten scan, zolang er geen andere openstaat. De editie is de nieuwste: verschilt zij van die "
    "van deze scan, dan is niet alles te vergelijken. De header Location noemt het adres van de nieuwe scan.",
    responses=may_answer(409),
)
def measure_again(
    desk: WritingDesk, scan_id: ScanId, edition: CurrentEdition, response: Response, sent: VolgendeScan
) -> Scan:
    """Make the scan that follows one."""
    found = managed_scan(desk.session, desk.asker, scan_id)
    form = _next_form(again.next_form(desk.session, found, desk.today), sent)
    try:
        scan = again.measure_again(desk.session, found, form, edition.id, desk.today)
    except NotAcceptedError as error:
        raise again.outdated_refusal(found.scan, error) or refused(error) from error
    response.headers["Location"] = f"/v1/scans/{scan.id}"
    return scan_given(desk, ScanInContext(scan, found.collaboration, found.municipality))


@router.patch(
    "/{id}",
    summary="Een scan wijzigen",
    description="Wat u weglaat, blijft zoals het is. Hoe een venster meedoet, ligt vast zodra daar iemand begon. "
    "Van een gesloten scan zijn alleen de naam en de bewaartermijn te wijzigen. Die termijn wordt alleen korter zodra "
    "er iemand begon.",
    responses=may_answer(409),
)
def change_scan(desk: WritingDesk, scan_id: ScanId, sent: GewijzigdeScan) -> Scan:
    """Change, put away or bring back a scan."""
    found = managed_scan(desk.session, desk.asker, scan_id)
    if sent.gearchiveerd is False:
        scan_service.bring_back_scan(desk.session, found)
    try:
        _change(desk, found, sent)
    except NotAcceptedError as error:
        raise refused(error) from error
    if sent.gearchiveerd:
        scan_service.archive_scan(desk.session, found, desk.today)
    return scan_given(desk, found)


@router.delete(
    "/{id}",
    status_code=204,
    response_class=Response,
    summary="Een scan verwijderen",
    description="Met alles wat erin zit, voorgoed.",
    responses=may_answer(409),
)
def delete_scan(
    desk: WritingDesk, scan_id: ScanId, how: Annotated[Verwijderen, Query()], after: BackgroundTasks
) -> None:
    """Delete a scan with everything in it; the space is freed after the answer."""
    found = managed_scan(desk.session, desk.asker, scan_id)
    contents = scan_service.contents_of_scan(desk.session, found)
    require_consent(contents, agreed=how.met_antwoorden)
    scan_service.delete_scan(desk.session, found, contents.stamp, desk.today, agreed=True)
    after.add_task(free_space_afterwards, desk.request.app.state)


def scan_given(desk: Desk, found: ScanInContext) -> Scan:
    """Return a scan as the API gives it."""
    windows = scan_service.windows_by_name(desk.session, found.scan.id)
    told = told_counts(desk.session, found.scan, windows.values())
    return Scan(
        **_short(found, desk.today).model_dump(),
        vensters=[_window(desk.request, name, windows[name], told[name]) for name in WINDOWS],
    )


def _collaboration(desk: Desk, collaboration_id: int) -> CollaborationInContext:
    """The collaboration that a body names: what is not there, or not theirs, is a fault of the input."""
    try:
        return managed_collaboration(desk.session, desk.asker, min(collaboration_id, LARGEST_ID))
    except Refusal as refusal:
        detail = "Deze samenwerking bestaat niet, of u beheert haar niet."
        raise InvalidInputError([InputProblem(detail=detail, pointer="#/samenwerking")]) from refusal


def _wanted_window(name: WindowId, sent: VensterWens) -> WantedWindow:
    return WantedWindow(
        is_on=sent.aan,
        mode=MODES[sent.wijze],
        entry=ENTRIES[sent.toegang],
        minimum=MINIMUM_DEFAULT[name] if sent.minimum is None else sent.minimum,
        contact=on_one_line(sent.contact),
    )


def _next_form(form: ScanForm, sent: VolgendeScan) -> ScanForm:
    if sent.doel is not None:
        form = replace(form, purpose=OTHER, purpose_other=on_one_line(sent.doel))
    return replace(
        form,
        name=form.name if sent.naam is None else on_one_line(sent.naam),
        period=form.period if sent.periode is None else on_one_line(sent.periode),
        closes_on=sent.sluit_op.isoformat() if sent.sluit_op else "",
    )


def _change(desk: Desk, found: ScanInContext, sent: GewijzigdeScan) -> None:
    """Change what was sent; a scan that is closed or put away can still have another name, or a shorter period."""
    asked = sent.model_fields_set - {"gearchiveerd"}
    if asked and asked <= {"naam", "bewaar_maanden"}:
        if sent.naam is not None:
            scan_service.rename_scan(desk.session, found, on_one_line(sent.naam))
        if sent.bewaar_maanden is not None:
            keep_answers(desk.session, found, sent.bewaar_maanden)
    elif asked:
        scan_service.change_scan(desk.session, found, _wanted(desk.session, found, sent), desk.today)


def _wanted(session: Session, found: ScanInContext, sent: GewijzigdeScan) -> WantedScan:
    scan, windows = found.scan, scan_service.windows_by_name(session, found.scan.id)
    return WantedScan(
        name=scan.name if sent.naam is None else on_one_line(sent.naam),
        purpose=scan.purpose if sent.doel is None else on_one_line(sent.doel),
        period=scan.period if sent.periode is None else on_one_line(sent.periode),
        closes_on=sent.sluit_op if "sluit_op" in sent.model_fields_set else scan.closes_on,
        keep_months=scan.keep_months if sent.bewaar_maanden is None else sent.bewaar_maanden,
        windows={name: _changed_window(windows[name], getattr(sent.vensters, name)) for name in WINDOWS},
    )


def _changed_window(window: ScanWindow, sent: VensterWijziging) -> WantedWindow:
    return WantedWindow(
        is_on=window.is_on if sent.aan is None else sent.aan,
        mode=MODES[sent.wijze or WAYS[window.mode]],
        entry=ENTRIES[sent.toegang or ENTRANCES[window.entry]],
        minimum=window.minimum if sent.minimum is None else sent.minimum,
        contact=window.contact if sent.contact is None else on_one_line(sent.contact),
    )


def _short(found: ScanInContext, today: date) -> ScanKort:
    scan = found.scan
    return ScanKort(
        id=scan.id,
        samenwerking=scan.collaboration_id,
        gemeente=found.municipality.code,
        naam=scan.name,
        doel=scan.purpose,
        periode=scan.period,
        nummer=scan.position,
        editie=scan.edition,
        status=STATUSES[state_of(scan, today)],
        sluit_op=scan.closes_on,
        gesloten_op=scan.closed_on,
        bewaar_maanden=scan.keep_months,
        antwoorden_gewist_op=scan.answers_deleted_on,
        gearchiveerd_op=scan.archived_on,
    )


def _window(request: Request, name: WindowId, window: ScanWindow, told: Told) -> Venster:
    is_open = window.entry == "open"
    return Venster(
        venster=name,
        aan=window.is_on,
        wijze=WAYS[window.mode],
        toegang=ENTRANCES[window.entry],
        minimum=window.minimum,
        contact=window.contact,
        code=grouped(window.code) if is_open else None,
        link=absolute(request, f"/m/{grouped(window.code)}") if is_open else None,
        verstuurd=told.sent,
        begonnen=told.begun,
        geteld_per=told.group,
    )
