"""What a machine or somebody who found a leak may know of this installation."""

from __future__ import annotations

import hmac
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from app.db import connections_of
from app.store.scans import count_open_scans

if TYPE_CHECKING:
    from app.db import Session
    from app.web.metrics import Metrics

VALID = timedelta(days=364)
"""How long `security.txt` may be believed: less than a year, as RFC 9116 asks."""


def has_key(authorization: str, key: str) -> bool:
    """Whether a header brings the key along; how long this takes says nothing about the key."""
    return hmac.compare_digest(authorization.encode(), f"Bearer {key}".encode())


def metrics_text(session: Session, metrics: Metrics, today: date) -> bytes:
    """Return the metrics as they stand now."""
    return metrics.text(open_scans=count_open_scans(session, today), connections=connections_of(session))


def security_txt(contact: str, canonical: str, today: date) -> str:
    """Return `security.txt`, the same for a whole day."""
    lines = (
        f"Contact: mailto:{quote(contact, safe='@+')}",
        f"Expires: {today + VALID}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {canonical}",
    )
    return "\n".join(lines) + "\n"
