"""People with roles for the tests: signed in with one line, as signing in would have left it."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime
from typing import Any

from fastapi import FastAPI
from sqlmodel import Session

from app.accounts import cookies
from app.accounts.asker import Asker
from app.accounts.sign_ins import begin
from app.db import begin_writing
from app.models import Account, Grant
from app.store import accounts
from tests.app.page_client import PageClient

MADE_ON = date(2026, 1, 5)


def coordinator(account_id: str, name: str, *municipalities: str) -> Asker:
    """Somebody who manages municipalities, without any of them every one."""
    return Asker(account_id, name, coordinates=frozenset(municipalities), everywhere=not municipalities)


def add_person(session: Session, role: str | None = None, *, name: str = "", email: str = "", **where: Any) -> Account:
    """Add somebody, with a role somewhere: `municipality_code`, `collaboration_id` or `scan_id`."""
    mark = secrets.token_hex(4)
    account = accounts.add_account(
        session,
        Account(
            id=secrets.token_hex(16),
            name=name or f"{role or 'iemand'} {mark}",
            email=email or f"{mark}@voorbeeld.nl",
            made_on=MADE_ON,
        ),
    )
    if role:
        add_role(session, account, role, **where)
    return account


def add_role(session: Session, account: Account, role: str, **where: Any) -> Grant:
    """Give somebody a role."""
    return accounts.add_grant(session, Grant(account_id=account.id, role=role, granted_on=MADE_ON, **where))


def token_for(app: FastAPI, account: Account) -> str:
    """Sign somebody in, and return what stands in their cookie."""
    with begin_writing(app.state.engine) as session:
        return begin(session, app.state.settings, account, "openid", datetime.now(UTC))


def sign_in(client: PageClient, account: Account) -> PageClient:
    """Let a client be the browser of somebody who is signed in."""
    client.http.headers["Sec-Fetch-Site"] = "same-origin"
    client.http.cookies.set(cookies.name(client.app.state.settings), token_for(client.app, account))
    return client


def somebody(app: FastAPI, role: str, *, host: str = "testserver", **about: Any) -> PageClient:
    """A client of somebody new with a role, who comes to the service by this name."""
    with begin_writing(app.state.engine) as session:
        account = add_person(session, role, **about)
    return sign_in(PageClient(app, host), account)


def with_every_role(app: FastAPI) -> PageClient:
    """A client of somebody who is everything, where the examples are."""
    with begin_writing(app.state.engine) as session:
        account = add_person(session, "coordinator", name="Iemand met elke rol")
        add_role(session, account, "meelezer", municipality_code="GM0321")
        add_role(session, account, "beheerder")
        add_role(session, account, "moderator", scan_id="voorbeeld-houten-fase-1")
    return sign_in(PageClient(app), account)
