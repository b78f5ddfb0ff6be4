"""Who signed in, as the provider tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_EMAIL = 254
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody at a provider: `issuer` and `subject` together are who it is, for ever; the rest may change.

    An address that the provider does not call verified proves nothing: anybody may have typed it there.
    """

    issuer: str
    subject: str = field(repr=False)
    email: str | None = field(repr=False)
    email_is_verified: bool
    name: str | None = field(repr=False)


def identity_of(issuer: str, claims: Mapping[str, Any], more: Mapping[str, Any]) -> Identity:
    """Return who it is from the claims of the ID token, with `more` from userinfo where that has no address."""
    about_email = claims if email_in(claims) else more
    email = email_in(about_email)
    return Identity(
        issuer=issuer,
        subject=claims["sub"],
        email=email,
        email_is_verified=email is not None and about_email.get("email_verified") is True,
        name=name_in(claims) or name_in(more),
    )


def email_in(claims: Mapping[str, Any]) -> str | None:
    """Return the e-mail address, or None when there is none or it cannot be one."""
    email = claims.get("email")
    if not isinstance(email, str) or not 3 <= len(email) <= LONGEST_EMAIL:
        return None
    fits = "@" in email[1:-1] and email.isprintable() and " " not in email
    return email if fits else None


def name_in(claims: Mapping[str, Any]) -> str | None:
    """Return the name on one line, or None."""
    name = claims.get("name")
    if not isinstance(name, str):
        return None
    on_one_line = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    return on_one_line[:LONGEST_NAME] or None
