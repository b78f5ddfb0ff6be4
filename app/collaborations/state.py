"""In what state a scan is, as everybody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

State = Literal["open", "due", "closed", "archived"]


class Dated(Protocol):
    """A scan, or as much of it as decides its state."""

    @property
    def closes_on(self) -> date | None:
        """The last day on which it takes answers."""

    @property
    def closed_on(self) -> date | None:
        """The day on which it was closed."""

    @property
    def archived_on(self) -> date | None:
        """The day on which it was put away."""


SomeScan = TypeVar("SomeScan", bound=Dated)


class TakingPart(Protocol):
    """A window, or as much of it as says whether it takes part."""

    @property
    def is_on(self) -> bool:
        """Whether it takes part."""


def state_of(scan: Dated, today: date) -> State:
    """Return the state of a scan: open for answers, past its closing date, closed, or put away."""
    if scan.archived_on is not None:
        return "archived"
    if scan.closed_on is not None:
        return "closed"
    return "due" if scan.closes_on is not None and today > scan.closes_on else "open"


def takes_answers(scan: Dated, window: TakingPart, today: date) -> bool:
    """Whether somebody can answer in this window today: it takes part, and the scan is open."""
    return window.is_on and state_of(scan, today) == "open"


def running_scan(scans: Iterable[SomeScan], today: date) -> SomeScan | None:
    """Return the first of these scans that is neither closed nor put away, or None."""
    return next((scan for scan in scans if state_of(scan, today) in {"open", "due"}), None)


def scan_to_follow(scans: Iterable[SomeScan], today: date) -> SomeScan | None:
    """Return which of the scans of a collaboration, from first to last, is measured again: the last that is closed.

    None where none is closed, and while one still runs: that is the next scan already.
    """
    known = list(scans)
    closed = [scan for scan in known if state_of(scan, today) == "closed"]
    return closed[-1] if closed and running_scan(known, today) is None else None
