"""The coördinator who sits at the machine on which a development installation runs.

Such an installation can only be reached from that machine (`app/config.py` sees to that), so being there is enough.
A web page from elsewhere could still ask the browser of that person to come here under another name; the name in the
request tells.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.config import is_loopback
from app.models import Account
from app.store import accounts

if TYPE_CHECKING:
    from fastapi import Request

    from app.config import Settings
    from app.db import Session

NAME = "Lokale coördinator"


def has_local_coordinator(settings: Settings) -> bool:
    """Whether who sits at this machine manages everything: never where others can reach the service."""
    return not settings.is_production and is_loopback(settings.host)


def ensure_local_coordinator(session: Session) -> Account:
    """Return the local coördinator, made where there is none yet."""
    found = accounts.find_local_account(session)
    return found or accounts.add_account(session, Account(id=secrets.token_hex(16), name=NAME, is_local=True))


def is_local_coordinator(settings: Settings, request: Request) -> bool:
    """Whether a request comes from the local coördinator: sent to this machine under its own name."""
    return has_local_coordinator(settings) and is_loopback(_name_asked_for(request))


def _name_asked_for(request: Request) -> str:
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:  # brackets that do not close
        return ""
