"""A municipality with people for the tests: who began, who was invited, and who belongs elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from fastapi import FastAPI
from sqlmodel import select

from app.accounts.people.letters import Desk
from app.db import Session, begin_writing
from app.models import Account, AuditEntry, Grant, Message
from app.store.accounts import find_account_by_email, list_grants
from app.store.messages import list_messages
from app.web.dependencies import now_in_universal_time
from app.web.errors import Refusal
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import add_person, sign_in

HOUTEN, WOERDEN = "GM0321", "GM0632"
PEOPLE = f"/gemeenten/{HOUTEN}/mensen"


def begun(app: FastAPI, role: str, *, name: str = "", email: str = "", **where: Any) -> Account:
    """Somebody with a role who signed in some time."""
    with begin_writing(app.state.engine) as session:
        account = add_person(session, role, name=name, email=email, **where)
        account.signed_in_at = now_in_universal_time()
    return account


def coordinator_of(app: FastAPI, code: str = HOUTEN, **about: Any) -> tuple[PageClient, Account]:
    """A client of a coördinator of one municipality, and their account."""
    account = begun(app, "coordinator", municipality_code=code, **about)
    return sign_in(PageClient(app), account), account


def roles_of(app: FastAPI, email: str) -> list[str] | None:
    """The roles of who has this address, or None where there is no such account."""
    with Session(app.state.engine) as session:
        account = find_account_by_email(session, email)
        return [grant.role for grant in list_grants(session, account.id)] if account else None


def grant_of(app: FastAPI, email: str) -> Grant:
    """The only role of who has this address."""
    with Session(app.state.engine) as session:
        account = find_account_by_email(session, email)
        assert account is not None
        (grant,) = list_grants(session, account.id)
        return grant


def letters(app: FastAPI) -> list[Message]:
    """The messages that wait."""
    with Session(app.state.engine) as session:
        return list(list_messages(session))


def link_in(letter: Message) -> str:
    """The only link of a welcome letter, as a path."""
    (link,) = re.findall(r"https?://[^/\s]+(/welkom/\S+)", letter.body)
    return str(link)


def acts(app: FastAPI) -> list[tuple[str, str | None]]:
    """What was noted, with the municipality, first to last."""
    with Session(app.state.engine) as session:
        found = session.exec(select(AuditEntry).order_by(AuditEntry.id)).all()  # type: ignore[arg-type]
        return [(one.act, one.municipality_code) for one in found if one.act != "signed_in"]


def both_at_once(app: FastAPI, end: Callable[[Session, int], None], ids: Iterable[int | None]) -> list[int]:
    """End two roles in two transactions at the same moment; returns how each ended, 303 or the status of a refusal."""
    together = Barrier(2, timeout=30)

    def leave(number: int | None) -> int:
        assert number is not None
        together.wait()
        try:
            with begin_writing(app.state.engine) as session:
                end(session, number)
        except Refusal as refused:
            return refused.status
        return 303

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(leave, ids))


def desk(app: FastAPI) -> Desk:
    """From where letters are written."""
    return Desk(lambda path: f"http://testserver{path}", app.state.today(), app.state.now())


def as_stored(app: FastAPI) -> list[dict[str, Any]]:
    """Everybody, every role and every message."""
    with Session(app.state.engine) as session:
        rows = [row for table in (Account, Grant, Message) for row in session.exec(select(table)).all()]
        return [row.model_dump() for row in rows]


def row_of(page: InspectedPage, name: str) -> str:
    """What stands in the list about somebody."""
    (row,) = [one for one in page.all("li") if one.get("class") == "people-row" and name in one.text]
    return row.text
