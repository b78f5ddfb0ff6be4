"""Being signed in: a random token in a cookie, of which the hash is kept, until it ends.

Signing in always makes a new token, and passing the second step another: a token that somebody knew or planted before
is worth nothing afterwards. What is kept ends by itself, after half a day or when it was not used for a while.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from app.accounts.hashes import hash_of_token
from app.models import SignIn
from app.store import sign_ins
from app.store.accounts import list_grants, lock_account

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.config import Settings
    from app.db import Session
    from app.models import Account
    from app.store.sign_ins import SignedIn

Way = Literal["password", "link", "openid", "example"]
Stage = Literal["code", "set_up", "done"]

LONGEST, UNUSED, SECOND_STEP = timedelta(hours=12), timedelta(hours=2), timedelta(minutes=10)
"""How long somebody stays signed in at most, without doing anything, and before the second step."""
NOTED = timedelta(minutes=10)
"""Being active is noted when the last time was this long ago, so that most pages write nothing."""
ONE_STEP: Collection[Way] = ("openid", "example")
"""Ways after which no second step is asked: the provider asks its own, and an example is nobody."""


def begin(session: Session, settings: Settings, account: Account, way: Way, now: datetime) -> str:
    """Sign somebody in and return the token for their cookie; it may still want a second step."""
    token = secrets.token_urlsafe(32)
    roles = {grant.role for grant in list_grants(session, account.id)}
    stage = stage_of(settings, account, roles, way)
    if stage == "done":
        note_sign_in(session, account.id, now)
    sign_ins.delete_ended(session, now)
    sign_ins.add_sign_in(
        session,
        SignIn(
            token_hash=hash_of_token(token),
            account_id=account.id,
            stage=stage,
            way=way,
            began_at=now,
            used_at=now,
            ends_at=now + (LONGEST if stage == "done" else SECOND_STEP),
        ),
    )
    return token


def stage_of(settings: Settings, account: Account, roles: Collection[str], way: Way) -> Stage:
    """Return what is still wanted of somebody who came this way."""
    if way in ONE_STEP:
        return "done"
    if account.totp_secret is not None:
        return "code"
    return "set_up" if settings.two_steps_for & frozenset(roles) else "done"


def finish(session: Session, signed_in: SignedIn, now: datetime) -> str:
    """End the first step of somebody who passed the second, and return a new token for their cookie."""
    token = secrets.token_urlsafe(32)
    sign_ins.end_sign_in(session, signed_in.sign_in.token_hash)
    note_sign_in(session, signed_in.account.id, now)
    sign_ins.add_sign_in(
        session,
        SignIn(
            token_hash=hash_of_token(token),
            account_id=signed_in.account.id,
            stage="done",
            way=signed_in.sign_in.way,
            began_at=now,
            used_at=now,
            ends_at=now + LONGEST,
        ),
    )
    return token


def note_sign_in(session: Session, account_id: str, now: datetime) -> None:
    """Note when somebody signed in, and keep the time before: that is what they are shown."""
    account = lock_account(session, account_id)
    if account is not None:
        account.signed_in_before_at, account.signed_in_at = account.signed_in_at, now


def current(session: Session, token: str, now: datetime) -> SignedIn | None:
    """Return who is signed in with a token, also when a second step is wanted; None when it has ended."""
    found = sign_ins.find_signed_in(session, hash_of_token(token))
    return found if found and counts(found.sign_in, now) else None


def counts(sign_in: SignIn, now: datetime) -> bool:
    """Whether somebody is still signed in here: it has not ended, and was used lately."""
    return now < aware(sign_in.ends_at) and now - aware(sign_in.used_at) <= UNUSED


def is_to_be_noted(signed_in: SignedIn, now: datetime) -> bool:
    """Whether it is a while ago that somebody was noted to be active."""
    return signed_in.sign_in.stage == "done" and now - aware(signed_in.sign_in.used_at) > NOTED


def aware(moment: datetime) -> datetime:
    """Return a moment as it is stored, in universal time."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
