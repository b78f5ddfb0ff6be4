"""A scan that closes while people send: everything that was accepted counts, and everything else was refused."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlmodel import Session, col, func, select

from app.closing.service import close_due, close_scan
from app.collaborations.state import takes_answers
from app.db import Engine, begin_writing, make_engine, migration
from app.models import Draft, Measurement, Response, Result
from app.municipalities import load_municipalities
from app.store.responses import send
from app.store.scans import find_scan, share_scan
from app.store.visits import find_arrival, hold_arrival
from app.web.errors import Refusal
from questionnaires import load_current
from tests.app.drafts import add_draft
from tests.app.scans import SetUp, add_response, add_scan

EDITIONS = {load_current().id: load_current()}
TODAY, YESTERDAY = date(2026, 6, 30), date(2026, 6, 29)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    migration.upgrade(engine)
    with begin_writing(engine) as session:
        load_municipalities(session)
    yield engine
    engine.dispose()


def sends(engine: Engine, set_up: SetUp, token_hash: str) -> bool:
    """Send a questionnaire as a route does: hold the scan and the draft, look whether it is open, then send."""
    window = set_up.windows["professional"]
    with begin_writing(engine) as session:
        hold_arrival(session, window.ref, token_hash)
        arrival = find_arrival(session, window.ref, token_hash)
        assert arrival is not None
        if not takes_answers(arrival.found.scan, window, TODAY):
            return False
        assert arrival.draft is not None, "an open scan has lost a questionnaire"
        send(session, arrival.draft)
    return True


def closes(engine: Engine, set_up: SetUp) -> bool:
    try:
        with begin_writing(engine) as session:
            close_scan(session, EDITIONS, set_up.scan.id, TODAY)
    except Refusal:
        return False
    return True


def counted(engine: Engine, set_up: SetUp) -> int:
    """How many questionnaires the frozen measurement counted."""
    with Session(engine) as session:
        measurement = session.get(Measurement, set_up.scan.id)
        assert measurement is not None
        return int(measurement.document["record"]["result"]["windows"]["professional"]["responses"])


def rows(engine: Engine, table: type[Response | Draft | Result], set_up: SetUp) -> int:
    with Session(engine) as session:
        return session.exec(select(func.count()).where(col(table.scan_id) == set_up.scan.id)).one()


def test_who_sends_while_the_scan_closes_is_counted_or_refused(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session)
        tokens = [add_draft(session, set_up, "professional").token_hash for _ in range(16)]
    start = threading.Barrier(len(tokens) + 1)

    def together(act: Callable[[], bool]) -> bool:
        start.wait()
        return act()

    with ThreadPoolExecutor(len(tokens) + 1) as pool:
        closing = pool.submit(together, lambda: closes(engine, set_up))
        sending = [pool.submit(together, lambda token=token: sends(engine, set_up, token)) for token in tokens]
        assert closing.result()
        accepted = sum(future.result() for future in sending)

    assert counted(engine, set_up) == accepted == rows(engine, Response, set_up)
    assert rows(engine, Draft, set_up) == 0


def test_closing_waits_for_who_is_sending_and_counts_it(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session)
    with ThreadPoolExecutor(1) as pool:
        with begin_writing(engine) as session:
            share_scan(session, set_up.scan.id)
            add_response(session, set_up, "professional")
            closing = pool.submit(closes, engine, set_up)
            with pytest.raises(TimeoutError):
                closing.result(timeout=0.3)
        assert closing.result(timeout=20)

    assert counted(engine, set_up) == 1


def test_who_sends_after_closing_began_is_refused(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session)
        token = add_draft(session, set_up, "professional").token_hash
    with ThreadPoolExecutor(1) as pool:
        with begin_writing(engine) as session:
            close_scan(session, EDITIONS, set_up.scan.id, TODAY)
            sending = pool.submit(sends, engine, set_up, token)
            with pytest.raises(TimeoutError):
                sending.result(timeout=0.3)
        assert not sending.result(timeout=20)

    assert (counted(engine, set_up), rows(engine, Response, set_up)) == (0, 0)


def test_of_several_who_close_at_once_one_does(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session)
        add_response(session, set_up, "professional")
    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(lambda _: closes(engine, set_up), range(4))) == [False, False, False, True]

    assert rows(engine, Result, set_up) == 1


def test_several_processes_close_what_is_due_once(engine: Engine, database_url: str) -> None:
    """Each has a connection of its own, as processes have."""
    with begin_writing(engine) as session:
        due = [add_scan(session, closes_on=YESTERDAY) for _ in range(3)]
    processes = [make_engine(database_url) for _ in range(3)]
    start = threading.Barrier(len(processes))

    def process(own: Engine) -> int:
        start.wait()
        return close_due(own, EDITIONS, TODAY)

    with ThreadPoolExecutor(len(processes)) as pool:
        assert sum(pool.map(process, processes)) == 3
    for own in processes:
        own.dispose()

    for set_up in due:
        assert rows(engine, Result, set_up) == 1
        with Session(engine) as session:
            found = find_scan(session, set_up.scan.id)
            assert found is not None
            assert found.scan.closed_on == TODAY
