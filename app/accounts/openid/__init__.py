"""Signing in with OpenID Connect: the protocol. Sessions, accounts and cookies are made elsewhere.

`OpenIdProvider.begin` says where to send the browser and what to remember; `OpenIdProvider.finish` makes of what the
browser brings back an `Identity`, or raises `OpenIdError`. How it goes: docs of OpenID Connect Core 1.0, section 3.1,
with PKCE (RFC 7636) and the issuer in the answer (RFC 9207).
"""

from app.accounts.openid.attempt import Attempt
from app.accounts.openid.errors import OpenIdError
from app.accounts.openid.identity import Identity
from app.accounts.openid.provider import OpenIdProvider

__all__ = ["Attempt", "Identity", "OpenIdError", "OpenIdProvider"]
