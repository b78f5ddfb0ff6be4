"""Target 4: a page of a result, with many respondents and with 100.

The overview of two closed scans, each in a database of its own, asked in turn by one reader at a time. A result is
frozen at closing, so that reading it must not know how many people answered.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.connection import Connection
from bench.finding import Finding, Target, spread
from bench.processes import running, start_service
from bench.scan import close, open_scan

FEW, MANY, MOST = 100, 10_000, 100_000
ROUNDS, TIMES = 7, 40


def measure(*, long: bool) -> list[Finding]:
    """Read both in turn and compare the middle of each round."""
    many = MOST if long else MANY
    target = Target("4", f"result page p50, {many:,} / {FEW} respondents", must=1.2, aim=1.05)
    with TemporaryDirectory() as large, TemporaryDirectory() as small:
        paths = [f"/scans/{_closed(Path(large), many)}", f"/scans/{_closed(Path(small), FEW)}"]
        services = [start_service(Path(large)), start_service(Path(small))]
        with running(*services):
            ports = [service.port for service in services]
            asyncio.run(_round(ports, paths))  # the first pages compile their templates
            pairs = [asyncio.run(_round(ports, paths)) for _ in range(ROUNDS)]
    ratios = [slow / fast for slow, fast in pairs]
    detail = f"{spread(ratios)}; {median(slow for slow, _ in pairs):.1f} ms"
    return [Finding(target, median(ratios), detail)]


def _closed(folder: Path, respondents: int) -> str:
    scan = open_scan(folder, respondents)
    close(folder, scan)
    return scan.scan_id


async def _round(ports: list[int], paths: list[str]) -> tuple[float, float]:
    """The middle time of the page in milliseconds, for the large and the small scan."""
    async with Connection(ports[0]) as large, Connection(ports[1]) as small:
        times: list[list[float]] = [[], []]
        for _ in range(TIMES):
            for connection, path, durations in zip((large, small), paths, times, strict=True):
                begun = time.perf_counter()
                answer = await connection.get(path)
                durations.append((time.perf_counter() - begun) * 1000)
                assert answer.status == 200, f"{path} answered {answer.status}"
        return median(times[0]), median(times[1])
