"""What is done when an answer has left, so that nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio.to_thread import run_sync
from starlette.background import BackgroundTask

from app.store.space import free_space

if TYPE_CHECKING:
    from starlette.datastructures import State


async def free_space_afterwards(state: State) -> None:
    """Free the space of what was deleted; what does not succeed is tried again when scans are closed in time.

    On SQLite it takes a turn to write like that of a request: those who write wait here and not in the database.
    """
    async with state.writing_turns:
        await run_sync(free_space, state.engine)


def freeing(state: State) -> BackgroundTask:
    """Return what an answer brings along when something was deleted for good."""
    return BackgroundTask(free_space_afterwards, state)
