"""Who is at their own account. An example person looks, and changes nothing."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from app.accounts.dependencies import MaybeSignedIn, Somebody, not_yours
from app.store.sign_ins import SignedIn


def _at_home(_asker: Somebody, found: MaybeSignedIn) -> SignedIn:
    assert found is not None, "who may ask is signed in"
    return found


Owner = Annotated[SignedIn, Depends(_at_home)]
"""Who is signed in, at their own account."""


def _no_example(found: Owner) -> SignedIn:
    if found.account.is_example:
        raise not_yours("Een voorbeeldaccount kan niets aan zichzelf veranderen.")
    return found


RealOwner = Annotated[SignedIn, Depends(_no_example)]
"""The same, and no example."""
