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


def list_collaborations(session: Session, municipalities: frozenset[str] | None) -> list[CollaborationInContext]:
    """Return the collaborations of these municipalities, or with None of all, by name; without the examples."""
    wanted = select(Collaboration, Municipality).where(
        col(Collaboration.municipality_code) == col(Municipality.code), ~col(Collaboration.is_example)
    )
    if municipalities is not None:
        wanted = wanted.where(col(Municipality.code).in_(municipalities))
    order = (col(Municipality.name), col(Collaboration.name), col(Collaboration.id))
    return [CollaborationInContext(*found) for found in session.exec(wanted.order_by(*order))]


def lock_collaboration(session: Session, collaboration_id: int) -> Collaboration | None:
    """Return a collaboration that nobody else changes or adds a scan to until this transaction ends, as it is now."""
    wanted = select(Collaboration).where(col(Collaboration.id) == collaboration_id).with_for_update()
    return session.exec(wanted.execution_options(populate_existing=True)).one_or_none()


def delete_collaboration(session: Session, collaboration: Collaboration) -> None:
    """Delete a collaboration that has no scans any more."""
    session.delete(collaboration)
    session.flush()
