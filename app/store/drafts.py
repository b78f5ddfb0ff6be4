"""Queries about drafts: questionnaires that were begun and not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, func, select

from app.models import Draft

if TYPE_CHECKING:
    from datetime import date


def find_draft(session: Session, token_hash: str) -> Draft | None:
    """Return the draft that is resumed with the token of this hash, or None."""
    return session.exec(select(Draft).where(col(Draft.token_hash) == token_hash)).one_or_none()


def add_draft(session: Session, draft: Draft) -> Draft:
    """Add a draft; its id and the hash of its token must be new."""
    session.add(draft)
    session.flush()
    return draft


def touch_draft(session: Session, draft: Draft, day: date) -> None:
    """Note the day on which a draft was last used; days, never times, are known of it."""
    if draft.touched_on != day:
        draft.touched_on = day
        session.add(draft)
        session.flush()


def delete_draft(session: Session, draft: Draft) -> None:
    """Delete a draft with its answers and comments."""
    session.delete(draft)
    session.flush()


def count_drafts(session: Session, scan_id: str) -> dict[str, int]:
    """Return how many questionnaires were begun and not sent, by window; a window without any is not in it."""
    counted = select(col(Draft.window), func.count()).where(col(Draft.scan_id) == scan_id).group_by(col(Draft.window))
    return dict(session.exec(counted).all())
