"""Queries about collaborations."""

from __future__ import annotations

from sqlmodel import Session, col, select

from app.models import Collaboration


def find_collaboration(session: Session, municipality_code: str, name: str) -> Collaboration | None:
    """Return the collaboration with this name in this municipality, or None."""
    wanted = select(Collaboration).where(
        col(Collaboration.municipality_code) == municipality_code, col(Collaboration.name) == name
    )
    return session.exec(wanted).one_or_none()


def add_collaboration(session: Session, collaboration: Collaboration) -> Collaboration:
    """Add a collaboration, which then has its id; its name must be new in its municipality."""
    session.add(collaboration)
    session.flush()
    return collaboration
