"""Reading an ID token: who signed it, for whom, and for which attempt."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.errors import ClaimError, InvalidKeyIdError, JoseError
from joserfc.jws import JWSRegistry

from app.accounts.openid.errors import UNTRUSTED, OpenIdError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from joserfc.jwk import KeySet
    from joserfc.jwt import Token

ALGORITHMS = ("RS256", "ES256", "PS256")  # never `none`, nor HS256 with something that everybody can know
LEEWAY_SECONDS = 60
LONGEST_SUBJECT = 255
# What the provider adds to the header means nothing to us, unless it says that it is critical.
REGISTRY = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
UNREADABLE = (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Expected:
    """What an ID token has to agree with: who sends it, for whom, in which attempt, with which access token."""

    issuer: str
    client_id: str
    nonce: str = field(repr=False)
    access_token: object = field(repr=False)


def verified(text: object, keys_of: Callable[[bool], KeySet]) -> Token:
    """Return an ID token of which the signature is right.

    `keys_of(fresh)` returns the keys of the provider; they are asked again when the token names one that is not there.
    Raises `OpenIdError`.
    """
    if not isinstance(text, str):
        raise OpenIdError(UNTRUSTED, "the provider gave no ID token")
    try:
        try:
            return jwt.decode(text, keys_of(False), registry=REGISTRY)
        except InvalidKeyIdError:
            return jwt.decode(text, keys_of(True), registry=REGISTRY)
    except UNREADABLE as error:
        raise OpenIdError(UNTRUSTED, f"the ID token is not signed as it should be: {type(error).__name__}") from None


def checked(token: Token, expected: Expected, now: datetime) -> dict[str, Any]:
    """Return the claims of an ID token that is meant for us, now, for this attempt. Raises `OpenIdError`."""
    options = {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client_id},
        "sub": {"essential": True},
    }
    claims = CodeIDToken(token.claims, token.header, options, asdict(expected))
    try:
        claims.validate(int(now.timestamp()), LEEWAY_SECONDS)
    except ClaimError as error:
        raise OpenIdError(UNTRUSTED, f"the ID token is refused: {type(error).__name__} {error.claim}") from None
    except UNREADABLE as error:
        raise OpenIdError(UNTRUSTED, f"the ID token is refused: {type(error).__name__}") from None
    subject = claims["sub"]
    if not (len(subject) <= LONGEST_SUBJECT and subject.isascii() and subject.isprintable()):
        raise OpenIdError(UNTRUSTED, "the ID token is refused: its subject is too long or no plain text")
    return dict(claims)
