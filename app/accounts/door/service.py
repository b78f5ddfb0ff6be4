"""Who knocks, and where they go once they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.config import is_loopback
from app.db import Session
from app.store.accounts import find_account_by_email, list_example_people

if TYPE_CHECKING:
    from fastapi import Request

    from app.db import Engine
    from app.models import Account

HOME = "/"
LONGEST_ADDRESS, LONGEST_PLACE = 254, 2000
OURS_BUT_NOT_TO_GO_TO = ("//", "/inloggen", "/uitloggen", "/welkom/", "/wachtwoord")
ORDER = ("coordinator", "meelezer", "adviseur", "moderator", "beheerder")
"""How the examples stand on the page."""


def who_is(engine: Engine, email: str) -> Account | None:
    """Return the person with an address; nothing is held open while their password is compared."""
    with Session(engine, expire_on_commit=False) as session:
        return find_account_by_email(session, normalised(email))


def normalised(email: str) -> str:
    """Return an address as it is stored.

    >>> normalised(" Sanne@Houten.nl ")
    'sanne@houten.nl'
    """
    return email.strip().lower()


def is_address(text: str) -> bool:
    """Whether a text looks like an e-mail address; whether somebody has it is another question.

    >>> [is_address(text) for text in ("sanne@houten.nl", "sanne", "a@b c", "a@b.nl, c@d.nl")]
    [True, False, False, False]
    """
    name, at, place = text.rpartition("@")
    fits = len(text) <= LONGEST_ADDRESS and text.isprintable() and not set(text) & set(' ,;:<>()[]"\\')
    return bool(fits and at and name and "@" not in name and "." in place.strip("."))


def example_people(session: Session, request: Request) -> list[Account]:
    """Return as whom one may sign in with one click: on the machine of a developer, asked for under its own name.

    That name stops a web page from elsewhere that lets a name of its own point to this machine.
    """
    if not (request.app.state.settings.has_example_people and is_loopback(_name_asked_for(request))):
        return []
    return sorted(list_example_people(session), key=_place)


def _place(example: Account) -> int:
    """Where an example stands: first who sets up a scan, as that is what a newcomer wants to see."""
    role = str(example.email).partition("@")[0]
    return ORDER.index(role) if role in ORDER else len(ORDER)


def example_person(session: Session, request: Request, account_id: str) -> Account | None:
    """Return the example that was chosen, or None where that cannot be."""
    return next((one for one in example_people(session, request) if one.id == account_id), None)


def _name_asked_for(request: Request) -> str:
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:  # brackets that do not close
        return ""


def safe_place(wanted: str) -> str:
    """Return where to go after signing in: a page of ours and never another website.

    >>> safe_place("/scans/x?y=1"), safe_place("//kwaad.nl"), safe_place("https://kwaad.nl")
    ('/scans/x?y=1', '/', '/')
    """
    is_ours = wanted.startswith("/") and not wanted.startswith(OURS_BUT_NOT_TO_GO_TO)
    is_plain = wanted.isprintable() and "\\" not in wanted and len(wanted) <= LONGEST_PLACE
    return wanted if is_ours and is_plain else HOME
