"""What is remembered between going to the provider and coming back."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Self

from app.accounts.openid.errors import NOT_BEGUN, OpenIdError

LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to sign in; the caller keeps it in a cookie of that browser, encrypted, and throws it away once used.

    `afterwards` is where the browser goes when it has succeeded: the caller checks that this is a place of our own.
    """

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    redirect_uri: str
    afterwards: str
    until: datetime

    @classmethod
    def new(cls, redirect_uri: str, afterwards: str, now: datetime) -> Self:
        """Return an attempt that nobody can guess; `now` has a time zone."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        return cls(state, nonce, verifier, redirect_uri, afterwards, now + LASTS)

    def to_text(self) -> str:
        """Return it as text, about 300 characters; the text is secret and must not be changed by whom it is for."""
        return json.dumps(asdict(self) | {"until": self.until.isoformat()})

    @classmethod
    def from_text(cls, text: str | None) -> Self:
        """Return what was kept. Raises `OpenIdError` when there is nothing, or nothing that can be read."""
        try:
            kept = json.loads(text or "")
            return cls(**kept | {"until": datetime.fromisoformat(kept["until"])})
        except (ValueError, TypeError, KeyError):
            raise OpenIdError(NOT_BEGUN, "no readable attempt was kept") from None
