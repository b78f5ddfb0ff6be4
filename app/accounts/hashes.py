"""What is kept of tokens and passwords: enough to recognise them, not to find them."""

from __future__ import annotations

import hashlib
import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
_AT_ONCE = threading.BoundedSemaphore(2)
"""Each takes 64 MiB: many who sign in at once wait for each other, and the service goes on."""


def hash_of_token(token: str) -> str:
    """Return what is kept of a token; it has so much chance in it that it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def hash_of_password(password: str) -> str:
    """Return what is kept of a password (argon2id)."""
    with _AT_ONCE:
        return _hasher.hash(_as_typed_anywhere(password))


@cache
def _nobodys() -> str:
    return _hasher.hash("the password of nobody")


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one of which this is kept; without one it takes as long, and is never right."""
    with _AT_ONCE:
        try:
            return _hasher.verify(kept or _nobodys(), _as_typed_anywhere(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Whether a password is to be hashed anew, because hashing became stronger since."""
    return _hasher.check_needs_rehash(kept)


def _as_typed_anywhere(password: str) -> str:
    """Return a password as it is hashed: keyboards make the same letter in different ways."""
    return unicodedata.normalize("NFKC", password)
