"""Going to a provider and coming back: the authorisation code flow with PKCE."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri  # type: ignore[import-untyped]
from authlib.oauth2.rfc7636 import create_s256_code_challenge  # type: ignore[import-untyped]

from app.accounts.openid import fetching, id_token
from app.accounts.openid.attempt import Attempt
from app.accounts.openid.discovery import Discovery, Metadata
from app.accounts.openid.errors import AWAY, NOT_BEGUN, REFUSED, TOO_LATE, UNTRUSTED, OpenIdError
from app.accounts.openid.identity import Identity, email_in, identity_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

SCOPE = "openid email profile"
# What a provider may say in so many words (RFC 6749, OpenID Connect Core); other text of theirs stays out of our log.
REFUSALS = {
    "access_denied", "login_required", "consent_required", "interaction_required", "account_selection_required",
}  # fmt: skip
KNOWN_ERRORS = REFUSALS | {
    "invalid_request", "invalid_client", "invalid_grant", "invalid_scope", "unauthorized_client",
    "unsupported_grant_type", "unsupported_response_type", "server_error", "temporarily_unavailable",
}  # fmt: skip


class OpenIdProvider:
    """One provider, at which this service is registered; made once, because it remembers what the provider said."""

    def __init__(self, issuer: str, client_id: str, client_secret: str) -> None:
        self.issuer = issuer
        self._client_id = client_id
        self._client_secret = client_secret
        self._discovery = Discovery(issuer)

    def begin(self, redirect_uri: str, afterwards: str, now: datetime) -> tuple[str, Attempt]:
        """Return where the browser goes, and what the caller keeps for when it comes back. Raises `OpenIdError`.

        `redirect_uri` is the full address at which it comes back, as it is registered at the provider.
        """
        metadata = self._discovery.metadata(now)
        attempt = Attempt.new(redirect_uri, afterwards, now)
        address = prepare_grant_uri(
            metadata.authorization_endpoint,
            client_id=self._client_id,
            response_type="code",
            redirect_uri=redirect_uri,
            scope=SCOPE,
            state=attempt.state,
            nonce=attempt.nonce,
            code_challenge=create_s256_code_challenge(attempt.verifier),
            code_challenge_method="S256",
        )
        return str(address), attempt

    def finish(self, attempt: Attempt, answer: Mapping[str, str], now: datetime) -> Identity:
        """Return who signed in; `answer` is the query with which the browser came back. Raises `OpenIdError`."""
        check_answer_is_ours(attempt, answer, now)
        metadata = self._discovery.metadata(now)
        check_sender(metadata, answer)
        tokens = self._exchange(metadata, attempt, code_in(answer))
        token = id_token.verified(tokens.get("id_token"), lambda fresh: self._discovery.keys(metadata, fresh=fresh))
        access_token = tokens.get("access_token")
        expected = id_token.Expected(self.issuer, self._client_id, attempt.nonce, access_token)
        claims = id_token.checked(token, expected, now)
        more = {} if email_in(claims) else userinfo(metadata, access_token, claims["sub"])
        return identity_of(self.issuer, claims, more)

    def _exchange(self, metadata: Metadata, attempt: Attempt, code: str) -> dict[str, Any]:
        """Return the tokens for a code."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": attempt.redirect_uri,
            "code_verifier": attempt.verifier,
        }
        # RFC 6749, 2.3.1: both are written as in a form first; Authlib and httpx leave that out.
        auth = httpx.BasicAuth(quote_plus(self._client_id), quote_plus(self._client_secret))
        status, tokens = fetching.post(metadata.token_endpoint, form, auth)
        if status != 200:
            error = known_error(tokens.get("error"))
            fault = NOT_BEGUN if error == "invalid_grant" else AWAY  # a code that is old, or was used before
            raise OpenIdError(fault, f"the provider gave no token: status {status}, {error}")
        return tokens


def check_answer_is_ours(attempt: Attempt, answer: Mapping[str, str], now: datetime) -> None:
    """Check that the answer belongs to this attempt and is in time."""
    if not secrets.compare_digest(answer.get("state", "").encode(errors="replace"), attempt.state.encode()):
        raise OpenIdError(NOT_BEGUN, "the state is not that of this attempt")
    if now >= attempt.until:
        raise OpenIdError(TOO_LATE, "the attempt is too old")


def check_sender(metadata: Metadata, answer: Mapping[str, str]) -> None:
    """Check that the provider where the browser comes from is the one to which it was sent."""
    sender = answer.get("iss")
    if sender != metadata.issuer and (metadata.names_itself or sender is not None):
        raise OpenIdError(UNTRUSTED, "the answer comes from another issuer")


def code_in(answer: Mapping[str, str]) -> str:
    """Return the code in an answer, or say what the provider refuses."""
    error = answer.get("error")
    if error is not None:
        raise OpenIdError(REFUSED if error in REFUSALS else AWAY, f"the provider refused: {known_error(error)}")
    code = answer.get("code")
    if not code:
        raise OpenIdError(UNTRUSTED, "the answer has no code")
    return code


def known_error(error: object) -> str:
    """Return the word for an error when it is one of the standard's own."""
    return error if isinstance(error, str) and error in KNOWN_ERRORS else "unknown error"


def userinfo(metadata: Metadata, access_token: object, subject: str) -> dict[str, Any]:
    """Return what else the provider tells about somebody; nothing when it has no place for that."""
    if metadata.userinfo_endpoint is None or not isinstance(access_token, str):
        return {}
    if not (access_token.isascii() and access_token.isprintable()):
        raise OpenIdError(UNTRUSTED, "the access token cannot be sent")
    said = fetching.get(metadata.userinfo_endpoint, access_token)
    if said.get("sub") != subject:
        raise OpenIdError(UNTRUSTED, "userinfo is about somebody else")
    return said
