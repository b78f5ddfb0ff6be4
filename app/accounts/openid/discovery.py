"""What a provider says about itself, remembered for an hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.accounts.openid import fetching
from app.accounts.openid.errors import UNTRUSTED, OpenIdError
from app.accounts.openid.keys import usable_keys

if TYPE_CHECKING:
    from joserfc.jwk import KeySet

LASTS = timedelta(hours=1)
WELL_KNOWN = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Where a provider does what; `names_itself` means that it says who it is when it sends a browser back."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None
    names_itself: bool


class Discovery:
    """The metadata and the keys of one provider."""

    def __init__(self, issuer: str) -> None:
        self._issuer = issuer
        self._known: Metadata | None = None
        self._keys: KeySet | None = None
        self._until: datetime | None = None

    def metadata(self, now: datetime) -> Metadata:
        """Return what the provider says about itself, at most an hour old. Raises `OpenIdError`."""
        known = self._known
        if known is None or self._until is None or now >= self._until:
            known = self._known = self._fetch()
            self._keys, self._until = None, now + LASTS
        return known

    def keys(self, metadata: Metadata, *, fresh: bool = False) -> KeySet:
        """Return the keys with which the provider signs; fresh ones when it has begun to use another."""
        keys = self._keys
        if keys is None or fresh:
            keys = self._keys = usable_keys(fetching.get(metadata.jwks_uri))
        return keys

    def _fetch(self) -> Metadata:
        address = fetching.safe_address(self._issuer, within=self._issuer)
        said = fetching.get(address.rstrip("/") + WELL_KNOWN)
        if said.get("issuer") != self._issuer:
            raise OpenIdError(UNTRUSTED, "the provider calls itself by another name than the configured issuer")
        return metadata_in(said, self._issuer)


def metadata_in(said: dict[str, Any], issuer: str) -> Metadata:
    """Return what a discovery document says; every address in it must be safe. Raises `OpenIdError`."""

    def address(name: str) -> str:
        return fetching.safe_address(said.get(name), within=issuer)

    return Metadata(
        issuer=issuer,
        authorization_endpoint=address("authorization_endpoint"),
        token_endpoint=address("token_endpoint"),
        jwks_uri=address("jwks_uri"),
        userinfo_endpoint=address("userinfo_endpoint") if said.get("userinfo_endpoint") else None,
        names_itself=said.get("authorization_response_iss_parameter_supported") is True,
    )
