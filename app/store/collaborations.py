"""Queries about collaborations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from app.models import Collaboration

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_collaboration(session: Session, municipality_code: str, name: str) -> Collaboration | None:
    """Return the collaboration with this name in this municipality, or None."""
    wanted = select(Collaboration).where(
        col(Collaboration.municipality_code) == municipality_code, col(Collaboration.name) == name
    )
    return session.exec(wanted).one_or_none()


def list_collaborations(session: Session, municipality_code: str) -> Sequence[Collaboration]:
    """Return the collaborations of a municipality by name."""
    wanted = select(Collaboration).where(col(Collaboration.municipality_code) == municipality_code)
    return session.exec(wanted.order_by(col(Collaboration.name))).all()


def add_collaboration(session: Session, collaboration: Collaboration) -> Collaboration:
    """Add a collaboration, which then has its id; its name must be new in its municipality."""
    session.add(collaboration)
    session.flush()
    return collaboration
