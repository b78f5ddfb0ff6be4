"""The key of this installation, which is not in the database: with it some things in there mean something, without it
they mean nothing.

One secret makes a key per purpose. `seal` hides what must be read back, such as the secret of somebody's app; `mac`
recognises what need not be read back. A backup of the database holds no key.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken

if TYPE_CHECKING:
    from app.config import Settings

FILE = "sleutel"
BYTES = 32


class Keys:
    """Seals and recognises, with a key of its own for every purpose."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def seal(self, purpose: str, text: str) -> str:
        """Hide a text; only `unseal` with the same purpose reads it."""
        return self._fernet(purpose).encrypt(text.encode()).decode()

    def unseal(self, purpose: str, sealed: str, *, seconds: int | None = None) -> str | None:
        """Return a text that was sealed, or None where it was not sealed here, or longer ago than `seconds`."""
        try:
            return self._fernet(purpose).decrypt(sealed.encode(), ttl=seconds).decode()
        except InvalidToken:
            return None

    def mac(self, purpose: str, text: str) -> str:
        """Return the keyed hash of a text: 64 characters, always the same for the same text."""
        return hmac.new(self._key(f"mac {purpose}"), text.encode(), hashlib.sha256).hexdigest()

    def _fernet(self, purpose: str) -> Fernet:
        return Fernet(base64.urlsafe_b64encode(self._key(f"seal {purpose}")))

    def _key(self, purpose: str) -> bytes:
        return hmac.new(self._secret, purpose.encode(), hashlib.sha256).digest()


def open_keys(settings: Settings) -> Keys:
    """Return the keys of this installation: from the settings, or from a file in the data folder, made where it lacks.

    Of several processes that start at once the first makes the file and the others read it.
    """
    if settings.secret_key:
        return Keys(settings.secret_key)
    file = settings.data_dir / FILE
    if not file.exists():
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{FILE}.{secrets.token_hex(8)}")
        part.touch(mode=0o600)
        part.write_text(secrets.token_urlsafe(BYTES), encoding="utf-8")
        try:
            os.link(part, file)
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return Keys(file.read_text(encoding="utf-8").strip())
