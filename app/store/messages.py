"""Queries about messages that wait to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select

from app.models import Message

if TYPE_CHECKING:
    from collections.abc import Sequence


def add_message(session: Session, message: Message) -> None:
    """Add a message; its id must be new."""
    session.add(message)
    session.flush()


def list_messages(session: Session) -> Sequence[Message]:
    """Return every message that waits, by day and address."""
    order = (col(Message.made_on), col(Message.address), col(Message.id))
    return session.exec(select(Message).order_by(*order)).all()


def find_message(session: Session, message_id: str) -> Message | None:
    """Return a message that waits, or None."""
    return session.get(Message, message_id)


def delete_invitations(session: Session, scan_id: str) -> None:
    """Delete the invitations to answer in a scan that still wait."""
    session.exec(delete(Message).where(col(Message.scan_id) == scan_id, col(Message.kind) == "invitation"))


def delete_invitations_with(session: Session, scan_id: str, code: str) -> None:
    """Delete the letters with this code in them that still wait."""
    mine = (col(Message.scan_id) == scan_id, col(Message.kind) == "invitation")
    session.exec(delete(Message).where(*mine, col(Message.body).contains(code, autoescape=True)))


def delete_message(session: Session, message: Message) -> None:
    """Delete a message: it was sent, or handed over."""
    session.delete(message)
    session.flush()
