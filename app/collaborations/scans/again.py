"""Measuring again: the next scan of a collaboration, with the settings of the one that was closed last.

What two results are compared by stays the same: the windows, how each is answered, the minimum and whom to ask. The
rules, the locks and the log are those of every new scan.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.collaborations.forms import comparable
from app.collaborations.page import again_of, desk_of
from app.collaborations.scans.form import form_of_scan, understood
from app.collaborations.scans.naming import month_of, next_name, next_purpose
from app.collaborations.scans.service import add_scan, windows_by_name
from app.collaborations.service import id_of, refuse_in_archive, scans_of
from app.collaborations.state import running_scan, scan_to_follow, state_of
from app.collaborations.wanted import NotAcceptedError
from app.store.collaborations import CollaborationInContext, lock_collaboration
from app.web.errors import Refusal
from app.web.forms import FieldError
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.collaborations.scans.form import ScanForm
    from app.db import Session
    from app.models import Scan
    from app.store.scans import ScanInContext

ASKED = ("name", "purpose", "purpose_other", "period", "closes_on")
"""The fields of what is chosen anew; everything else is as it was."""


def next_form(session: Session, found: ScanInContext, today: date) -> ScanForm:
    """Return the form of the scan that follows this one, with a suggestion for what is chosen anew."""
    scan, here = found.scan, scans_of(session, found.collaboration)
    number = sum(one.closed_on is not None for one in here) + 1
    form = replace(
        form_of_scan(scan, windows_by_name(session, scan.id).values()),
        name=next_name(scan.name, (one.name for one in here), number, today.year),
        period=month_of(today),
        closes_on="",
    )
    purpose = next_purpose(scan.purpose)
    return form if purpose == scan.purpose else replace(form, purpose=purpose, purpose_other="")


def measure_again(session: Session, found: ScanInContext, form: ScanForm, edition: str, today: date) -> Scan:
    """Make the scan that follows this one; of two who do so at the same moment, one does.

    Raises `NotAcceptedError`, also for a name that a scan of this collaboration has already, and `Refusal` (409) where
    this is not the scan that is measured again now.
    """
    lock_collaboration(session, id_of(found.collaboration))
    refuse_unless_last(session, found, today)
    wanted = understood(form, today)
    if comparable(wanted.name) in {comparable(one.name) for one in scans_of(session, found.collaboration)}:
        raise NotAcceptedError((FieldError("name", NAME_IN_USE),))
    return add_scan(session, _context(found), wanted, edition, today)


NAME_IN_USE = "Deze samenwerking heeft al een scan met deze naam. Kies een andere naam."


def faults_of(form: ScanForm, today: date) -> tuple[FieldError, ...]:
    """Return what is wrong with a form, nothing where a scan can be made of it."""
    try:
        understood(form, today)
    except NotAcceptedError as refused:
        return refused.errors
    return ()


def outdated(errors: Iterable[FieldError]) -> tuple[str, ...]:
    """Return what is wrong with the settings that were taken over, and that only the whole form can put right."""
    return tuple(error.message for error in errors if error.field not in ASKED)


def refuse_unless_last(session: Session, found: ScanInContext, today: date) -> None:
    """Raise `Refusal` (409) unless this is the scan that is measured again now."""
    refuse_in_archive(_context(found))
    here = scans_of(session, found.collaboration)
    state, running = state_of(found.scan, today), running_scan(here, today)
    if state == "archived":
        raise _in_archive(found.scan)
    if state != "closed":
        raise _still_open(found.scan)
    if running is not None:
        raise _runs_already(running)
    last = scan_to_follow(here, today)
    if last is not None and last.id != found.scan.id:
        raise _measured_since(last)


def _context(found: ScanInContext) -> CollaborationInContext:
    return CollaborationInContext(found.collaboration, found.municipality)


def _in_archive(scan: Scan) -> Refusal:
    return Refusal(
        409,
        title="Deze scan staat in het archief",
        explanation="Een scan in het archief krijgt geen vervolg. Er is niets gemaakt.",
        advice="Haal de scan eerst terug uit het archief.",
        way=Link("Naar deze scan", desk_of(scan)),
    )


def _still_open(scan: Scan) -> Refusal:
    return Refusal(
        409,
        title="De vorige scan is nog open",
        explanation=f"‘{scan.name}’ is nog niet gesloten. Er is niets gemaakt.",
        advice="Meet opnieuw als er van deze scan een uitslag is.",
        way=Link("Naar deze scan", desk_of(scan)),
    )


def _runs_already(scan: Scan) -> Refusal:
    return Refusal(
        409,
        title="Er staat al een scan klaar",
        explanation=f"‘{scan.name}’ van deze samenwerking is nog niet gesloten. Er is geen tweede scan gemaakt.",
        advice="Ga met die scan verder, of meet opnieuw als hij gesloten is.",
        way=Link(f"Naar ‘{scan.name}’", desk_of(scan)),
    )


def _measured_since(scan: Scan) -> Refusal:
    return Refusal(
        409,
        title="Na deze scan is er al gemeten",
        explanation=f"‘{scan.name}’ is de laatste gesloten scan van deze samenwerking. Er is niets gemaakt.",
        advice="Een volgende scan neemt de instellingen van die laatste scan over.",
        way=Link("Meet opnieuw", again_of(scan)),
    )
