"""What people left in a scan beside what they sent: questionnaires that they began, and comments."""

from __future__ import annotations

import json
import secrets
from datetime import date

from sqlmodel import Session

from app.models import Comment, Draft, DraftAnswer, DraftComment
from questionnaires import WindowId
from tests.app.scans import ROLES, SetUp, full_answers

SECRET = "dit stond alleen in een concept"


def add_draft(session: Session, set_up: SetUp, window: WindowId = "inwoner") -> Draft:
    """Add a questionnaire that was begun, with an answer and a comment, `SECRET`."""
    draft = Draft(
        id=secrets.token_hex(16),
        scan_id=set_up.scan.id,
        window=window,
        token_hash=secrets.token_hex(32),
        role=ROLES[window],
        touched_on=date(2026, 6, 29),
    )
    session.add(draft)
    session.flush()
    item, value = next(iter(full_answers(window).items()))
    session.add(DraftAnswer(draft_id=draft.id, item=item, value=json.dumps(value)))
    session.add(DraftComment(draft_id=draft.id, subject=item.rpartition("_")[0], text=SECRET))
    session.flush()
    return draft


def add_comment(
    session: Session, set_up: SetUp, words: str, window: str = "professional", subject: str = "pro_visie"
) -> Comment:
    """Add a comment that was sent."""
    comment = Comment(id=secrets.token_hex(16), scan_id=set_up.scan.id, window=window, subject=subject, text=words)
    session.add(comment)
    session.flush()
    return comment
