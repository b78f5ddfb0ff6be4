"""What the routes for a coördinator ask for: a window that takes part in a scan of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Depends

from app.accounts.managed import ManagedScan, ScanToChange
from app.collaborations.invitations.page import open_window
from app.db import ReadSession, WriteSession
from app.paper.visits import visit_of
from app.responding.visit import Visit
from app.store.scans import WindowInContext, lock_scan
from app.web.dependencies import AllEditions, Today
from questionnaires import WindowId

if TYPE_CHECKING:
    from app.db import Session
    from app.store.scans import ScanInContext


def _window(session: Session, found: ScanInContext, name: WindowId) -> WindowInContext:
    own = open_window(session, found, name).own
    return WindowInContext(own, found.scan, found.collaboration, found.municipality)


def _to_read(session: ReadSession, found: ManagedScan, window: WindowId, editions: AllEditions, today: Today) -> Visit:
    return visit_of(_window(session, found, window), editions, today)


def _to_change(
    session: WriteSession, found: ScanToChange, window: WindowId, editions: AllEditions, today: Today
) -> Visit:
    """Nobody sends in this scan meanwhile, and it is not closed."""
    lock_scan(session, found.scan.id)
    return visit_of(_window(session, found, window), editions, today)


WindowHere = Annotated[Visit, Depends(_to_read)]
"""The window at this address, which takes part."""
WindowToChange = Annotated[Visit, Depends(_to_change, scope="function")]
"""The same, to change something."""
