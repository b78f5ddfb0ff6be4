"""Queries about comments: what was written, what became of it, and who is to judge it.

Comments come in the order of their keys, which are random: it says nothing about who wrote what, or when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from app.models import Account, Comment, Grant
from app.store.accounts import list_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.store.accounts import GrantedRole


def list_comments(session: Session, scan_id: str, window: str) -> Sequence[Comment]:
    """Return everything that was written in a window of a scan, judged or not."""
    wanted = select(Comment).where(col(Comment.scan_id) == scan_id, col(Comment.window) == window)
    return session.exec(wanted.order_by(col(Comment.id))).all()


def list_states(session: Session, scan_id: str) -> list[tuple[str, str, str]]:
    """Return of every comment of a scan its window, its subject and its state; no text."""
    columns = (col(Comment.window), col(Comment.subject), col(Comment.state))
    wanted = select(*columns).where(col(Comment.scan_id) == scan_id).order_by(col(Comment.id))
    return [(window, subject, state) for window, subject, state in session.exec(wanted)]


def list_released(session: Session, scan_id: str) -> list[tuple[str, str, str]]:
    """Return of every released comment of a scan its window, its subject, and the text that others may read."""
    columns = (col(Comment.window), col(Comment.subject), col(Comment.released_text))
    wanted = select(*columns).where(col(Comment.scan_id) == scan_id, col(Comment.state) == "released")
    found = session.exec(wanted.order_by(col(Comment.id)))
    return [(window, subject, text or "") for window, subject, text in found]


def hold_comment(session: Session, scan_id: str, window: str, comment_id: str) -> Comment | None:
    """Return a comment of a window as it is now, which nobody else judges until this transaction ends, or None."""
    wanted = select(Comment).where(
        col(Comment.id) == comment_id, col(Comment.scan_id) == scan_id, col(Comment.window) == window
    )
    return session.exec(wanted.with_for_update().execution_options(populate_existing=True)).one_or_none()


def add_comments(session: Session, comments: Iterable[Comment]) -> None:
    """Add comments by their keys, so that the order in which they lie says nothing either; every key must be new."""
    by_key = sorted(comments, key=lambda comment: comment.id)
    session.add_all(by_key)
    session.flush()


def save_comment(session: Session, comment: Comment) -> None:
    """Keep what became of a comment."""
    session.add(comment)
    session.flush()


def delete_comment(session: Session, comment: Comment) -> None:
    """Delete a comment; the caller notes that space is to be freed (`app.store.erasures`)."""
    session.delete(comment)
    session.flush()


def list_moderators(session: Session, scan_id: str) -> list[tuple[Account, Sequence[GrantedRole]]]:
    """Return who moderates a scan, each with all their roles."""
    moderating = select(Grant.account_id).where(col(Grant.scan_id) == scan_id, col(Grant.role) == "moderator")
    wanted = select(Account).where(col(Account.id).in_(moderating)).order_by(col(Account.id))
    return [(account, list_roles(session, account.id)) for account in session.exec(wanted).all()]
