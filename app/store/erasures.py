"""Queries about what was deleted for good and may still stand in the files of the database."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select

from app.models import Erasure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def note_erasure(session: Session, day: date) -> None:
    """Note, in the transaction that deletes something for good, that its space is to be freed (`app.store.space`)."""
    session.add(Erasure(id=secrets.token_hex(16), made_on=day))
    session.flush()


def list_erasures(session: Session) -> list[str]:
    """Return what was deleted and is perhaps not gone from the files."""
    return list(session.exec(select(Erasure.id)).all())


def forget_erasures(session: Session, erasures: Iterable[str]) -> None:
    """Note that nothing of what these deleted is left in the files."""
    session.exec(delete(Erasure).where(col(Erasure.id).in_(list(erasures))))
