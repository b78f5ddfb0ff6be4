"""Queries about somebody at the door: the window that they come to, and the questionnaire that they began.

Every page and every form of a respondent begins with this, so it is one statement, which is built once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from app.models import Collaboration, Draft, HouseStyle, Municipality, Scan, ScanWindow
from app.store.scans import WindowInContext

if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True, slots=True)
class Arrival:
    """A window with everything that it is about, and the draft in it that a token resumes, if any.

    `style` is the house style of the municipality, None where it has none of its own.
    """

    found: WindowInContext
    draft: Draft | None
    style: HouseStyle | None


_FIND = (
    select_columns(ScanWindow, Scan, Collaboration, Municipality, Draft, HouseStyle)
    .join(Scan, col(ScanWindow.scan_id) == col(Scan.id))
    .join(Collaboration, col(Scan.collaboration_id) == col(Collaboration.id))
    .join(Municipality, col(Collaboration.municipality_code) == col(Municipality.code))
    .outerjoin(
        Draft,
        and_(
            col(Draft.token_hash) == bindparam("token_hash"),
            col(Draft.scan_id) == col(ScanWindow.scan_id),
            col(Draft.window) == col(ScanWindow.window),
        ),
    )
    .outerjoin(HouseStyle, col(HouseStyle.municipality_code) == col(Municipality.code))
    .where(col(ScanWindow.ref) == bindparam("ref"))
)
_SHARE_SCAN = (
    select_columns(col(Scan.id))
    .join(ScanWindow, col(ScanWindow.scan_id) == col(Scan.id))
    .where(col(ScanWindow.ref) == bindparam("ref"))
    .with_for_update(read=True, of=Scan)
)
_TAKE_DRAFT = select_columns(col(Draft.id)).where(col(Draft.token_hash) == bindparam("token_hash")).with_for_update()


def find_arrival(session: Session, ref: str, token_hash: str) -> Arrival | None:
    """Return the window with this reference, with the draft in it that is resumed with the token of this hash.

    A draft of another window does not count; without a token the hash is an empty text.
    """
    row = session.execute(_FIND, {"ref": ref, "token_hash": token_hash}).one_or_none()
    return Arrival(WindowInContext(*row[:4]), row[4], row[5]) if row else None


def hold_arrival(session: Session, ref: str, token_hash: str) -> None:
    """Let the scan not be closed, and nobody else write in the draft, until this transaction ends.

    On SQLite who writes is alone already.
    """
    if session.get_bind().dialect.name == "postgresql":
        parts: dict[str, Any] = {"ref": ref, "token_hash": token_hash}
        session.execute(_SHARE_SCAN, parts)
        session.execute(_TAKE_DRAFT, parts)
