"""The log of what people who manage did. Services note an act in the transaction in which it happens.

Who acts is known by the session: the dependency that gives a session to write in says so (`acts_for`), and what happens
in a session that nobody claimed is done by the service itself. Nothing of respondents is ever noted.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from app.models import AuditEntry
from app.store.audit import add_entry

if TYPE_CHECKING:
    from app.accounts.asker import Asker
    from app.db import Session

ITSELF = "Vensterscan zelf"
ACTING = "acting"
LONGEST = 500


class Act(StrEnum):
    """What is noted; each has its words in the page of the log."""

    SIGNED_IN = "signed_in"


def acts_for(session: Session, asker: Asker) -> None:
    """Say for whom everything in this session is done."""
    session.info[ACTING] = asker


def note(
    session: Session, act: Act, about: str, *, municipality: str | None = None, scan_id: str | None = None
) -> None:
    """Note an act and what it was about, in words, for a municipality or without one for the installation."""
    asker: Asker | None = session.info.get(ACTING)
    add_entry(
        session,
        AuditEntry(
            at=datetime.now(UTC),
            account_id=asker.account_id if asker else None,
            who=asker.name if asker else ITSELF,
            act=act.value,
            about=about[:LONGEST],
            municipality_code=municipality,
            scan_id=scan_id,
        ),
    )
