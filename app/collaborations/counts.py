"""How many came, as far as it is told to who manages a scan.

Where each person has a link and nothing is shown below a minimum, it is told in groups of that minimum: whoever sees
the number grow by one, and knows who got a link, would know who it was. After closing everything is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.store.drafts import count_drafts
from app.store.responses import count_responses
from app.web.formatting import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.db import Session
    from app.models import Scan, ScanWindow

SMALLEST_BATCH = 3


def batch_of(window: ScanWindow) -> int:
    """How many links must have been used before any of them is known as used."""
    return max(window.minimum, SMALLEST_BATCH)


@dataclass(frozen=True, slots=True)
class Told:
    """Of one window: what was sent, and what was begun, which is not told in groups. `group` is 1 for a whole count.

    `has_more` says that there is something that is not in these numbers.
    """

    sent: int
    begun: int
    group: int
    has_more: bool

    @property
    def sent_in_words(self) -> str:
        """How many were sent."""
        return in_groups(self.sent, self.group)


def told_counts(session: Session, scan: Scan, windows: Iterable[ScanWindow]) -> dict[str, Told]:
    """Return what is told of each of these windows."""
    sent, begun = count_responses(session, scan.id), count_drafts(session, scan.id)
    return {
        window.window: _told(sent.get(window.window, 0), begun.get(window.window, 0), group_of(scan, window))
        for window in windows
    }


def _told(sent: int, begun: int, group: int) -> Told:
    if group == 1:
        return Told(sent, begun, group, has_more=False)
    return Told(rounded(sent, group), 0, group, has_more=bool(sent % group or begun))


def group_of(scan: Scan, window: ScanWindow) -> int:
    """In groups of how many it is told what came in a window; 1 where every number is told."""
    shows_all = window.entry == "open" or window.mode == "team" or window.minimum == 1 or scan.closed_on is not None
    return 1 if shows_all else batch_of(window)


def rounded(number: int, group: int) -> int:
    """Return a number without what does not fill a group.

    >>> rounded(4, 5), rounded(12, 5), rounded(7, 1)
    (0, 10, 7)
    """
    return number - number % group


def in_groups(number: int, group: int) -> str:
    """Return a number as it is told.

    >>> in_groups(0, 5), in_groups(10, 5), in_groups(7, 1)
    ('minder dan vijf', 'ten minste tien', '7')
    """
    if group == 1:
        return str(number)
    return f"ten minste {whole_number(number)}" if number else f"minder dan {whole_number(group)}"
