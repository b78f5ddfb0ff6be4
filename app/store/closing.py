"""Queries for closing a scan: what was sent, and removing every trace of who sent what, and when."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, delete, insert, select

from app.models import Comment, Draft, Response, Scan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


def list_due_scans(session: Session, today: date) -> Sequence[str]:
    """Return the scans whose closing date has passed and that are still open."""
    wanted = select(Scan.id).where(
        col(Scan.closes_on) < today, col(Scan.closed_on).is_(None), col(Scan.archived_on).is_(None)
    )
    return session.exec(wanted.order_by(col(Scan.closes_on), col(Scan.id))).all()


def load_responses(session: Session, scan_id: str) -> Sequence[Response]:
    """Return every questionnaire that was sent in a scan."""
    return session.exec(select(Response).where(col(Response.scan_id) == scan_id)).all()


def delete_drafts(session: Session, scan_id: str) -> None:
    """Delete what was begun and not sent in a scan, with its answers and comments."""
    session.exec(delete(Draft).where(col(Draft.scan_id) == scan_id))


def shuffle_rows(session: Session, scan_id: str) -> None:
    """Write the responses and the comments of a scan anew: in random order, under new random keys.

    They came one by one, so the order of the rows and the numbers of their transactions told who came before whom.
    Now they come together. The answers of each stand in the order of their names, not in that of answering.
    """
    responses = [
        {"role": row.role, "participants": row.participants, "answers": dict(sorted(row.answers.items()))} | _place(row)
        for row in load_responses(session, scan_id)
    ]
    comments = [
        {"subject": row.subject, "text": row.text} | _place(row)
        for row in session.exec(select(Comment).where(col(Comment.scan_id) == scan_id))
    ]
    for table, rows in ((Response, responses), (Comment, comments)):
        session.exec(delete(table).where(col(table.scan_id) == scan_id))
        secrets.SystemRandom().shuffle(rows)
        if rows:
            session.exec(insert(table), params=rows)


def _place(row: Response | Comment) -> dict[str, Any]:
    """A new key for a row, in the window where it was."""
    return {"id": secrets.token_hex(16), "scan_id": row.scan_id, "window": row.window}
