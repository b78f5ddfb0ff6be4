"""People with a link of their own, and the marks of links that were used."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from app.models import Invitee, SentMark
from app.store import invitees
from tests.app.scans import SetUp, add_scan
from tests.app.store.test_store import add_municipality

PLACE = "professional"


@pytest.fixture
def set_up(session: Session) -> SetUp:
    add_municipality(session)
    return add_scan(session, personal=(PLACE, "beleid"))


def invited(session: Session, set_up: SetUp, number: int, window: str = PLACE) -> list[str]:
    people = [
        Invitee(
            id=secrets.token_hex(16),
            scan_id=set_up.scan.id,
            window=window,
            address=f"persoon{at}@houten.nl",
            code_mac=secrets.token_hex(32),
            sealed_code="verzegeld",
            invited_on=date(2026, 3, 1),
        )
        for at in range(number)
    ]
    invitees.add_invitees(session, people)
    return [one.id for one in people]


def test_a_mark_is_added_once(session: Session, set_up: SetUp) -> None:
    here = (set_up.scan.id, PLACE)
    assert [invitees.add_mark(session, *here, "m" * 64) for _ in range(2)] == [True, False]
    assert invitees.add_mark(session, set_up.scan.id, "beleid", "m" * 64)
    assert invitees.list_marks(session, *here) == {"m" * 64}


def test_people_are_done_together_in_random_order_and_their_marks_are_gone(session: Session, set_up: SetUp) -> None:
    ids, others = invited(session, set_up, 8), invited(session, set_up, 2, "beleid")
    orders: set[tuple[str, ...]] = set()

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if statement.startswith("UPDATE invitee"):
            values = parameters.values() if isinstance(parameters, dict) else parameters
            orders.add(tuple(value for value in values if value in ids))

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    for _ in range(10):
        invitees.add_mark(session, set_up.scan.id, PLACE, secrets.token_hex(32))
        invitees.settle(session, set_up.scan.id, PLACE, ids)
    event.remove(engine, "before_cursor_execute", note)
    assert len(orders) > 1
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(ids))}
    done = {one.id for one in session.exec(select(Invitee)).all() if one.is_done}
    assert (done, done & set(others)) == (set(ids), set())
    assert session.exec(select(SentMark)).all() == []


def test_forgetting_leaves_links_of_nobody(session: Session, set_up: SetUp) -> None:
    ids = invited(session, set_up, 3)
    invitees.add_mark(session, set_up.scan.id, PLACE, "m" * 64)
    invitees.settle(session, set_up.scan.id, PLACE, ids[:2])
    invitees.forget_addresses(session, set_up.scan.id)
    session.expire_all()
    people = session.exec(select(Invitee)).all()
    assert {(one.address, one.sealed_code, one.is_done, one.reminded_on) for one in people} == {("", "", False, None)}
    assert invitees.list_marks(session, set_up.scan.id, PLACE) == set()
    found = invitees.find_invited_window(session, people[0].code_mac)
    assert found is not None
    assert found.window.window == PLACE
