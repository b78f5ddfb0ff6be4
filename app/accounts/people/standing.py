"""Whether somebody who was invited has begun, as others may see it.

Who invites an address does not learn whether it had an account already: a role of an account that was there counts as
begun from the first day after it was given on which its owner signs in, as it may do for one that is new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.accounts.sign_ins import aware

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.models import Account
    from app.store.grants import HeldRole

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def is_new(account: Account) -> bool:
    """Whether the owner of an account has no way in yet but the link that they are sent."""
    ways = (account.signed_in_at, account.password_hash, account.openid)
    return not account.is_example and all(way is None for way in ways)


def has_begun(held: HeldRole) -> bool:
    """Whether somebody has begun with a role, as who gave it may see it."""
    account, given = held.account, held.grant.granted_on
    if account.is_example:
        return True
    if account.signed_in_at is None:
        return False
    day = aware(account.signed_in_at).astimezone(AMSTERDAM).date()
    return day > given or day == given == account.made_on


def who_began(roles: Iterable[HeldRole]) -> frozenset[str]:
    """Return who has begun with any of these roles: in one municipality everybody may know that of all their roles."""
    return frozenset(one.account.id for one in roles if has_begun(one))
