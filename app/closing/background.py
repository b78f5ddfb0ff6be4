"""What goes on while nobody waits for it: closing what is due, and freeing the space of what was deleted since.

On SQLite each takes a turn to write like that of a request, so that those who write wait here and not in the database.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync

from app.closing.service import close_due

if TYPE_CHECKING:
    from starlette.datastructures import State

BETWEEN_CLOSINGS = 300.0
"""Seconds."""

_log = logging.getLogger(__name__)


async def close_scans_in_time(state: State) -> None:
    """Close the scans whose closing date has passed, every few minutes, until it is cancelled."""
    while True:
        await asyncio.sleep(BETWEEN_CLOSINGS)
        await close_due_scans_now(state)


async def close_due_scans_now(state: State) -> None:
    """Close the scans whose closing date has passed; what goes wrong is logged and tried again the next time."""
    try:
        async with state.writing_turns:
            await run_sync(close_due, state.engine, state.editions, state.today())
    except Exception as error:  # noqa: BLE001 - the service goes on, whatever is wrong with one scan
        _log.error("scans that are due could not be closed: %s", type(error).__name__)
