"""Closing a scan: what it will mean, and doing it for good.

Closing is final and counts what was sent. In one transaction it deletes what was not sent, forgets who was invited and
who types, takes every trace of order out of what was sent, measures, and freezes the measurement with its first
result. The space of the deleted rows is freed after it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Literal

from app.accounts.audit import Act, note_scan
from app.collaborations.counts import rounded, told_counts
from app.collaborations.page import desk_of
from app.collaborations.state import state_of
from app.db import Engine, Session, begin_writing
from app.models import Measurement, Result
from app.store import closing as store
from app.store.erasures import note_erasure
from app.store.invitees import forget_addresses
from app.store.measurements import add_measurement
from app.store.messages import delete_invitations
from app.store.results import add_result
from app.store.scans import find_scan, list_windows, lock_scan
from app.store.space import free_space
from app.store.typing_links import delete_links
from app.web.errors import Refusal, not_found
from app.web.page import Link
from scoring import build_panels, frozen_measurement, read_scan, record_under, result_outline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.models import Collaboration, Scan
    from questionnaires import Edition, WindowId
    from scoring import Scan as Answers

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPreview:
    """What closing means for one window that takes part: only counts, whatever its minimum.

    `sent` and `begun` count questionnaires, `usable` respondents; `minimum` is the one in force for these respondents,
    1 where none is. `needed` is how many are lacking. With a `group` above 1 these numbers are told in groups of so
    many, and it stays exact whether anything is lacking (`app.collaborations.counts`).
    """

    window: WindowId
    mode: Literal["individual", "team"]
    sent: int
    begun: int
    usable: int
    minimum: int
    group: int = 1

    @property
    def needed(self) -> int:
        """How many more usable answers the window needs; 0 where it is enough."""
        return max(0, self.minimum - self.usable)


def preview(session: Session, editions: Mapping[str, Edition], scan: Scan) -> tuple[WindowPreview, ...]:
    """What closing this scan now would mean, for each window that takes part, in the order of the edition."""
    edition = editions[scan.edition]
    windows = {window.window: window for window in list_windows(session, scan.id) if window.is_on}
    told = told_counts(session, scan, windows.values())
    answers = _answers(session, edition, scan)
    panels = {panel.window.id: panel for panel in build_panels(edition.instrument, answers.responses, answers.minimum)}
    return tuple(
        WindowPreview(
            window=order.id,
            mode="team" if windows[order.id].mode == "team" else "individual",
            sent=rounded(panels[order.id].responses, told[order.id].group),
            begun=told[order.id].begun,
            usable=rounded(panels[order.id].usable, told[order.id].group),
            minimum=panels[order.id].k,
            group=told[order.id].group,
        )
        for order in edition.file.windows
        if order.id in windows
    )


def close_scan(session: Session, editions: Mapping[str, Edition], scan_id: str, today: date) -> None:
    """Close a scan for good; raises `Refusal` when it is closed already or put away, and changes nothing then.

    Who sends a questionnaire at this moment was counted, or is refused: sending shares the lock that this takes alone.
    """
    scan = lock_scan(session, scan_id)
    if scan is None:
        raise not_found()
    refuse_unless_open(scan, today)
    _close(session, editions[scan.edition], scan, today)


def refuse_unless_open(scan: Scan, today: date) -> None:
    """Raise `Refusal` (409) for a scan that was closed or put away."""
    state = state_of(scan, today)
    if state == "closed":
        raise Refusal(
            409,
            title="Deze scan is al gesloten",
            explanation="Een scan sluiten kan één keer. Er is niets veranderd.",
            advice="De uitslag staat klaar.",
            way=Link("Naar de uitslag", f"/scans/{scan.id}"),
        )
    if state == "archived":
        raise Refusal(
            409,
            title="Deze scan staat in het archief",
            explanation="Een scan in het archief is niet te sluiten. Er is niets veranderd.",
            advice="Haal de scan eerst terug uit het archief.",
            way=Link("Naar deze scan", desk_of(scan)),
        )


def close_due(engine: Engine, editions: Mapping[str, Edition], today: date) -> int:
    """Close every scan whose closing date has passed, free the space, and return how many were closed.

    For the start of the service, and every few minutes after. Several processes may do it at once.
    """
    closed = close_due_scans(engine, editions, today)
    if not free_space(engine):
        _log.warning("the space of deleted rows could not be freed yet; it is tried again later")
    return closed


def close_due_scans(engine: Engine, editions: Mapping[str, Edition], today: date) -> int:
    """Close every scan whose closing date has passed, each by itself, and return how many that were.

    One that cannot be closed keeps no other from it. The log names it and the kind of error, and no answers.
    """
    with Session(engine) as session:
        due = store.list_due_scans(session, today)
    closed = 0
    for scan_id in due:
        try:
            with begin_writing(engine) as session:
                closed += _close_when_due(session, editions, scan_id, today)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the others are closed
            _log.error("scan %s is due and could not be closed: %s", scan_id, type(error).__name__)
    return closed


def _close_when_due(session: Session, editions: Mapping[str, Edition], scan_id: str, today: date) -> bool:
    """Close a scan unless somebody else did, or gave it more time, since it was found to be due."""
    scan = lock_scan(session, scan_id)
    if scan is None or state_of(scan, today) != "due":
        return False
    _close(session, editions[scan.edition], scan, today)
    return True


def _close(session: Session, edition: Edition, scan: Scan, today: date) -> None:
    store.delete_drafts(session, scan.id)
    store.shuffle_rows(session, scan.id)
    answers = _answers(session, edition, scan)
    measured = frozen_measurement(edition.instrument, answers.responses, answers.minimum)
    method = edition.instrument.method
    add_measurement(
        session,
        Measurement(scan_id=scan.id, edition=edition.id, method=method, document=measured, measured_on=today),
    )
    first_record = record_under(measured, None)
    first = Result(
        scan_id=scan.id,
        version=1,
        edition=edition.id,
        method=method,
        record=first_record,
        outline=result_outline(first_record["result"]),
        created_at=datetime.combine(today, time(12), UTC),  # the day is enough
    )
    add_result(session, first)
    forget_addresses(session, scan.id)
    delete_invitations(session, scan.id)
    delete_links(session, scan.id)
    note_erasure(session, today)
    scan.closed_on = today
    if found := find_scan(session, scan.id):
        _keep_scope(scan, found.collaboration)
        note_scan(session, Act.SCAN_CLOSED, found)
    session.add(scan)
    session.flush()


def _keep_scope(scan: Scan, collaboration: Collaboration) -> None:
    """Whom the scan was about stays as it was, also when the collaboration is described anew for a next scan."""
    scan.target_group, scan.partners = collaboration.target_group, collaboration.partners


def _answers(session: Session, edition: Edition, scan: Scan) -> Answers:
    """What was sent in the windows that take part, through the door by which all answers come to the scoring."""
    windows = [window for window in list_windows(session, scan.id) if window.is_on]
    taking_part = {window.window for window in windows}
    document = {
        "minimum": {window.window: window.minimum for window in windows},
        "responses": [
            {"window": sent.window, "role": sent.role, "participants": sent.participants, "answers": sent.answers}
            for sent in store.load_responses(session, scan.id)
            if sent.window in taking_part
        ],
    }
    return read_scan(document, edition.instrument)
