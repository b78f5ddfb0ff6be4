"""People who are signed in to a database before the service runs."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from app.accounts import cookies
from app.accounts.sign_ins import begin
from app.db import begin_writing
from app.models import Account, Grant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi import FastAPI


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody with an account, and the cookies of their browser."""

    account_id: str
    cookies: dict[str, str]


def signed_in(app: FastAPI, role: str, places: Sequence[dict[str, Any]]) -> SignedIn:
    """Add somebody with this role in each of these places, and sign them in.

    A place says where a grant holds, such as `{"collaboration_id": 7}`; an empty one is everywhere.
    """
    today = date.today()  # noqa: DTZ011 - any day will do
    account = Account(id=secrets.token_hex(16), name=role, email=f"{secrets.token_hex(8)}@voorbeeld.nl", made_on=today)
    with begin_writing(app.state.engine) as session:
        session.add(account)
        session.flush()
        session.add_all(Grant(account_id=account.id, role=role, granted_on=today, **place) for place in places)
        session.flush()
        token = begin(session, app.state.settings, account, "openid", datetime.now(UTC))
    return SignedIn(account.id, {cookies.name(app.state.settings): token})
