"""Target 1: saving one answer over HTTP, against the autosave of a tutorial.

Both run in one worker with SQLite and `synchronous=FULL`; 32 clients save answers as fast as they are accepted. The
reference gets the row through SQLModel, changes it and commits (`bench/reference/get_and_commit.py`). The service also
finds the questionnaire of this browser, and checks that the scan is open and that the option exists.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.finding import Finding, Target, spread
from bench.load import for_a_while
from bench.processes import running, start_reference, start_service
from bench.savers import bare_savers, savers
from bench.scan import open_scan

if TYPE_CHECKING:
    from bench.load import Load
    from bench.scan import Prepared

RATE = Target("1", "autosave, SQLite FULL / SQLModel get and commit", must=1.5, aim=3, at_least=True)
PAIRS, SECONDS, LONG_SECONDS = 5, 2.0, 10.0


def measure(*, long: bool) -> list[Finding]:
    """Let both save in turn and compare each pair."""
    with TemporaryDirectory() as name:
        scan = open_scan(Path(name))
        service, bare = start_service(Path(name)), start_reference("get_and_commit", Path(name))
        with running(service, bare):
            begun = service.cpu_seconds(), bare.cpu_seconds()
            pairs = asyncio.run(_pairs(scan, service.port, bare.port, LONG_SECONDS if long else SECONDS))
            used = service.cpu_seconds() - begun[0], bare.cpu_seconds() - begun[1]
    ratios = [ours.per_second / theirs.per_second for ours, theirs in pairs]
    ours, theirs = pairs[len(pairs) // 2]
    each = [
        seconds / sum(len(load.durations) for load in loads)
        for seconds, loads in zip(used, zip(*pairs, strict=True), strict=True)
    ]
    processor = f"processor {each[0] * 1000:.1f} and {each[1] * 1000:.1f} ms a save"
    return [Finding(RATE, median(ratios), f"{spread(ratios)}; {ours} against {theirs}; {processor}")]


async def _pairs(scan: Prepared, port: int, bare_port: int, seconds: float) -> list[tuple[Load, Load]]:
    async with AsyncExitStack() as stack:
        ours, theirs = await savers(stack, port, scan), await bare_savers(stack, bare_port, scan)
        return [(await for_a_while(ours, seconds), await for_a_while(theirs, seconds)) for _ in range(PAIRS)]
