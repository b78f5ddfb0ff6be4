"""Queries about municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from app.models import Municipality

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_municipality(session: Session, code: str) -> Municipality | None:
    """Return the municipality with this code of Statistics Netherlands, or None."""
    return session.get(Municipality, code)


def list_municipalities(session: Session) -> Sequence[Municipality]:
    """Return all municipalities by name, as a Dutch list has them: ’s-Gravenhage among those with a G."""
    return sorted(session.exec(select(Municipality)), key=lambda one: (one.name.removeprefix("’s-"), one.code))


def known_codes(session: Session) -> set[str]:
    """Return the codes of all municipalities that are there."""
    return set(session.exec(select(Municipality.code)))


def add_municipalities(session: Session, new: Sequence[Municipality]) -> None:
    """Add municipalities; their codes must be new."""
    session.add_all(new)
    session.flush()


def lock_municipality(session: Session, code: str) -> Municipality | None:
    """Return the municipality with this code; nobody else adds a collaboration to it until this transaction ends."""
    return session.exec(select(Municipality).where(col(Municipality.code) == code).with_for_update()).one_or_none()
