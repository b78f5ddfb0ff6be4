"""What happens with scans: they are made, changed as far as that is still possible, put away, brought back, deleted."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.accounts.audit import Act, note_scan
from app.collaborations.codes import new_code, new_ref
from app.collaborations.kept import check_promise
from app.collaborations.service import (
    Contents,
    contents_of,
    id_of,
    refuse_in_archive,
    require_agreement,
    scans_of,
)
from app.collaborations.state import state_of
from app.collaborations.wanted import WINDOWS, NotAcceptedError, WantedScan, WantedWindow, check_name, check_scan
from app.models import Scan, ScanWindow
from app.store import collaborations, scans
from app.store.drafts import count_drafts
from app.store.erasures import note_erasure
from app.store.invitees import invited_windows
from app.store.responses import count_responses
from app.store.scans import ScanInContext
from app.web.errors import Refusal, not_found
from app.web.forms import FieldError
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from app.db import Session
    from app.store.collaborations import CollaborationInContext
    from questionnaires import WindowId


def add_scan(session: Session, found: CollaborationInContext, wanted: WantedScan, edition: str, today: date) -> Scan:
    """Make a scan with its four windows, each with a code of its own, as the next one of its collaboration.

    Raises `NotAcceptedError`, or `Refusal` for a collaboration in the archive.
    """
    collaborations.lock_collaboration(session, id_of(found.collaboration))
    refuse_in_archive(found)
    _accept(check_scan(wanted, today))
    earlier = scans_of(session, found.collaboration)
    scan = Scan(
        id=secrets.token_hex(16),
        collaboration_id=id_of(found.collaboration),
        name=wanted.name,
        purpose=wanted.purpose,
        period=wanted.period,
        edition=edition,
        closes_on=wanted.closes_on,
        keep_months=wanted.keep_months,
        position=max((one.position for one in earlier), default=0) + 1,
    )
    scans.add_scan(session, scan)
    scans.add_windows(session, [_new_window(scan.id, name, wanted.windows[name]) for name in WINDOWS])
    note_scan(session, Act.SCAN_MADE, ScanInContext(scan, found.collaboration, found.municipality))
    return scan


def _new_window(scan_id: str, name: WindowId, wanted: WantedWindow) -> ScanWindow:
    return ScanWindow(
        scan_id=scan_id,
        window=name,
        is_on=wanted.is_on,
        mode=wanted.mode,
        entry=wanted.entry,
        minimum=wanted.minimum,
        contact=wanted.contact,
        ref=new_ref(),
        code=new_code(),
    )


def change_scan(session: Session, found: ScanInContext, wanted: WantedScan, today: date) -> None:
    """Change an open scan. How a window takes part is fixed from its first answer on; its codes never change.

    Raises `NotAcceptedError`, or `Refusal` for a scan that is not open.
    """
    scan = _locked(session, found)
    refuse_unless_editable(scan, today)
    windows, fixed = windows_by_name(session, scan.id), fixed_windows(session, scan.id)
    broken = [name for name, window in fixed.items() if _differs(window, wanted.windows[name])]
    invited = invited_windows(session, scan.id)
    promised = [
        name
        for name in WINDOWS
        if name in invited and name not in broken and wanted.windows[name].entry != windows[name].entry
    ]
    _accept(
        [
            *check_scan(wanted, today),
            *(check_promise(wanted.keep_months, scan.keep_months) if fixed else ()),
            *(FieldError(f"{name}_part", FIXED) for name in broken),
            *(FieldError(f"{name}_entry", PROMISED) for name in promised),
        ]
    )
    scan.name, scan.purpose, scan.period = wanted.name, wanted.purpose, wanted.period
    scan.closes_on, scan.keep_months = wanted.closes_on, wanted.keep_months
    for name in WINDOWS:
        _change_window(windows[name], wanted.windows[name])
    session.flush()
    note_scan(session, Act.SCAN_CHANGED, found)


FIXED = "In dit venster is al iemand begonnen. Of en hoe het meedoet en het minimum liggen daarom vast."
PROMISED = "In dit venster kregen mensen al een eigen link. Verwijder eerst hun adressen, of laat dit zoals het is."


def _differs(window: ScanWindow, wanted: WantedWindow) -> bool:
    """Whether what is fixed from the first answer on would change; how a window that is off is set does not matter."""
    if window.is_on != wanted.is_on or window.minimum != wanted.minimum:
        return True
    return window.is_on and (window.mode, window.entry) != (wanted.mode, wanted.entry)


def _change_window(window: ScanWindow, wanted: WantedWindow) -> None:
    window.is_on, window.mode, window.entry = wanted.is_on, wanted.mode, wanted.entry
    window.minimum, window.contact = wanted.minimum, wanted.contact


def rename_scan(session: Session, found: ScanInContext, name: str) -> None:
    """Give a scan another name, in whatever state it is; raises `NotAcceptedError`."""
    scan = _locked(session, found)
    _accept(check_name(name))
    scan.name = name
    session.flush()
    note_scan(session, Act.SCAN_CHANGED, found)


def refuse_unless_editable(scan: Scan, today: date) -> None:
    """Raise `Refusal` (409) for a scan that is not open: of that only the name can be changed."""
    if not is_editable(scan, today):
        raise Refusal(
            409,
            title="Deze scan is niet meer te wijzigen",
            explanation="De scan is gesloten of staat in het archief. Er is niets opgeslagen.",
            advice="Alleen de naam kunt u nog wijzigen.",
            way=Link("Wijzig de naam", f"/scans/{scan.id}/beheer/wijzigen"),
        )


def is_editable(scan: Scan, today: date) -> bool:
    """Whether more than the name can be changed."""
    return state_of(scan, today) == "open"


def archive_scan(session: Session, found: ScanInContext, today: date) -> None:
    """Put a scan away: out of the lists, and no answers come in any more."""
    scan = _locked(session, found)
    scan.archived_on = scan.archived_on or today
    session.flush()
    note_scan(session, Act.SCAN_ARCHIVED, found)


def bring_back_scan(session: Session, found: ScanInContext) -> None:
    """Bring a scan back as it was; raises `Refusal` while its collaboration is in the archive."""
    scan = _locked(session, found)
    refuse_in_archive(collaborations.CollaborationInContext(found.collaboration, found.municipality))
    scan.archived_on = None
    session.flush()
    note_scan(session, Act.SCAN_BROUGHT_BACK, found)


def delete_scan(session: Session, found: ScanInContext, seen: str, today: date, *, agreed: bool) -> None:
    """Delete a scan with everything in it; raises `NotAcceptedError` unless the asker saw and agreed to that."""
    scan = _locked(session, found)
    require_agreement(contents_of_scan(session, found), seen, agreed=agreed)
    note_scan(session, Act.SCAN_DELETED, found)
    scans.delete_scan(session, scan)
    note_erasure(session, today)


def contents_of_scan(session: Session, found: ScanInContext) -> Contents:
    """Count what is lost when a scan is deleted."""
    return contents_of(session, [found.scan])


def windows_by_name(session: Session, scan_id: str) -> Mapping[WindowId, ScanWindow]:
    """Return the four windows of a scan in their order."""
    known = {window.window: window for window in scans.list_windows(session, scan_id)}
    return {name: known[name] for name in WINDOWS}


def fixed_windows(session: Session, scan_id: str) -> Mapping[WindowId, ScanWindow]:
    """Return the windows in which somebody has begun, whether or not it was sent: how they take part is fixed."""
    answered = {*count_drafts(session, scan_id), *count_responses(session, scan_id)}
    return {name: window for name, window in windows_by_name(session, scan_id).items() if name in answered}


def _locked(session: Session, found: ScanInContext) -> Scan:
    scan = scans.lock_scan(session, found.scan.id)
    if scan is None:  # deleted a moment ago
        raise not_found()
    return scan


def _accept(errors: Iterator[FieldError] | list[FieldError]) -> None:
    if found := tuple(errors):
        raise NotAcceptedError(found)
