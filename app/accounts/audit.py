"""The log of what people who manage did. Services note an act in the transaction in which it happens.

Who acts is known by the session: the dependency that gives a session to write in says so (`acts_for`), and what happens
in a session that nobody claimed is done by the service itself. Nothing of respondents is ever noted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from app.models import AuditEntry
from app.store.audit import add_entries, add_entry, is_noted_since, noted_since

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import Account
    from app.store.collaborations import CollaborationInContext
    from app.store.scans import ScanInContext

ITSELF = "Vensterscan zelf"
ACTING = "acting"
LONGEST = 500


class Act(StrEnum):
    """What is noted; each has its words in the page of the log."""

    SIGNED_IN = "signed_in"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an act
    TWO_STEPS_ON = "two_steps_on"
    TWO_STEPS_OFF = "two_steps_off"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    ACCOUNT_DELETED = "account_deleted"
    KEY_MADE = "key_made"

    COLLABORATION_MADE = "collaboration_made"
    COLLABORATION_CHANGED = "collaboration_changed"
    COLLABORATION_ARCHIVED = "collaboration_archived"
    COLLABORATION_BROUGHT_BACK = "collaboration_brought_back"
    COLLABORATION_DELETED = "collaboration_deleted"
    SCAN_MADE = "scan_made"
    SCAN_CHANGED = "scan_changed"
    SCAN_ARCHIVED = "scan_archived"
    SCAN_BROUGHT_BACK = "scan_brought_back"
    SCAN_DELETED = "scan_deleted"
    SCAN_CLOSED = "scan_closed"
    AMBITION_CHOSEN = "ambition_chosen"
    RESULT_READ = "result_read"
    RESULT_EXPORTED = "result_exported"

    INVITEES_ADDED = "invitees_added"
    REMINDED = "reminded"
    INVITEE_REMOVED = "invitee_removed"
    # What is deleted when it was kept for long enough; the service does this itself.
    ANSWERS_DELETED = "answers_deleted"
    UNUSED_ACCOUNT_DELETED = "unused_account_deleted"
    COMMENT_RELEASED = "comment_released"
    COMMENT_CHANGED = "comment_changed"
    COMMENT_WITHHELD = "comment_withheld"

    GROUP_MADE = "group_made"
    GROUP_JOINED = "group_joined"
    GROUP_LEFT = "group_left"
    GROUP_TAKEN_OVER = "group_taken_over"
    GROUP_ENDED = "group_ended"

    # People and roles.
    INVITED = "invited"
    ROLE_GIVEN = "role_given"
    ROLE_WITHDRAWN = "role_withdrawn"
    HANDED_OVER = "handed_over"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    SIGN_INS_ENDED = "sign_ins_ended"
    ACCOUNT_REMOVED = "account_removed"
    MESSAGE_HANDED_OVER = "message_handed_over"
    SIZE_CHOSEN = "size_chosen"
    # Without the name of who checked the translation: that goes when the language is turned off, and the log stays.
    LANGUAGE_ON = "language_on"
    LANGUAGE_OFF = "language_off"


def acts_for(session: Session, asker: Asker) -> None:
    """Say for whom everything in this session is done."""
    session.info[ACTING] = asker


def note(
    session: Session,
    act: Act,
    about: str,
    *,
    municipality: str | None = None,
    scan_id: str | None = None,
    by: Account | None = None,
) -> None:
    """Note an act and what it was about, in words, for a municipality or without one for the installation.

    `by` is who acts where no asker is known yet: somebody who is just signing in.
    """
    asker: Asker | None = session.info.get(ACTING)
    account_id, who = (asker.account_id, asker.name) if asker else (None, ITSELF)
    if by is not None:
        account_id, who = by.id, by.name
    add_entry(session, _entry((account_id, who), act, about, municipality, scan_id))


@dataclass(frozen=True, slots=True)
class About:
    """What one of many lines is about; without a scan it is about more of them in one municipality."""

    about: str
    municipality: str
    scan_id: str | None = None


def note_many(session: Session, act: Act, asker: Asker, lines: Iterable[About]) -> None:
    """Note the same act about many things at once."""
    who = asker.account_id, asker.name
    add_entries(session, [_entry(who, act, one.about, one.municipality, one.scan_id) for one in lines])


def _entry(
    who: tuple[str | None, str], act: Act, about: str, municipality: str | None, scan_id: str | None
) -> AuditEntry:
    return AuditEntry(
        at=datetime.now(UTC),
        account_id=who[0],
        who=who[1],
        act=act.value,
        about=about[:LONGEST],
        municipality_code=municipality,
        scan_id=scan_id,
    )


def note_collaboration(session: Session, act: Act, found: CollaborationInContext, more: str = "") -> None:
    """Note what was done with a collaboration."""
    note(session, act, _words(found.collaboration.name, more), municipality=found.municipality.code)


def note_scan(session: Session, act: Act, found: ScanInContext, more: str = "") -> None:
    """Note what was done with a scan, or with its result."""
    about = _words(f"{found.scan.name} ({found.collaboration.name})", more)
    note(session, act, about, municipality=found.municipality.code, scan_id=found.scan.id)


def is_noted_today(session: Session, act: Act, asker: Asker, scan_id: str) -> bool:
    """Whether somebody did this with a scan today already, in universal time."""
    return is_noted_since(session, act.value, asker.account_id, scan_id, _midnight())


def noted_today(session: Session, act: Act, asker: Asker, scan_ids: Iterable[str]) -> set[str]:
    """With which of these scans somebody did this today already, in universal time."""
    return noted_since(session, act.value, asker.account_id, scan_ids, _midnight())


def _midnight() -> datetime:
    return datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _words(about: str, more: str) -> str:
    return f"{about}: {more}" if more else about
