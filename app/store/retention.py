"""Queries about what was kept for long enough. Each deletes, and returns how much that was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select, update

from app.models import (
    Account,
    AuditEntry,
    Comment,
    Draft,
    Grant,
    Invitee,
    Message,
    OneTimeLink,
    Response,
    Scan,
    SentMark,
)
from app.store.invitees import NOBODY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

_CLOSED = select(Scan.id).where(col(Scan.closed_on).is_not(None))
RELEASED = "released"


def list_scans_with_answers(session: Session) -> Sequence[Scan]:
    """Return the closed scans of which the answers are still there, without the examples, by the day of closing."""
    wanted = select(Scan).where(
        col(Scan.closed_on).is_not(None), col(Scan.answers_deleted_on).is_(None), ~col(Scan.is_example)
    )
    return session.exec(wanted.order_by(col(Scan.closed_on), col(Scan.id))).all()


def delete_responses(session: Session, scan_id: str) -> int:
    """Delete every questionnaire that was sent in a scan."""
    return session.exec(delete(Response).where(col(Response.scan_id) == scan_id)).rowcount


def delete_comments(session: Session, scan_id: str) -> int:
    """Delete what was written in a scan; of what was released stays what others may read, and not the original."""
    of_scan, is_released = col(Comment.scan_id) == scan_id, col(Comment.state) == RELEASED
    deleted = session.exec(delete(Comment).where(of_scan, ~is_released)).rowcount
    return deleted + session.exec(update(Comment).where(of_scan, is_released).values(text="")).rowcount


def delete_untouched_drafts(session: Session, last_day: date) -> int:
    """Delete the questionnaires in which nothing changed after a day, with their answers and comments."""
    return session.exec(delete(Draft).where(col(Draft.touched_on) <= last_day)).rowcount


def forget_invitees_of_closed_scans(session: Session) -> int:
    """Forget the addresses of who got a link of their own for a scan that is closed, with the marks of used links.

    What stays are links of nobody any more: they lead to the summary.
    """
    session.exec(delete(SentMark).where(col(SentMark.scan_id).in_(_CLOSED)))
    known = (col(Invitee.scan_id).in_(_CLOSED), col(Invitee.address) != "")
    return session.exec(update(Invitee).where(*known).values(**NOBODY)).rowcount


def delete_late_messages(session: Session, today: date) -> int:
    """Delete the messages that could not be sent in time, and the invitations for scans that are closed."""
    is_late = col(Message.ends_on) < today
    invites = (col(Message.kind) == "invitation") & col(Message.scan_id).in_(_CLOSED)
    return session.exec(delete(Message).where(is_late | invites)).rowcount


def delete_old_entries(session: Session, before: datetime) -> int:
    """Delete the lines of the log that are older than this; the database refuses it for those of the last two years."""
    return session.exec(delete(AuditEntry).where(col(AuditEntry.at) < before)).rowcount


@dataclass(frozen=True, slots=True)
class Person:
    """An account of somebody, as far as it says whether it is used: their roles, and until when a link lets them in."""

    account: Account
    roles: frozenset[str]
    welcome_until: datetime | None


def list_people(session: Session) -> list[Person]:
    """Return everybody who can sign in, without the examples, who signed in least lately first."""
    order = (col(Account.signed_in_at).is_not(None), col(Account.signed_in_at), col(Account.made_on), col(Account.id))
    people = select(Account).where(col(Account.kind) == "person", ~col(Account.is_example))
    roles: dict[str, set[str]] = {}
    for account_id, role in session.exec(select(col(Grant.account_id), col(Grant.role))):
        roles.setdefault(account_id, set()).add(role)
    links = select(col(OneTimeLink.account_id), col(OneTimeLink.ends_at)).where(col(OneTimeLink.purpose) == "welcome")
    welcome = dict(session.exec(links).all())
    return [
        Person(account, frozenset(roles.get(account.id, ())), welcome.get(account.id))
        for account in session.exec(people.order_by(*order).execution_options(populate_existing=True))
    ]
