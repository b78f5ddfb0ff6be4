"""Deleting what was kept for long enough: every day, each kind in a transaction of its own.

Everything may be done twice, and by several processes at once: what is gone already is not found again. What cannot be
deleted keeps nothing else from it, and is tried again the next time.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Literal

from app.accounts.audit import Act, note_scan
from app.collaborations.kept import UNSENT, kept_until, months_after
from app.db import Session, begin_alone, begin_writing
from app.retention.accounts import Moment, delete_unused, warn_unused
from app.retention.periods import LOG_YEARS
from app.store import retention as store
from app.store.erasures import note_erasure
from app.store.scans import find_scan, lock_scan
from app.store.sign_ins import delete_ended
from app.store.space import free_space
from app.store.typing_links import delete_ended_links
from app.web.formatting import AMSTERDAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from app.db import Engine
    from app.models import Scan

Kind = Literal[
    "scans",
    "responses",
    "comments",
    "drafts",
    "invitees",
    "messages",
    "typing_links",
    "sign_ins",
    "accounts",
    "warned",
    "entries",
]
Counts = Counter[Kind]
Step = tuple[str, "Callable[[Session], Counts]"]

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Purged:
    """What was deleted, by kind; which steps failed; and whether it is also gone from the files."""

    counts: Counts = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    is_freed: bool = True


def purge(engine: Engine, moment: Moment, *, rewrite: bool = False) -> Purged:
    """Delete everything that was kept for long enough, and free its space.

    With `rewrite` the files are written anew also when nothing was deleted: answers that people changed, took back or
    sent leave old versions behind, and of those nothing is noted.
    """
    purged = Purged()
    for name, step in _steps(engine, moment):
        try:
            with begin_alone(engine) as session:
                purged.counts += step(session)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the others are deleted
            _log.error("%s could not be deleted: %s", name, type(error).__name__)
            purged.failed.append(name)
    if rewrite:
        with begin_writing(engine) as session:
            note_erasure(session, moment.today)
    purged.is_freed = free_space(engine)
    return purged


def _steps(engine: Engine, moment: Moment) -> Iterator[Step]:
    """Everything that may have to be deleted, by the name that it has in the log of the server."""
    with Session(engine) as session:
        due = [scan.id for scan in store.list_scans_with_answers(session) if _is_over(scan, moment.today)]
    for scan_id in due:
        yield f"the answers of scan {scan_id}", partial(_delete_answers, moment=moment, scan_id=scan_id)
    yield "unsent questionnaires", partial(_delete_drafts, moment=moment)
    yield "addresses of closed scans", partial(_delete_addresses, moment=moment)
    yield "links to type forms over", partial(_delete_typing_links, moment=moment)
    yield "sign-ins that ended", lambda session: Counter({"sign_ins": delete_ended(session, moment.now)})
    yield "unused accounts", lambda session: Counter({"accounts": delete_unused(session, moment)})
    yield "letters about unused accounts", lambda session: Counter({"warned": warn_unused(session, moment)})
    yield "old lines of the log", partial(_delete_entries, moment=moment)


def _is_over(scan: Scan, today: date) -> bool:
    until = kept_until(scan)
    return until is not None and today >= until and scan.answers_deleted_on is None


def _delete_answers(session: Session, moment: Moment, scan_id: str) -> Counts:
    """Delete the answers of a scan, unless somebody else did, or it was deleted, since it was found to be due."""
    scan = lock_scan(session, scan_id)
    found = find_scan(session, scan_id)
    if scan is None or found is None or not _is_over(scan, moment.today):
        return Counter()
    counts: Counts = Counter(
        {
            "scans": 1,
            "responses": store.delete_responses(session, scan_id),
            "comments": store.delete_comments(session, scan_id),
        }
    )
    scan.answers_deleted_on = moment.today
    session.add(scan)
    note_erasure(session, moment.today)
    note_scan(session, Act.ANSWERS_DELETED, found)
    return counts


def _delete_drafts(session: Session, moment: Moment) -> Counts:
    counts: Counts = Counter({"drafts": store.delete_untouched_drafts(session, moment.today - UNSENT)})
    return _erased(session, moment, counts)


def _delete_addresses(session: Session, moment: Moment) -> Counts:
    """Closing a scan deletes its addresses itself; this is the net below it."""
    counts: Counts = Counter(
        {
            "invitees": store.forget_invitees_of_closed_scans(session),
            "messages": store.delete_late_messages(session, moment.today),
        }
    )
    return _erased(session, moment, counts)


def _delete_typing_links(session: Session, moment: Moment) -> Counts:
    """Closing a scan deletes its links itself; these ended before."""
    return _erased(session, moment, Counter({"typing_links": delete_ended_links(session, moment.today)}))


def _delete_entries(session: Session, moment: Moment) -> Counts:
    """By the clock of the machine, as lines are written, and a day later than the database allows by its own."""
    day = months_after(datetime.now(AMSTERDAM).date(), -12 * LOG_YEARS) - timedelta(days=1)
    before = datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)
    return _erased(session, moment, Counter({"entries": store.delete_old_entries(session, before)}))


def _erased(session: Session, moment: Moment, counts: Counts) -> Counts:
    """Let the space be freed where something was deleted."""
    if counts.total():
        note_erasure(session, moment.today)
    return counts
