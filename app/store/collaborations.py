"""Queries about collaborations."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.models import Collaboration, Municipality


@dataclass(frozen=True, slots=True)
class CollaborationInContext:
    """A collaboration with the municipality that it belongs to."""

    collaboration: Collaboration
    municipality: Municipality


def find_collaboration_by_id(session: Session, collaboration_id: int) -> CollaborationInContext | None:
    """Return the collaboration with this id and its municipality, or None."""
    wanted = select(Collaboration, Municipality).where(
        col(Collaboration.id) == collaboration_id, col(Collaboration.municipality_code) == col(Municipality.code)
    )
    found = session.exec(wanted).one_or_none()
    return CollaborationInContext(*found) if found else None


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
