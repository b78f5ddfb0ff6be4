"""Queries about the log: lines are added and read, and the database refuses everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlmodel import Session

    from app.models import AuditEntry


def add_entry(session: Session, entry: AuditEntry) -> None:
    """Add a line."""
    session.add(entry)
    session.flush()
