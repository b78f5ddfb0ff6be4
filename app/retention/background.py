"""Deleting what was kept for long enough, while nobody waits for it: when the service starts, and each day."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync

from app.retention.accounts import Moment
from app.retention.service import purge

if TYPE_CHECKING:
    from starlette.datastructures import State

BETWEEN_LOOKS = 600.0
"""Seconds between two looks at the calendar: a machine that slept does not miss the night."""

_log = logging.getLogger(__name__)


async def purge_each_day(state: State) -> None:
    """Delete what was kept for long enough on every new day, until it is cancelled."""
    day = state.today()
    while True:
        await asyncio.sleep(BETWEEN_LOOKS)
        if state.today() != day:
            day = state.today()
            await purge_now(state, rewrite=True)


async def purge_now(state: State, *, rewrite: bool = False) -> None:
    """Delete what was kept for long enough; what goes wrong is logged and tried again the next day.

    On SQLite it takes a turn to write like that of a request: those who write wait here and not in the database.
    """
    moment = Moment(state.today(), state.now(), state.settings.base_url)
    try:
        async with state.writing_turns:
            await run_sync(partial(purge, state.engine, moment, rewrite=rewrite))
    except Exception as error:  # noqa: BLE001 - the service goes on
        _log.error("what was kept for long enough could not be deleted: %s", type(error).__name__)
