"""Many small writes at once: those that wait for the same moment share one transaction, and so one write to disk.

On SQLite only one transaction writes at a time. When many people save an answer at the same moment, each in a
transaction of its own, most of the time goes to waiting for the disk and for each other. On PostgreSQL, where they do
not wait for each other, each has its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar, cast

from anyio.to_thread import run_sync
from fastapi import Request
from sqlalchemy import Engine
from sqlmodel import Session

from app.db.engine import begin_writing

Result = TypeVar("Result")
Job = Callable[[Session], Any]


class WritesTogether:
    """Takes small pieces of writing, and answers each when it is committed.

    `turns` is what every writing request waits for, so that these wait in the same line.
    """

    def __init__(self, engine: Engine, turns: AbstractAsyncContextManager[None]) -> None:
        self._engine = engine
        self._turns = turns
        self._shares = engine.dialect.name == "sqlite"
        self._waiting: list[tuple[Job, asyncio.Future[Any]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def write(self, job: Callable[[Session], Result]) -> Result:
        """Do a job in a session and return what it returns, once that is committed; raise what went wrong with it.

        The job may be done again: when anything goes wrong, all jobs of the transaction are done anew, each in its own.
        """
        if not self._shares:
            (outcome,) = await run_sync(self._commit, [job])
            return cast("Result", _result(outcome))
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((job, future))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        return cast("Result", _result(await future))

    async def _write_all(self) -> None:
        """Write what waits; meanwhile others come, who go together the next time."""
        while self._waiting:
            async with self._turns:
                group, self._waiting = self._waiting, []
                outcomes = await run_sync(self._commit, [job for job, _ in group])
            for (_, future), outcome in zip(group, outcomes, strict=True):
                if not future.done():  # nobody waits any more for a request that was broken off
                    future.set_result(outcome)

    def _commit(self, jobs: list[Job]) -> list[Any]:
        try:
            with begin_writing(self._engine) as session:
                return [job(session) for job in jobs]
        except Exception as error:  # noqa: BLE001 - it goes to whoever asked for the job
            return [_Failed(error)] if len(jobs) == 1 else [one for job in jobs for one in self._commit([job])]


class _Failed:
    """What a job raised instead of returning."""

    def __init__(self, error: Exception) -> None:
        self.error = error


def _result(outcome: Any) -> Any:
    if isinstance(outcome, _Failed):
        raise outcome.error
    return outcome


def grouped_writes(request: Request) -> WritesTogether:
    """Return where a route takes one small thing to write that is asked of it very often."""
    return cast("WritesTogether", request.app.state.grouped_writes)
