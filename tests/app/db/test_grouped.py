"""Small writes that share a transaction: each is answered when it is committed, and none suffers from another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from app.db import WritesTogether, begin_writing, make_engine, writing_turns
from tests.support.loop import run

Job = Callable[[Session], int]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    with begin_writing(engine) as session:
        session.connection().execute(text("CREATE TABLE kept (number INTEGER PRIMARY KEY)"))
    yield engine
    engine.dispose()


def kept(engine: Engine) -> list[int]:
    with Session(engine) as session:
        return [row.number for row in session.connection().execute(text("SELECT number FROM kept ORDER BY number"))]


def keep(number: int) -> Job:
    def job(session: Session) -> int:
        session.connection().execute(text("INSERT INTO kept VALUES (:number)"), {"number": number})
        return number

    return job


def together(engine: Engine, *jobs: Job) -> list[int | BaseException]:
    """Ask for all jobs at the same moment."""

    async def ask() -> list[int | BaseException]:
        writes = WritesTogether(engine, writing_turns(engine))
        return await asyncio.gather(*(writes.write(job) for job in jobs), return_exceptions=True)

    return run(ask())


def test_everybody_gets_the_answer_to_their_own_job(engine: Engine) -> None:
    assert together(engine, *(keep(number) for number in range(20))) == list(range(20))
    assert kept(engine) == list(range(20))


def test_a_job_that_fails_changes_nothing_for_the_others_and_its_asker_is_told(engine: Engine) -> None:
    def breaks(session: Session) -> int:
        keep(8)(session)
        raise LookupError("half-way")

    outcomes = together(engine, keep(1), keep(1), breaks, keep(2))
    assert sorted(str(type(outcome).__name__) for outcome in outcomes) == [
        "IntegrityError",
        "LookupError",
        "int",
        "int",
    ]
    assert isinstance(outcomes[2], LookupError)
    assert isinstance(next(one for one in outcomes[:2] if not isinstance(one, int)), IntegrityError)
    assert kept(engine) == [1, 2]


def test_an_answer_comes_after_the_commit(engine: Engine) -> None:
    happened: list[str] = []
    event.listen(engine, "commit", lambda _connection: happened.append("committed"))

    async def ask() -> None:
        await WritesTogether(engine, writing_turns(engine)).write(keep(1))
        happened.append("answered")

    run(ask())
    assert happened == ["committed", "answered"]


def test_on_sqlite_those_who_wait_for_the_same_moment_share_a_transaction(sqlite_engine: Engine) -> None:
    commits: list[object] = []
    event.listen(sqlite_engine, "commit", commits.append)
    together(sqlite_engine, *(keep(number) for number in range(20)))
    assert kept(sqlite_engine) == list(range(20))
    assert len(commits) == 1


@pytest.fixture
def sqlite_engine(tmp_path: object) -> Iterator[Engine]:
    engine = make_engine(f"sqlite:///{tmp_path}/kept.sqlite3")
    with begin_writing(engine) as session:
        session.connection().execute(text("CREATE TABLE kept (number INTEGER PRIMARY KEY)"))
    yield engine
    engine.dispose()
