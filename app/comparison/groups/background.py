"""Giving groups new figures while nobody waits for it: when the service starts, and each day."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync

from app.comparison.groups.service import renew_all
from app.db import begin_writing

if TYPE_CHECKING:
    from starlette.datastructures import State

BETWEEN_LOOKS = 600.0
"""Seconds between two looks at the calendar."""

_log = logging.getLogger(__name__)


async def renew_groups_each_day(state: State) -> None:
    """Give groups new figures on every new day, until it is cancelled."""
    day = state.today()
    while True:
        await asyncio.sleep(BETWEEN_LOOKS)
        if state.today() != day:
            day = state.today()
            await renew_groups_now(state)


async def renew_groups_now(state: State) -> None:
    """Give groups new figures; what goes wrong is logged and tried again the next day."""
    try:
        async with state.writing_turns:
            await run_sync(_renew, state)
    except Exception as error:  # noqa: BLE001 - the service goes on
        _log.error("groups could not be given new figures: %s", type(error).__name__)


def _renew(state: State) -> None:
    with begin_writing(state.engine) as session:
        renew_all(session, state.current_edition.id, state.today())
