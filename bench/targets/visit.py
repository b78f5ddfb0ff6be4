"""Target 2: whole visits of respondents, six at once, against a bare FastAPI application with the same flow.

A visit is every request of a browser with htmx in the window of the professionals: the link, the start, each screen,
each answer saved, the check, sending, the thanks. The reference (`bench/reference/whole_visit.py`) gets the same
requests and sends pages of the same size.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.connection import Connection
from bench.finding import Finding, Target, spread
from bench.load import for_a_while
from bench.processes import running, start_reference, start_service
from bench.scan import open_scan
from bench.visits import steps_of, visit, write_flow

if TYPE_CHECKING:
    from bench.load import Load, Turn
    from bench.scan import Prepared
    from bench.visits import Step

VISITS = Target("2", "whole visit, 6 at once / bare FastAPI", must=45, aim=70, unit="%", at_least=True)
AT_ONCE = 6
PAIRS, SECONDS, LONG_SECONDS = 3, 5.0, 20.0


def measure(*, long: bool) -> list[Finding]:
    """Let people visit both in turn and compare each pair."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        scan = open_scan(folder)
        steps = steps_of(scan)
        service = start_service(folder)
        with running(service):
            asyncio.run(_write_flow(service.port, scan, steps, folder))
            bare = start_reference("whole_visit", folder)
            with running(bare):
                pairs = asyncio.run(_pairs(service.port, bare.port, steps, LONG_SECONDS if long else SECONDS))
    shares = [100 * ours.per_second / theirs.per_second for ours, theirs in pairs]
    ours, theirs = pairs[len(pairs) // 2]
    requests = f"{len(steps)} requests, {ours.per_second:.1f} and {theirs.per_second:.1f} visits a second"
    return [Finding(VISITS, median(shares), f"{spread(shares)}; {requests}")]


async def _write_flow(port: int, scan: Prepared, steps: list[Step], folder: Path) -> None:
    async with Connection(port) as browser:
        await write_flow(browser, scan, steps, folder)


async def _pairs(port: int, bare_port: int, steps: list[Step], seconds: float) -> list[tuple[Load, Load]]:
    async with AsyncExitStack() as stack:
        ours = [_visitor(await stack.enter_async_context(Connection(port)), steps) for _ in range(AT_ONCE)]
        theirs = [_visitor(await stack.enter_async_context(Connection(bare_port)), steps) for _ in range(AT_ONCE)]
        return [(await for_a_while(ours, seconds), await for_a_while(theirs, seconds)) for _ in range(PAIRS)]


def _visitor(browser: Connection, steps: list[Step]) -> Turn:
    async def turn() -> None:
        await visit(browser, steps)

    return turn
