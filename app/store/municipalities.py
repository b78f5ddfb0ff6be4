"""Queries about municipalities."""

from __future__ import annotations

from sqlmodel import Session

from app.models import Municipality


def find_municipality(session: Session, code: str) -> Municipality | None:
    """Return the municipality with this code of Statistics Netherlands, or None."""
    return session.get(Municipality, code)


def add_municipality(session: Session, municipality: Municipality) -> Municipality:
    """Add a municipality; its code must be new."""
    session.add(municipality)
    session.flush()
    return municipality
