"""A link of one person, in the hands of that person: it lets them in, and lets them send once.

What is noted of sending says nothing of what was sent, and not at once who: a mark, that fits nobody without the key of
the installation. When enough marks have come they are taken together (`app.models.invitee`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.collaborations.counts import batch_of
from app.collaborations.invitees.links import mac_of, mark_of, personal_code
from app.store import invitees

if TYPE_CHECKING:
    from app.db import Session
    from app.keys import Keys
    from app.models import ScanWindow
    from app.store.scans import WindowInContext


class NotYoursError(Exception):
    """Somebody who sends without the link of a person who was invited in this window."""


class UsedError(Exception):
    """Somebody who sends with a link that was used."""


def is_invited(session: Session, keys: Keys, found: WindowInContext, text: str) -> bool:
    """Whether this is the code of a link of this window. It makes no difference whether it was used."""
    code = personal_code(text)
    if code is None:
        return False
    return invitees.find_done(session, found.scan.id, found.window.window, mac_of(keys, code)) is not None


def use_link(session: Session, keys: Keys, window: ScanWindow, text: str) -> None:
    """Use the link with this code up, in the transaction that sends; raises `NotYoursError` or `UsedError`.

    Who sends holds the window, not the row of the person: on PostgreSQL a lock would leave the number of the
    transaction in that row, and the answers have the same number.
    """
    code, place = personal_code(text), (window.scan_id, window.window)
    if code is None:
        raise NotYoursError
    invitees.hold_window(session, *place)
    code_mac = mac_of(keys, code)
    is_done = invitees.find_done(session, *place, code_mac)
    if is_done is None:
        raise NotYoursError
    if is_done or not invitees.add_mark(session, *place, mark_of(keys, code_mac)):
        raise UsedError
    _settle_when_enough(session, keys, window)


def _settle_when_enough(session: Session, keys: Keys, window: ScanWindow) -> None:
    """Note who are done, as soon as they are many enough. Marks of who was taken away meanwhile do not count."""
    place, batch = (window.scan_id, window.window), batch_of(window)
    marks = invitees.list_marks(session, *place)
    if len(marks) < batch:
        return
    known = invitees.list_invitees(session, *place)
    sent = [one.id for one in known if not one.is_done and mark_of(keys, one.code_mac) in marks]
    if len(sent) >= batch:
        invitees.settle(session, *place, sent)
