"""Putting a message in the post, in the transaction of what it is about: it goes if that is kept, and else never."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from app.db import after_commit
from app.mail.bell import ring
from app.models import Message
from app.store.messages import add_message

if TYPE_CHECKING:
    from datetime import date

    from app.db import Session

Kind = Literal["account", "invitation", "notice"]

WAITS_AT_MOST = timedelta(days=14)
"""After this a message that was not sent is deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What somebody is written: to which address, with which subject, and the text, whose first line greets them."""

    address: str
    subject: str
    text: str


def post(session: Session, kind: Kind, letter: Letter, today: date, *, scan_id: str | None = None) -> None:
    """Let a letter be sent; `scan_id` deletes it together with that scan."""
    add_message(
        session,
        Message(
            id=secrets.token_hex(16),
            kind=kind,
            address=on_one_line(letter.address),
            subject=on_one_line(letter.subject),
            body=letter.text,
            scan_id=scan_id,
            made_on=today,
            ends_on=today + WAITS_AT_MOST,
        ),
    )
    after_commit(session, ring)


def on_one_line(text: str) -> str:
    r"""Return a text as it may stand in the head of a message: a line end would begin another line of it.

    >>> on_one_line("Uw scan\r\nBcc: iemand@elders.nl")
    'Uw scan Bcc: iemand@elders.nl'
    """
    return " ".join(text.split())
