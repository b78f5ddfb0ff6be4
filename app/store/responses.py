"""Queries about questionnaires that were sent. Nothing in them leads back: no date, no token, no order."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlmodel import Session, col, func, select

from app.models import Comment, Response
from app.store.answers import load_answers, load_comments
from app.store.drafts import delete_draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.models import Draft


def add_response(session: Session, response: Response, comments: Mapping[str, str]) -> None:
    """Add a questionnaire as it was sent, with its comments by subject, each apart under a key of its own.

    The keys are random, and rows go in by their keys: the order in which they lie says nothing either.
    """
    where = {"scan_id": response.scan_id, "window": response.window}
    apart = {new_key(): written for written in comments.items()}
    session.add(response)
    session.add_all(Comment(id=key, subject=apart[key][0], text=apart[key][1], **where) for key in sorted(apart))
    session.flush()


def new_key() -> str:
    """Return a new random key; it says nothing about what it is the key of."""
    return secrets.token_hex(16)


def send(session: Session, draft: Draft) -> None:
    """Make of a draft a questionnaire that was sent, under a new key, and delete the draft with the way back to it.

    The caller has the draft to itself (`app.store.visits.hold_arrival`), so that it is sent once.
    """
    response = Response(
        id=new_key(),
        scan_id=draft.scan_id,
        window=draft.window,
        role=draft.role,
        participants=draft.participants,
        answers=load_answers(session, draft.id),
    )
    comments = load_comments(session, draft.id)
    delete_draft(session, draft)
    add_response(session, response, comments)


def count_responses(session: Session, scan_id: str) -> dict[str, int]:
    """Return how many questionnaires were sent, by window; a window without any is not in it."""
    counted = select(col(Response.window), func.count()).where(col(Response.scan_id) == scan_id)
    return dict(session.exec(counted.group_by(col(Response.window))).all())
