"""Queries about messages that wait to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select, update

from app.models import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date


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


def delete_messages_to(session: Session, address: str, subjects: Collection[str]) -> bool:
    """Delete what waits for an address under these subjects, and return whether there was anything."""
    wanted = delete(Message).where(col(Message.address) == address, col(Message.subject).in_(subjects))
    return bool(session.exec(wanted).rowcount)


def delete_all_messages_to(session: Session, address: str) -> None:
    """Delete everything that waits for an address."""
    session.exec(delete(Message).where(col(Message.address) == address))


def next_message(session: Session, besides: Collection[str], today: date) -> Message | None:
    """Return a message to send now, besides these, or None.

    On PostgreSQL nobody else gets it until this transaction ends.
    """
    wanted = select(Message).where(col(Message.ends_on) >= today, col(Message.id).not_in(besides))
    order = (col(Message.failures), col(Message.made_on), col(Message.id))
    return session.exec(wanted.order_by(*order).limit(1).with_for_update(skip_locked=True)).one_or_none()


def note_sent(session: Session, message_id: str) -> None:
    """Delete a message that was sent; it does not matter whether it is still there."""
    session.exec(delete(Message).where(col(Message.id) == message_id))


def note_failure(session: Session, message_id: str) -> None:
    """Count that a message could not be sent."""
    tried = update(Message).where(col(Message.id) == message_id).values(failures=col(Message.failures) + 1)
    session.exec(tried)
