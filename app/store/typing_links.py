"""Queries about links to type over what people answered on paper, and the forms that are still to be typed.

Who sends a form takes no lock on the row of its link and changes nothing in it: on PostgreSQL that would note in the
row which transaction it was, and with that which answers came on paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, func, select, update

from app.models import PaperForm, TypingLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


def add_link(session: Session, link: TypingLink, stamps: Iterable[str]) -> None:
    """Add a link with the stamp of each form; all of them must be new."""
    session.add(link)
    session.flush()
    session.add_all(PaperForm(stamp=stamp, link_id=link.id) for stamp in stamps)
    session.flush()


def list_links(session: Session, scan_id: str, window: str, today: date) -> Sequence[TypingLink]:
    """Return the links of a window that work, the oldest first, whether or not anything is left to type."""
    here = (col(TypingLink.scan_id) == scan_id, col(TypingLink.window) == window)
    wanted = select(TypingLink).where(*here, col(TypingLink.ends_on) >= today)
    return session.exec(wanted.order_by(col(TypingLink.ends_on), col(TypingLink.id))).all()


def find_link(session: Session, link_id: str, today: date) -> TypingLink | None:
    """Return the link whose pages have this reference in their address, while it works."""
    return session.exec(
        select(TypingLink).where(col(TypingLink.id) == link_id, col(TypingLink.ends_on) >= today)
    ).one_or_none()


def find_link_by_code(session: Session, code_hash: str, today: date) -> TypingLink | None:
    """Return the link with the code of this hash, while it works."""
    return session.exec(
        select(TypingLink).where(col(TypingLink.code_hash) == code_hash, col(TypingLink.ends_on) >= today)
    ).one_or_none()


def bind_link(session: Session, link_id: str, holder_hash: str) -> bool:
    """Bind a link to the browser that holds this; return False where another came first."""
    free = (col(TypingLink.id) == link_id, col(TypingLink.holder_hash) == "")
    return session.exec(update(TypingLink).where(*free).values(holder_hash=holder_hash)).rowcount == 1


def list_stamps(session: Session, link_id: str) -> Sequence[str]:
    """Return the stamps of the forms that are still to be typed."""
    return session.exec(select(PaperForm.stamp).where(col(PaperForm.link_id) == link_id)).all()


def count_forms(session: Session, link_id: str) -> int:
    """Return how many forms are still to be typed."""
    return session.exec(select(func.count()).where(col(PaperForm.link_id) == link_id)).one()


def take_form(session: Session, link_id: str, stamp: str) -> bool:
    """Use the stamp of a form up, in the transaction that sends it; return False where it is gone.

    Of several who send it at once one does.
    """
    this = (col(PaperForm.stamp) == stamp, col(PaperForm.link_id) == link_id)
    return session.exec(delete(PaperForm).where(*this)).rowcount == 1


def delete_link(session: Session, scan_id: str, window: str, link_id: str) -> TypingLink | None:
    """Delete a link of a window with the forms that were still to be typed, and return it; None where it is gone."""
    link = session.get(TypingLink, link_id)
    if link is None or (link.scan_id, link.window) != (scan_id, window):
        return None
    session.delete(link)
    session.flush()
    return link


def delete_links(session: Session, scan_id: str) -> None:
    """Delete every link of a scan; what was sent with them stays, and knows nothing of it."""
    session.exec(delete(TypingLink).where(col(TypingLink.scan_id) == scan_id))


def delete_ended_links(session: Session, today: date) -> int:
    """Delete the links that do not work any more."""
    return session.exec(delete(TypingLink).where(col(TypingLink.ends_on) < today)).rowcount
