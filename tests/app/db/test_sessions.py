"""Sessions, on both databases: a write is kept before its answer leaves, and none is lost."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import BackgroundTasks, FastAPI
from sqlalchemy import Engine, text
from sqlmodel import Session, col, select, update
from starlette.testclient import TestClient

from app.db import ReadSession, WriteSession, begin_writing, make_engine, migration, writing_turns
from app.models import Municipality
from app.web.forms import Fields
from tests.support.server import serve

WRITERS, TIMES = 8, 10
HALF_A_FORM = (
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nx="
)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    migration.upgrade(engine)
    with begin_writing(engine) as session:
        session.add(Municipality(code="GM0321", name="0", province="Utrecht"))
    yield engine
    engine.dispose()


@pytest.fixture
def app(engine: Engine) -> FastAPI:
    app = FastAPI(openapi_url=None)
    app.state.engine = engine
    app.state.writing_turns = writing_turns(engine)
    return app


def name(engine: Engine) -> str:
    with Session(engine) as session:
        return session.exec(select(Municipality.name)).one()


def rename(session: Session, new: str) -> None:
    session.exec(update(Municipality).where(col(Municipality.code) == "GM0321").values(name=new))


def test_a_write_is_kept_before_the_answer_leaves(app: FastAPI, engine: Engine) -> None:
    seen_after_the_answer: list[str] = []

    @app.post("/")
    def post(session: WriteSession, after: BackgroundTasks) -> str:
        rename(session, "nieuw")
        after.add_task(lambda: seen_after_the_answer.append(name(engine)))
        return "opgeslagen"

    with TestClient(app) as client:
        assert client.post("/").status_code == 200
    assert seen_after_the_answer == ["nieuw"]


def test_nothing_is_kept_when_the_route_fails(app: FastAPI, engine: Engine) -> None:
    @app.post("/")
    def post(session: WriteSession) -> None:
        rename(session, "half")
        raise RuntimeError("half way")

    with TestClient(app, raise_server_exceptions=False) as client:
        assert client.post("/").status_code == 500
    assert name(engine) == "0"


def test_nothing_is_kept_of_a_session_for_reading(app: FastAPI, engine: Engine) -> None:
    @app.get("/")
    def get(session: ReadSession) -> None:
        rename(session, "gelezen")

    with TestClient(app) as client:
        assert client.get("/").status_code == 200
    assert name(engine) == "0"


def test_a_failed_write_does_not_keep_the_next_one_waiting(app: FastAPI, engine: Engine) -> None:
    @app.post("/{new}")
    def post(session: WriteSession, new: str) -> None:
        rename(session, new)
        if new == "half":
            raise RuntimeError("half way")

    with TestClient(app, raise_server_exceptions=False) as client:
        assert [client.post(f"/{new}").status_code for new in ("half", "heel")] == [500, 200]
    assert name(engine) == "heel"


def test_no_update_is_lost_when_many_write_at_once(engine: Engine) -> None:
    start = threading.Barrier(WRITERS)

    def count_up() -> None:
        start.wait()
        for _ in range(TIMES):
            with begin_writing(engine) as session:
                wanted = select(Municipality).where(col(Municipality.code) == "GM0321").with_for_update()
                municipality = session.exec(wanted).one()
                municipality.name = str(int(municipality.name) + 1)

    with ThreadPoolExecutor(WRITERS) as pool:
        for done in [pool.submit(count_up) for _ in range(WRITERS)]:
            done.result()
    assert name(engine) == str(WRITERS * TIMES)


def test_every_request_that_writes_at_once_succeeds(app: FastAPI, engine: Engine) -> None:
    @app.post("/")
    def post(session: WriteSession) -> None:
        municipality = session.exec(select(Municipality).with_for_update()).one()
        municipality.name = str(int(municipality.name) + 1)

    with TestClient(app) as client, ThreadPoolExecutor(WRITERS) as pool:
        answers = list(pool.map(lambda _: client.post("/").status_code, range(WRITERS * TIMES)))
    assert answers == [200] * (WRITERS * TIMES)
    assert name(engine) == str(WRITERS * TIMES)


def test_who_sends_a_form_slowly_holds_up_nobody(app: FastAPI, engine: Engine) -> None:
    @app.post("/")
    def post(session: WriteSession, fields: Fields) -> None:
        rename(session, f"nieuw{fields.text('x')}")

    with serve(app) as address, socket.create_connection(("127.0.0.1", urlsplit(address).port or 0)) as slow:
        slow.sendall(HALF_A_FORM)
        assert httpx.post(address, timeout=10).status_code == 200
        assert name(engine) == "nieuw"


def test_sqlite_keeps_what_it_said_it_kept(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'new folder' / 'vensterscan.sqlite3'}")
    with engine.connect() as connection:
        values = {
            pragma: connection.execute(text(f"PRAGMA {pragma}")).scalar_one()
            for pragma in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete")
        }
    engine.dispose()
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 5000,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
