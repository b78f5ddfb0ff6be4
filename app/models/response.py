"""What respondents give: drafts that can be gone on with, and what was sent, which leads back to nobody.

The two are apart on purpose. A draft knows the hash of the token by which its owner comes back; at sending its answers
go over into a response under a new random key, and the draft is deleted. No table here has a time, an address or a
running number, and on SQLite none has hidden row numbers either: rows lie in the order of their random keys.
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint, Index
from sqlmodel import Field

from app.models.base import Table

IN_ORDER_OF_KEY = {"sqlite_with_rowid": False}


def of_window() -> ForeignKeyConstraint:
    """Return the reference of a row to its window of a scan; a constraint belongs to one table only."""
    return ForeignKeyConstraint(
        ["scan_id", "window"], ["scan_window.scan_id", "scan_window.window"], ondelete="CASCADE"
    )


class Draft(Table, table=True):
    """A questionnaire that was begun and not sent. `touched_on` is the day of its last change, to delete it in time."""

    __table_args__ = (
        of_window(),
        CheckConstraint("participants >= 1", name="participants_from_one"),
        Index("ix_draft_of_window", "scan_id", "window"),
        IN_ORDER_OF_KEY,
    )

    id: str = Field(primary_key=True, max_length=32)
    scan_id: str = Field(max_length=100)
    window: str = Field(max_length=20)
    token_hash: str = Field(unique=True, max_length=64)
    role: str = Field(max_length=50)
    participants: int = 1
    touched_on: date


class DraftAnswer(Table, table=True):
    """One answer of a draft, as JSON: an option's value, `"wn"`, `"nvt"`, a model, or a list of barriers."""

    __tablename__ = "draft_answer"
    __table_args__ = IN_ORDER_OF_KEY

    draft_id: str = Field(primary_key=True, foreign_key="draft.id", ondelete="CASCADE", max_length=32)
    item: str = Field(primary_key=True, max_length=100)
    value: str = Field(max_length=1000)


class DraftComment(Table, table=True):
    """What somebody writes with a dimension, or as the reason of an ambition; `subject` is the id of either."""

    __tablename__ = "draft_comment"
    __table_args__ = IN_ORDER_OF_KEY

    draft_id: str = Field(primary_key=True, foreign_key="draft.id", ondelete="CASCADE", max_length=32)
    subject: str = Field(primary_key=True, max_length=100)
    text: str = Field(max_length=2000)


class Response(Table, table=True):
    """One questionnaire that was sent: who answers (only a role), and all answers by item."""

    __table_args__ = (
        of_window(),
        CheckConstraint("participants >= 1", name="participants_from_one"),
        Index("ix_response_of_window", "scan_id", "window"),
        IN_ORDER_OF_KEY,
    )

    id: str = Field(primary_key=True, max_length=32)
    scan_id: str = Field(max_length=100)
    window: str = Field(max_length=20)
    role: str = Field(max_length=50)
    participants: int = 1
    answers: dict[str, Any] = Field(sa_type=JSON)


class Comment(Table, table=True):
    """Something that was written, apart from who wrote it, from the answers and from other comments.

    A moderator makes of `waiting` either `released`, with the text as others may read it, or `withheld`.
    """

    __table_args__ = (
        of_window(),
        CheckConstraint("state IN ('waiting', 'released', 'withheld')", name="state_is_known"),
        CheckConstraint("(state = 'released') = (released_text IS NOT NULL)", name="released_has_a_text"),
        Index("ix_comment_of_window", "scan_id", "window"),
        IN_ORDER_OF_KEY,
    )

    id: str = Field(primary_key=True, max_length=32)
    scan_id: str = Field(max_length=100)
    window: str = Field(max_length=20)
    subject: str = Field(max_length=100)
    text: str = Field(max_length=2000)
    state: str = Field(default="waiting", max_length=10)
    released_text: str | None = Field(default=None, max_length=2000)
