"""Whether comments wait for a moderator: yes or no per window, for who manages the scan and sees no comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results.service import latest_reading
from app.results.voices import may_be_seen
from app.store.comments import list_states

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.db import Session
    from questionnaires import Edition


def windows_that_wait(editions: Mapping[str, Edition], session: Session, scan_id: str) -> frozenset[str]:
    """Return the windows in which at least one comment that may be seen was not judged yet."""
    waiting = {(window, subject) for window, subject, state in list_states(session, scan_id) if state == "waiting"}
    reading = latest_reading(session, editions, scan_id) if waiting else None
    if reading is None:
        return frozenset()
    return frozenset(window for window, subject in waiting if may_be_seen(reading, window, subject))
