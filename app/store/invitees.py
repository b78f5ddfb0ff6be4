"""Queries about people with a link of their own, and the marks of links that were used.

No query takes a lock on the row of one invitee: on PostgreSQL that would note in the row which transaction it was, and
with that which answers.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, delete, func, select, update

from app.models import Invitee, ScanWindow, SentMark
from app.store.scans import WindowInContext, find_window

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import ColumnElement

NOBODY = {"address": "", "sealed_code": "", "is_done": False, "reminded_on": None}
"""What is left of somebody whose address is forgotten: a link, of nobody any more."""

_ADD_MARK = {
    kind: dialect.insert(SentMark).on_conflict_do_nothing().returning(col(SentMark.mark))
    for kind, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


def _of(scan_id: str, window: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Invitee.scan_id) == scan_id, col(Invitee.window) == window


def add_invitees(session: Session, invitees: Iterable[Invitee]) -> None:
    """Add people; every code must be new."""
    session.add_all(invitees)
    session.flush()


def list_invitees(session: Session, scan_id: str, window: str) -> Sequence[Invitee]:
    """Return everybody with a link of this window, by address."""
    wanted = select(Invitee).where(*_of(scan_id, window)).order_by(col(Invitee.address), col(Invitee.id))
    return session.exec(wanted.execution_options(populate_existing=True)).all()


def invited_windows(session: Session, scan_id: str) -> Collection[str]:
    """Return the windows of a scan in which anybody has a link of their own."""
    return set(session.exec(select(Invitee.window).where(col(Invitee.scan_id) == scan_id).distinct()).all())


def find_invited_window(session: Session, code_mac: str) -> WindowInContext | None:
    """Return the window that the link with this code belongs to, or None."""
    place = session.exec(select(Invitee.scan_id, Invitee.window).where(col(Invitee.code_mac) == code_mac)).one_or_none()
    return find_window(session, *place) if place else None


def find_done(session: Session, scan_id: str, window: str, code_mac: str) -> bool | None:
    """Return whether the link with this code is known as used, None where it is no link of this window."""
    wanted = select(Invitee.is_done).where(col(Invitee.code_mac) == code_mac, *_of(scan_id, window))
    return session.exec(wanted).one_or_none()


def delete_invitees(session: Session, scan_id: str, window: str, ids: Collection[str]) -> None:
    """Delete some people of a window, and with them their links."""
    session.exec(delete(Invitee).where(*_of(scan_id, window), col(Invitee.id).in_(ids)))


def forget_addresses(session: Session, scan_id: str) -> None:
    """Forget of everybody in a scan who they are, and who used their link. What stays are links, of nobody any more."""
    session.exec(delete(SentMark).where(col(SentMark.scan_id) == scan_id))
    session.exec(update(Invitee).where(col(Invitee.scan_id) == scan_id).values(**NOBODY))


def hold_window(session: Session, scan_id: str, window: str) -> ScanWindow:
    """Return a window as it is now, in which nobody else sends with a link of their own until this transaction ends.

    Others begin and answer meanwhile. On SQLite who writes is alone already.
    """
    here = (col(ScanWindow.scan_id) == scan_id, col(ScanWindow.window) == window)
    wanted = select(ScanWindow).where(*here).with_for_update(key_share=True)
    return session.exec(wanted.execution_options(populate_existing=True)).one()


def add_mark(session: Session, scan_id: str, window: str, mark: str) -> bool:
    """Add the mark of a link that is used; return False where it was there already."""
    connection = session.connection()
    row = {"scan_id": scan_id, "window": window, "mark": mark}
    return connection.execute(_ADD_MARK[connection.dialect.name], row).one_or_none() is not None


def list_marks(session: Session, scan_id: str, window: str) -> set[str]:
    """Return the marks of a window."""
    wanted = select(SentMark.mark).where(col(SentMark.scan_id) == scan_id, col(SentMark.window) == window)
    return set(session.exec(wanted).all())


def settle(session: Session, scan_id: str, window: str, ids: Sequence[str]) -> None:
    """Note of these people that they are done, all in one statement and in random order, and delete the marks."""
    shuffled = secrets.SystemRandom().sample(ids, len(ids))
    session.exec(update(Invitee).where(*_of(scan_id, window), col(Invitee.id).in_(shuffled)).values(is_done=True))
    session.exec(delete(SentMark).where(col(SentMark.scan_id) == scan_id, col(SentMark.window) == window))


def count_invitees(session: Session, scan_id: str) -> dict[str, int]:
    """Return how many have a link of their own, by window; a window without any is not in it."""
    counted = select(col(Invitee.window), func.count()).where(col(Invitee.scan_id) == scan_id)
    return dict(session.exec(counted.group_by(col(Invitee.window))).all())
