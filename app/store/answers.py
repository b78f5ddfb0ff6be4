"""Queries about what stands in a draft: answers and comments, one statement each to save or to take away.

Saving an answer is what happens most by far, so it goes past the objects of the ORM. It is an upsert: of several saves
at once none fails, and the last one counts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete
from sqlalchemy import select as select_columns
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, select

from app.models import Draft, DraftAnswer, DraftComment, Scan, ScanWindow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Executable
    from sqlmodel import Session

    from app.models import Table

Upserts = dict[str, "Executable"]


def _upserts(table: type[Table], of: str, value: str) -> Upserts:
    """Build the statement that adds a row or changes its value, per kind of database."""
    key = ["draft_id", of]
    on_sqlite, on_postgresql = sqlite.insert(table), postgresql.insert(table)
    return {
        "sqlite": on_sqlite.on_conflict_do_update(index_elements=key, set_={value: on_sqlite.excluded[value]}),
        "postgresql": on_postgresql.on_conflict_do_update(
            index_elements=key, set_={value: on_postgresql.excluded[value]}
        ),
    }


_SAVE_ANSWER = _upserts(DraftAnswer, "item", "value")
_SAVE_COMMENT = _upserts(DraftComment, "subject", "text")


def _upsert(session: Session, statements: Upserts, row: dict[str, str]) -> None:
    connection = session.connection()
    connection.execute(statements[connection.dialect.name], row)


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with what decides whether an answer in it may be saved: of its window and of its scan."""

    id: str
    window: str
    touched_on: date
    is_on: bool
    edition: str
    closes_on: date | None
    closed_on: date | None
    archived_on: date | None


_FIND_TO_ANSWER = (
    select_columns(
        col(Draft.id),
        col(Draft.window),
        col(Draft.touched_on),
        col(ScanWindow.is_on),
        col(Scan.edition),
        col(Scan.closes_on),
        col(Scan.closed_on),
        col(Scan.archived_on),
    )
    .where(
        col(Draft.token_hash) == bindparam("token_hash"),
        col(ScanWindow.ref) == bindparam("ref"),
        col(ScanWindow.scan_id) == col(Draft.scan_id),
        col(ScanWindow.window) == col(Draft.window),
        col(Scan.id) == col(Draft.scan_id),
    )
    .with_for_update(read=True, key_share=True, of=Draft)
)


def find_draft_to_answer(session: Session, ref: str, token_hash: str) -> OpenDraft | None:
    """Return the draft of this window that is resumed with the token of this hash, or None.

    On PostgreSQL it is not sent, wiped or closed until this transaction ends; others may answer in it meanwhile.
    """
    row = session.connection().execute(_FIND_TO_ANSWER, {"ref": ref, "token_hash": token_hash}).one_or_none()
    return OpenDraft(*row) if row else None


def save_answer(session: Session, draft_id: str, item: str, value: Any) -> None:
    """Save the answer to an item, in the place of an earlier one; the draft must exist."""
    _upsert(session, _SAVE_ANSWER, {"draft_id": draft_id, "item": item, "value": json.dumps(value)})


def remove_answer(session: Session, draft_id: str, item: str) -> None:
    """Take an answer back; it does not matter whether there was one."""
    session.exec(delete(DraftAnswer).where(col(DraftAnswer.draft_id) == draft_id, col(DraftAnswer.item) == item))


def load_answers(session: Session, draft_id: str) -> dict[str, Any]:
    """Return the answers of a draft by item, in the order of the ids, which says nothing about when they were given."""
    wanted = select(col(DraftAnswer.item), col(DraftAnswer.value)).where(col(DraftAnswer.draft_id) == draft_id)
    return {item: json.loads(value) for item, value in session.exec(wanted.order_by(col(DraftAnswer.item)))}


def save_comment(session: Session, draft_id: str, subject: str, text: str) -> None:
    """Save the comment on a subject, in the place of an earlier one; without text it is taken away."""
    if text:
        _upsert(session, _SAVE_COMMENT, {"draft_id": draft_id, "subject": subject, "text": text})
    else:
        mine = (col(DraftComment.draft_id) == draft_id, col(DraftComment.subject) == subject)
        session.exec(delete(DraftComment).where(*mine))


def load_comments(session: Session, draft_id: str) -> dict[str, str]:
    """Return the comments of a draft by subject."""
    wanted = select(col(DraftComment.subject), col(DraftComment.text)).where(col(DraftComment.draft_id) == draft_id)
    return dict(session.exec(wanted.order_by(col(DraftComment.subject))).all())
