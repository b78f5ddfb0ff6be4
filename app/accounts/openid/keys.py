"""The public keys of a provider, as far as they may be used here."""

from __future__ import annotations

from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet, import_key

from app.accounts.openid.errors import UNTRUSTED, OpenIdError

SHORTEST_MODULUS = 342  # signs of base64: 2048 bits


def usable_keys(document: dict[str, Any]) -> KeySet:
    """Return the keys in a document with which signatures are checked; others in it are passed over."""
    listed = document.get("keys")
    keys: list[Key] = [key for data in listed if (key := usable_key(data))] if isinstance(listed, list) else []
    if not keys:
        raise OpenIdError(UNTRUSTED, "the provider has no key with which a signature can be checked")
    return KeySet(keys)


def usable_key(data: object) -> Key | None:
    """Return a key when it is meant for signing, whole, and long enough; otherwise None."""
    if not isinstance(data, dict) or data.get("use", "sig") != "sig":
        return None
    try:
        if data.get("kty") == "EC":
            return import_key(data, "EC")
        if data.get("kty") == "RSA" and len(data["n"]) >= SHORTEST_MODULUS:
            return import_key(data, "RSA")
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    return None
