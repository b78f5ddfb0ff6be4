"""Clients that save answers all the time, at the service and at the reference."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from bench.connection import Connection
from bench.respondent import Respondent, choices

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from bench.load import Turn
    from bench.scan import Prepared

WINDOW, ROLE = "professional", "sociaal_team"
CLIENTS = 32


async def savers(stack: AsyncExitStack, port: int, scan: Prepared, number: int = CLIENTS) -> list[Turn]:
    """People who have begun at the service; each turn saves one answer, and fails when it was not saved."""
    wanted = choices(scan.edition, WINDOW)

    async def saver(person: int) -> Turn:
        browser = await stack.enter_async_context(Connection(port))
        respondent = Respondent(browser, scan.windows[WINDOW])
        await respondent.begin(ROLE)
        rng = Random(person)  # noqa: S311 - the same answers every time

        async def save() -> None:
            item = rng.choice([*wanted])
            status = await respondent.save(item, rng.choice(wanted[item]))
            assert status == 200, f"an answer was not saved: {status}"

        return save

    return [await saver(person) for person in range(number)]


async def bare_savers(stack: AsyncExitStack, port: int, scan: Prepared, number: int = CLIENTS) -> list[Turn]:
    """The same at the reference; where the lock of SQLite was waited for too long, it is tried again."""
    wanted = choices(scan.edition, WINDOW)

    async def saver(person: int) -> Turn:
        browser = await stack.enter_async_context(Connection(port))
        rng = Random(person)  # noqa: S311 - the same answers every time

        async def save() -> None:
            item = rng.choice([*wanted])
            form = [("draft", f"{person:032}"), ("value", rng.choice(wanted[item]))]
            while (await browser.post(f"/antwoorden/{item}", form)).status != 200:
                pass

        return save

    return [await saver(person) for person in range(number)]
