"""The link of one person: what is kept of it, and the mark that it leaves when it is used.

The code itself is kept nowhere: its keyed hash recognises it, and sealed it can be read back for a reminder. A mark is
a keyed hash of that hash: without the key of the installation no mark can be laid beside the person it is of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.collaborations.codes import PERSONAL_LENGTH, normalised

if TYPE_CHECKING:
    from app.keys import Keys

INVITEE, SENT = "invitee", "sent"


def personal_code(text: str) -> str | None:
    """Return the code of one person in what somebody typed or holds, None where it is none."""
    code = normalised(text)
    return code if code is not None and len(code) == PERSONAL_LENGTH else None


def mac_of(keys: Keys, code: str) -> str:
    """What is kept of a code: enough to recognise it."""
    return keys.mac(INVITEE, code)


def mark_of(keys: Keys, code_mac: str) -> str:
    """The mark that a link leaves when it is used."""
    return keys.mac(SENT, code_mac)


def seal(keys: Keys, code: str) -> str:
    """Hide a code so that a reminder can repeat it."""
    return keys.seal(INVITEE, code)


def unseal(keys: Keys, sealed_code: str) -> str | None:
    """Return the code of a link, None where another key sealed it."""
    return keys.unseal(INVITEE, sealed_code)


def path_of(code: str) -> str:
    """Where a link of one person leads."""
    return f"/u/{code}"
