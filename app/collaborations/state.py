"""In what state a scan is, as everybody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from app.models import Scan, ScanWindow

State = Literal["open", "due", "closed", "archived"]


def state_of(scan: Scan, today: date) -> State:
    """Return the state of a scan: open for answers, past its closing date, closed, or put away."""
    if scan.archived_on is not None:
        return "archived"
    if scan.closed_on is not None:
        return "closed"
    return "due" if scan.closes_on is not None and today > scan.closes_on else "open"


def takes_answers(scan: Scan, window: ScanWindow, today: date) -> bool:
    """Whether somebody can answer in this window today: it takes part, and the scan is open."""
    return window.is_on and state_of(scan, today) == "open"
