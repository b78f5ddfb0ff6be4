"""Noting in the log who reads and takes along a result; an example, which is for everybody, is not noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.audit import Act, acts_for, is_noted_today, note_scan
from app.db import Engine, Session, begin_writing
from app.store.scans import find_scan

if TYPE_CHECKING:
    from app.accounts.asker import Asker


def note_reading(engine: Engine, session: Session, asker: Asker | None, scan_id: str) -> None:
    """Note that somebody reads a result, once a day; `session` is the one in which it is read."""
    if asker is not None and not is_noted_today(session, Act.RESULT_READ, asker, scan_id):
        _note(engine, asker, Act.RESULT_READ, scan_id, "")


def note_export(engine: Engine, asker: Asker | None, scan_id: str, form: str) -> None:
    """Note that somebody takes a result along, each time."""
    if asker is not None:
        _note(engine, asker, Act.RESULT_EXPORTED, scan_id, form)


def _note(engine: Engine, asker: Asker, act: Act, scan_id: str, more: str) -> None:
    with begin_writing(engine) as session:
        found = find_scan(session, scan_id)
        if found is not None and not found.scan.is_example:
            acts_for(session, asker)
            note_scan(session, act, found, more)
