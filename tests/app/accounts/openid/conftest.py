"""A service that is registered at a provider, and how a test says what has to be refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from joserfc.jwk import RSAKey

from app.accounts.openid import OpenIdProvider
from tests.app.accounts.openid.hostile import CLIENT_ID, HostileProvider, run_hostile_provider


@pytest.fixture(scope="session")
def key() -> RSAKey:
    """The key of the hostile provider; making one takes a while."""
    return RSAKey.generate_key(2048, {"use": "sig"}, auto_kid=True)


@pytest.fixture
def hostile(key: RSAKey) -> Iterator[HostileProvider]:
    """A provider that is honest until a test makes it lie."""
    with run_hostile_provider(key) as provider:
        yield provider


@pytest.fixture
def client(hostile: HostileProvider) -> OpenIdProvider:
    """The service, registered at the hostile provider."""
    return OpenIdProvider(hostile.issuer, CLIENT_ID, "geheim")
