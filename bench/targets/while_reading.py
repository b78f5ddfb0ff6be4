"""Target 11: how long a save takes while result pages are read as fast as they come, against when nobody reads.

Eight people save answers, each with a pause as people have; then the same while four readers ask for pages all the
time: three pages of a result, and the examples beside each other. Both in one service; the worst of a hundred saves is
compared.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.demo.scans import SCANS
from bench.connection import Connection
from bench.finding import Finding, Target, spread
from bench.load import for_a_while
from bench.processes import running, start_service
from bench.savers import savers
from bench.scan import open_scan

if TYPE_CHECKING:
    from bench.load import Load, Turn
    from bench.scan import Prepared

WAIT = Target("11", "save p99 while results are read / idle", must=5, aim=2)
ROOT = f"/scans/{SCANS[0].id}"
PAGES = (ROOT, f"{ROOT}/continuum", f"{ROOT}/advies", "/vergelijken/voorbeelden")
PEOPLE, PAUSE = 8, 0.05
PAIRS, SECONDS, LONG_SECONDS = 5, 3.0, 20.0


def measure(*, long: bool) -> list[Finding]:
    """Save without and with readers in turn, and compare each pair."""
    with TemporaryDirectory() as name:
        scan = open_scan(Path(name))
        service = start_service(Path(name), demo=True)
        with running(service):
            pairs = asyncio.run(_pairs(service.port, scan, LONG_SECONDS if long else SECONDS))
    ratios = [busy.milliseconds(0.99) / idle.milliseconds(0.99) for idle, busy in pairs]
    idle, busy = pairs[len(pairs) // 2]
    return [Finding(WAIT, median(ratios), f"{spread(ratios)}; {busy} against {idle}")]


async def _pairs(port: int, scan: Prepared, seconds: float) -> list[tuple[Load, Load]]:
    async with AsyncExitStack() as stack:
        people = await savers(stack, port, scan, PEOPLE)
        readers = [_reader(await stack.enter_async_context(Connection(port)), page) for page in PAGES]
        return [await _pair(people, readers, seconds) for _ in range(PAIRS)]


async def _pair(people: list[Turn], readers: list[Turn], seconds: float) -> tuple[Load, Load]:
    """The saves without readers, and with."""
    idle = await for_a_while(people, seconds, pause=PAUSE)
    busy, _ = await asyncio.gather(for_a_while(people, seconds, pause=PAUSE), for_a_while(readers, seconds))
    return idle, busy


def _reader(browser: Connection, page: str) -> Turn:
    async def read() -> None:
        status = (await browser.get(page)).status
        assert status == 200, f"{page} answered {status}"

    return read
