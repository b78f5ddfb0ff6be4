"""The second step of signing in: a code of an app (TOTP, RFC 6238), or a recovery code in its place.

The secret of the app is sealed with the key of the installation; of recovery codes a keyed hash is kept. Who takes the
database without the key can make no code.
"""

from __future__ import annotations

import hmac
import re
import secrets
from typing import TYPE_CHECKING

import pyotp
import segno

from app.store import accounts

if TYPE_CHECKING:
    from datetime import datetime

    from app.db import Session
    from app.keys import Keys
    from app.models import Account

SECRET, OFFER, RECOVERY = "totp", "totp offer", "recovery"
STEP = 30
"""Seconds that a code is shown."""
AROUND = (0, -1, 1)
"""Clocks differ: the code before and the one after this are right as well."""
OFFERED = 30 * 60
"""Seconds that somebody may take to set up the app."""
ALPHABET = "cdfghjkmnpqrtvwxy34679"
CODES, CODE_LENGTH = 10, 10


def new_secret() -> str:
    """Return a secret for an app."""
    return pyotp.random_base32()


def offer(keys: Keys, account: Account, secret: str) -> str:
    """Return a secret sealed for the form in which this account confirms it."""
    return keys.seal(OFFER, f"{account.id} {secret}")


def offered(keys: Keys, account: Account, sealed: str) -> str | None:
    """Return the secret that this account was offered, or None when that was somebody else, or too long ago."""
    account_id, _, secret = (keys.unseal(OFFER, sealed, seconds=OFFERED) or "").partition(" ")
    return secret if account_id == account.id and secret else None


def address_of(account: Account, secret: str) -> str:
    """Return the address that an app on the same device opens."""
    return pyotp.TOTP(secret).provisioning_uri(name=account.email or account.name, issuer_name="Vensterscan")


def picture(account: Account, secret: str) -> str:
    """Return the address of the picture that an app scans: the QR code itself, as data."""
    return segno.make_qr(address_of(account, secret), error="m").svg_data_uri(border=4, light="#fff", scale=5)


def in_groups(secret: str) -> str:
    """Return a secret as a person copies it.

    >>> in_groups("ABCDEFGHIJ")
    'ABCD EFGH IJ'
    """
    return " ".join(re.findall(".{1,4}", secret))


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """Return the step of time of which this is the code, or None when it is not one of about now."""
    digits = "".join(code.split())
    app, this_step = pyotp.TOTP(secret), int(now.timestamp()) // STEP
    for step in (this_step + difference for difference in AROUND):
        if hmac.compare_digest(app.generate_otp(step).encode(), digits.encode()):
            return step
    return None


def switch_on(session: Session, keys: Keys, account: Account, secret: str, step: int) -> tuple[str, ...]:
    """Want codes of this app from an account, which is locked, and return its recovery codes: they are not kept."""
    account.totp_secret, account.totp_step = keys.seal(SECRET, secret), step
    return renew_recovery_codes(session, keys, account)


def switch_off(session: Session, account: Account) -> None:
    """Want no second step any more from an account, which is locked."""
    account.totp_secret, account.totp_step = None, 0
    accounts.replace_recovery_codes(session, account.id, ())


def renew_recovery_codes(session: Session, keys: Keys, account: Account) -> tuple[str, ...]:
    """Give an account other recovery codes, and return them: they are not kept."""
    codes = tuple("".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)) for _ in range(CODES))
    accounts.replace_recovery_codes(session, account.id, (_kept(keys, account, code) for code in codes))
    return tuple(f"{code[:5]}-{code[5:]}" for code in codes)


def use_code(session: Session, keys: Keys, account: Account, code: str, now: datetime) -> bool:
    """Use up a code of the app or a recovery code of an account, which is locked; none works twice."""
    secret = keys.unseal(SECRET, account.totp_secret or "")
    if secret is None:
        return False
    step = step_of(secret, code, now)
    if step is not None and step > account.totp_step:
        account.totp_step = step
        return True
    plain = re.sub(r"[\s-]", "", code).lower()
    return len(plain) == CODE_LENGTH and accounts.use_recovery_code(session, account.id, _kept(keys, account, plain))


def _kept(keys: Keys, account: Account, code: str) -> str:
    return keys.mac(RECOVERY, f"{account.id} {code}")
