"""Target 9: SIGKILL while people save answers, and four saves of one answer at once.

The service is killed after a number of saves of chance, while more are under way, and started again. What its database
then holds is compared with what it had said to be saved. Counts, not times: they do not depend on the machine.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.db import Session, make_engine
from bench.connection import Connection
from bench.finding import Finding, Target
from bench.kills import ROLE, witness_a_kill
from bench.processes import running, start_service
from bench.respondent import Respondent, choices
from bench.scan import open_scan

if TYPE_CHECKING:
    from bench.kills import Witness
    from bench.scan import Prepared

KILLS, MANY_KILLS = 20, 1000
MOST_SAVES = 300
AT_ONCE = 4


def measure(*, long: bool) -> list[Finding]:
    """Kill, start again and count; then save at once and count."""
    kills = MANY_KILLS if long else KILLS
    with TemporaryDirectory() as name:
        folder = Path(name)
        scan = open_scan(folder)
        lost, saved = _lost(folder, scan, kills)
        service = start_service(folder)
        with running(service):
            errors, saves = asyncio.run(_errors(service.port, scan))
    killed = Target("9", f"acknowledged answers lost in {kills} kills", must=0, aim=0, unit="")
    at_once = Target("9", "errors of four saves of one answer at once", must=0, aim=0, unit="")
    return [
        Finding(killed, lost, f"{saved} answers were said to be saved"),
        Finding(at_once, errors, f"{saves} saves"),
    ]


def _lost(folder: Path, scan: Prepared, kills: int) -> tuple[int, int]:
    """How many answers were lost, of how many."""
    rng = Random(kills)  # noqa: S311 - the same numbers every time
    witnesses: list[Witness] = []
    for _ in range(kills):
        service, window = start_service(folder), scan.windows["professional"]
        witnesses += asyncio.run(witness_a_kill(service, scan.edition, window, rng.randint(1, MOST_SAVES)))
    start_service(folder).stop()
    engine = make_engine(f"sqlite:///{folder / 'vensterscan.sqlite3'}")
    with Session(engine) as session:
        lost = sum(len(witness.lost(session)) for witness in witnesses)
    engine.dispose()
    return lost, sum(witness.times for witness in witnesses)


async def _errors(port: int, scan: Prepared) -> tuple[int, int]:
    """How many saves failed when one person saves each answer four times at once, of how many."""
    statuses: list[int] = []
    window = scan.windows["professional"]
    async with AsyncExitStack() as stack:
        first = Respondent(await stack.enter_async_context(Connection(port)), window)
        await first.begin(ROLE)
        tabs = [
            Respondent(await stack.enter_async_context(Connection(port, first.browser.cookies)), window, first.stamp)
            for _ in range(AT_ONCE)
        ]
        for item, values in choices(scan.edition, "professional").items():
            statuses += await asyncio.gather(*(tab.save(item, value) for tab, value in zip(tabs, values, strict=False)))
    return sum(status != 200 for status in statuses), len(statuses)
