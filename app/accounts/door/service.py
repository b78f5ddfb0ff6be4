"""Signing in with a password, or on the machine of a developer as an example."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.accounts.hashes import fits
from app.config import is_loopback
from app.store.accounts import find_account_by_email, list_example_people

if TYPE_CHECKING:
    from fastapi import Request

    from app.db import Session
    from app.models import Account

HOME = "/"


def who_has(session: Session, email: str, password: str) -> Account | None:
    """Return the account with this address and password; it takes as long when there is none."""
    account = find_account_by_email(session, normalised(email))
    return account if fits(password, account.password_hash if account else None) else None


def normalised(email: str) -> str:
    """Return an address as it is stored.

    >>> normalised(" Sanne@Houten.nl ")
    'sanne@houten.nl'
    """
    return email.strip().lower()


def example_people(session: Session, request: Request) -> list[Account]:
    """Return as whom one may sign in with one click: on the machine of a developer, asked for under its own name.

    That name stops a web page from elsewhere that lets a name of its own point to this machine.
    """
    if not (request.app.state.settings.has_example_people and is_loopback(_name_asked_for(request))):
        return []
    return list(list_example_people(session))


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
    parts = urlsplit(wanted)
    is_ours = wanted.startswith("/") and not parts.scheme and not parts.netloc
    is_plain = wanted.isprintable() and "\\" not in wanted and not wanted.startswith(("//", "/inloggen", "/uitloggen"))
    return wanted if is_ours and is_plain else HOME
