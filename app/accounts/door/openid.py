"""Who somebody of a provider is here. Whoever was not invited is nobody: no account is ever made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.door.service import normalised
from app.accounts.openid import OpenIdProvider
from app.store.accounts import find_account_by_email, find_account_by_openid, lock_account
from app.web.errors import Refusal
from app.web.page import Link

if TYPE_CHECKING:
    from app.accounts.openid import Identity, OpenIdError
    from app.config import Settings
    from app.db import Session
    from app.models import Account

LONGEST_NAME = 600
AGAIN = Link("Naar inloggen", "/inloggen")


def provider_of(settings: Settings) -> OpenIdProvider | None:
    """Return the provider at which people of this installation sign in, or None."""
    if not (settings.openid_issuer and settings.openid_client_id and settings.openid_client_secret):
        return None
    return OpenIdProvider(settings.openid_issuer, settings.openid_client_id, settings.openid_client_secret)


def who_is(session: Session, identity: Identity) -> Account | None:
    """Return the account of somebody, which is locked: as the provider knows them, or by an address that it verified.

    From then on the provider's own name for them counts, whatever becomes of the address.
    """
    name = f"{identity.issuer} {identity.subject}"
    found = find_account_by_openid(session, name)
    if found is None and identity.email and identity.email_is_verified:
        found = find_account_by_email(session, normalised(identity.email))
    account = lock_account(session, found.id) if found else None
    if account is None or account.is_example or account.openid not in {None, name} or len(name) > LONGEST_NAME:
        return None
    account.openid = name
    return account


def not_invited() -> Refusal:
    """Return the refusal of somebody whom the provider knows and we do not."""
    return Refusal(
        403,
        title="U bent hier nog niet uitgenodigd",
        explanation="Uw organisatie kent u, maar u bent hier nog niet uitgenodigd. U bent niet ingelogd.",
        advice="Vraag de coördinator van uw gemeente of de beheerder om een uitnodiging op het e-mailadres waarmee u "
        "bij uw organisatie inlogt.",
        way=AGAIN,
    )


def not_signed_in(error: OpenIdError) -> Refusal:
    """Return the refusal of somebody for whom it went wrong at the provider, or on the way."""
    return Refusal(
        error.status,
        title="Inloggen is niet gelukt",
        explanation=error.sentence,
        advice="Blijft het misgaan? Vraag de beheerder van deze installatie om hulp.",
        way=AGAIN,
    )
