"""Closing a scan, and the ambition after that. The rules are those of `app.collaborations`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fastapi import APIRouter, BackgroundTasks

from app.accounts.access import managed_scan
from app.api.body import JsonRoute
from app.api.dependencies import ReadingDesk, ScanId, WritingDesk
from app.api.problems import may_answer
from app.api.results import Versie, version_given
from app.api.scan_models import WAYS, AmbitieKeuze, Scan, Sluiting, VensterVooruitblik, Vooruitblik
from app.api.scans import scan_given
from app.api.wanted import refused
from app.closing.ambition import set_ambition
from app.closing.service import close_scan, preview, refuse_unless_open
from app.collaborations.wanted import NotAcceptedError
from app.results.service import open_result
from app.web.afterwards import free_space_afterwards
from app.web.dependencies import AllEditions

if TYPE_CHECKING:
    from app.closing.service import WindowPreview

router = APIRouter(prefix="/scans/{id}", tags=["Scans"], route_class=JsonRoute)


@router.get(
    "/sluiting",
    summary="Vooruitblik op het sluiten",
    description="Wat er per venster gebeurt als u de scan nu sluit. Er verandert niets.",
    responses=may_answer(409),
)
def get_sluiting(desk: ReadingDesk, editions: AllEditions, scan_id: ScanId) -> Vooruitblik:
    """What closing now would mean."""
    scan = managed_scan(desk.session, desk.asker, scan_id).scan
    refuse_unless_open(scan, desk.today)
    return Vooruitblik(vensters=[_preview_given(window) for window in preview(desk.session, editions, scan)])


@router.post(
    "/sluiting",
    summary="Een scan sluiten",
    description="Voorgoed: wat niet is verstuurd, wordt verwijderd, en de uitslag ligt daarna vast.",
    responses=may_answer(409),
)
def close(desk: WritingDesk, editions: AllEditions, after: BackgroundTasks, scan_id: ScanId, sent: Sluiting) -> Scan:
    """Close a scan for good; the space of what was deleted is freed after the answer."""
    assert sent.definitief  # nothing else passes the form
    found = managed_scan(desk.session, desk.asker, scan_id)
    close_scan(desk.session, editions, scan_id, desk.today)
    after.add_task(free_space_afterwards, desk.request.app.state)
    return scan_given(desk, found)


@router.put(
    "/ambitie",
    summary="De ambitie kiezen of wijzigen",
    description="Elke keuze met een andere reden of een ander model wordt een nieuwe versie van de uitslag.",
    responses=may_answer(409),
)
def set_ambitie(desk: WritingDesk, editions: AllEditions, scan_id: ScanId, sent: AmbitieKeuze) -> Versie:
    """Choose, change or withdraw the ambition."""
    managed_scan(desk.session, desk.asker, scan_id)
    try:
        version = set_ambition(desk.session, scan_id, sent.model, sent.reden.strip(), datetime.now(UTC))
    except NotAcceptedError as error:
        raise refused(error) from error
    versions = open_result(desk.session, editions, desk.asker, scan_id).versions
    return version_given(next(one for one in versions if one.number == version))


def _preview_given(window: WindowPreview) -> VensterVooruitblik:
    return VensterVooruitblik(
        venster=window.window,
        wijze=WAYS[window.mode],
        verstuurd=window.sent,
        begonnen=window.begun,
        bruikbaar=window.usable,
        minimum=window.minimum,
        nog_nodig=window.needed,
        geteld_per=window.group,
    )
