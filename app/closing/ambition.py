"""The ambition of a scan: which of the seven models it aims for, and why. Every choice is kept as a version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.audit import Act, note_scan
from app.collaborations.page import desk_of
from app.collaborations.wanted import NotAcceptedError
from app.models import Result
from app.store.measurements import find_measurement
from app.store.results import add_result, find_result
from app.store.scans import find_scan, lock_scan
from app.web.errors import Refusal, not_found
from app.web.forms import FieldError
from app.web.page import Link
from scoring import record_under, result_outline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.db import Session
    from app.models import Scan

MODELS = range(1, 8)
SHORTEST_REASON, LONGEST_REASON = 10, 2000
"""Characters."""


def set_ambition(session: Session, scan_id: str, ambition: int | None, reason: str, now: datetime) -> int:
    """Give a closed scan this ambition, a model 1..7 or None to withdraw it, and return the version of the result.

    The result under it is made from the frozen measurement, as a new version; earlier ones stay as they are. What
    stands already, with the same reason, adds nothing. Raises `Refusal` for a scan that is not closed, or put away,
    and `NotAcceptedError` for an ambition or a reason that does not fit.
    """
    scan = lock_scan(session, scan_id)
    if scan is None:
        raise not_found()
    refuse_unless_closed(scan)
    if errors := tuple(check_ambition(ambition, reason)):
        raise NotAcceptedError(errors)
    measurement, latest = find_measurement(session, scan_id), find_result(session, scan_id)
    if measurement is None or latest is None:
        raise not_found()
    if (latest.ambition, latest.ambition_reason) == (ambition, reason):
        return latest.version
    record = record_under(measurement.document, ambition)
    added = Result(
        scan_id=scan_id,
        version=latest.version + 1,
        ambition=ambition,
        ambition_reason=reason,
        edition=measurement.edition,
        method=measurement.method,
        record=record,
        outline=result_outline(record["result"]),
        created_at=now,
    )
    if found := find_scan(session, scan_id):
        note_scan(session, Act.AMBITION_CHOSEN, found, f"model {ambition}" if ambition else "ingetrokken")
    return add_result(session, added).version


def check_ambition(ambition: int | None, reason: str) -> Iterator[FieldError]:
    """Give every rule about an ambition and its reason that is broken."""
    if ambition is not None and ambition not in MODELS:
        yield FieldError("ambition", "Kies een van de zeven vormen.")
    if len(reason) < SHORTEST_REASON:
        yield FieldError("reason", f"Schrijf in ten minste {SHORTEST_REASON} tekens waarom u dit kiest.")
    if len(reason) > LONGEST_REASON:
        yield FieldError("reason", f"Deze toelichting is te lang: gebruik hoogstens {LONGEST_REASON} tekens.")


def refuse_unless_closed(scan: Scan) -> None:
    """Raise `Refusal` (409) for a scan without a result yet, or one that was put away."""
    if scan.archived_on is not None:
        raise Refusal(
            409,
            title="Deze scan staat in het archief",
            explanation="Bij een scan in het archief is de ambitie niet te veranderen. Er is niets veranderd.",
            advice="Haal de scan eerst terug uit het archief.",
            way=Link("Naar deze scan", desk_of(scan)),
        )
    if scan.closed_on is None:
        raise Refusal(
            409,
            title="Deze scan is nog niet gesloten",
            explanation="Een ambitie kiest u als de uitslag bekend is. Er is niets veranderd.",
            advice="Sluit eerst de scan.",
            way=Link("Naar deze scan", desk_of(scan)),
        )
