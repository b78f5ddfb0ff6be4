"""The two kinds of session that a route can ask for; its signature tells whether it may change anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine, event
from sqlmodel import Session

from app.db.engine import begin_writing


def read_session(request: Request) -> Iterator[Session]:
    """Give a session of which nothing is kept."""
    with Session(request.app.state.engine) as session:
        yield session


def writing_turns(engine: Engine) -> AbstractAsyncContextManager[None]:
    """Return what a writing request waits for: on SQLite its turn, on PostgreSQL nothing.

    Waiting here costs no thread, and is ten times shorter at its worst than the busy time-out of SQLite.
    """
    return asyncio.Semaphore(1) if engine.dialect.name == "sqlite" else nullcontext()


async def writing_turn(request: Request) -> AsyncIterator[None]:
    """Hold the turn to write until the transaction has ended; who still sends their form slowly holds up nobody."""
    await request.body()
    async with request.app.state.writing_turns:
        yield


def write_session(
    request: Request, _turn: Annotated[None, Depends(writing_turn, scope="function")]
) -> Iterator[Session]:
    """Give a session that is committed before the answer leaves, so that "saved" on a page is true."""
    with begin_writing(request.app.state.engine) as session:
        yield session


def after_commit(session: Session, action: Callable[[], None]) -> None:
    """Do something once what this session wrote is kept; when it is not kept it is not done."""
    event.listen(session, "after_commit", lambda _session: action(), once=True)


ReadSession = Annotated[Session, Depends(read_session, scope="function")]
WriteSession = Annotated[Session, Depends(write_session, scope="function")]
