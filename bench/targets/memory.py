"""Target 8: the memory of the service after many saves, against the autosave of a tutorial, and its growth from there.

Memory is the proportional set size: what the machine would get back. Without `--long` a tenth of the saves is done.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.finding import Finding, Target
from bench.processes import running, start_reference, start_service
from bench.savers import bare_savers, savers
from bench.scan import open_scan

if TYPE_CHECKING:
    from bench.load import Turn

SAVES, LONG_SAVES = 3_000, 100_000
TIMES_MORE = 2
"""So many times as many saves follow, and the growth over these is measured."""


def measure(*, long: bool) -> list[Finding]:
    """Save at both, look at the memory, save more at the service and look again."""
    saves = LONG_SAVES if long else SAVES
    with TemporaryDirectory() as name:
        scan = open_scan(Path(name))
        service, bare = start_service(Path(name)), start_reference("get_and_commit", Path(name))

        async def memory() -> tuple[float, float, float]:
            async with AsyncExitStack() as stack:
                ours, theirs = await savers(stack, service.port, scan), await bare_savers(stack, bare.port, scan)
                await _take_turns(ours, saves)
                await _take_turns(theirs, saves)
                before = service.memory_mib()
                await _take_turns(ours, TIMES_MORE * saves)
                return before, bare.memory_mib(), service.memory_mib()

        with running(service, bare):
            before, theirs, after = asyncio.run(memory())
    ratio = Target("8", f"memory after {saves:,} saves / tutorial", must=2.2, aim=1.7)
    growth = Target("8", f"growth from {saves:,} to {(1 + TIMES_MORE) * saves:,} saves", must=5, aim=1, unit="MiB")
    return [
        Finding(ratio, before / theirs, f"{before:.0f} and {theirs:.0f} MiB"),
        Finding(growth, after - before, f"{before:.1f} to {after:.1f} MiB"),
    ]


async def _take_turns(turns: list[Turn], number: int) -> None:
    async def client(turn: Turn) -> None:
        for _ in range(number // len(turns)):
            await turn()

    await asyncio.gather(*(client(turn) for turn in turns))
