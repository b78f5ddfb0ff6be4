"""Target 7: how long it takes until the first page is there, and what is loaded for it.

The service on a database that is up to date, against a bare FastAPI application with one page; both in processes of
their own, from the start of Python to the end of the first answer.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.finding import Finding, Target, spread
from bench.processes import ROOT, start_reference, start_service
from bench.scan import open_scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.processes import Program

START = Target("7", "start to first page / bare FastAPI app", must=2.5, aim=1.7)
HEAVY = Target("7", "numpy, plotly, pandas loaded at start", must=0, aim=0, unit="")
PAIRS = 5
LOADED = """
import sys
from starlette.testclient import TestClient
from app.config import load_settings
from app.main import create_app
with TestClient(create_app(load_settings(data_dir=sys.argv[1]))) as client:
    client.get("/").raise_for_status()
print(*{"numpy", "plotly", "pandas"} & set(sys.modules))
"""


def measure(*, long: bool) -> list[Finding]:
    """Start both in turn and compare each pair."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        open_scan(folder)
        pairs = [
            (_seconds(lambda: start_service(folder)), _seconds(lambda: start_reference("one_page", folder)))
            for _ in range(PAIRS * (4 if long else 1))
        ]
        loaded = _loaded(folder)
    ratios = [service / bare for service, bare in pairs]
    middle = " and ".join(f"{median(seconds):.2f} s" for seconds in zip(*pairs, strict=True))
    return [
        Finding(START, median(ratios), f"{spread(ratios)}; {middle}"),
        Finding(HEAVY, len(loaded), ", ".join(loaded) or "none of them"),
    ]


def _seconds(start: Callable[[], Program]) -> float:
    begun = time.perf_counter()
    program = start()
    seconds = time.perf_counter() - begun
    program.stop()
    return seconds


def _loaded(folder: Path) -> list[str]:
    """Which heavy packages a service has loaded after its first page."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", LOADED, str(folder)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return done.stdout.split()
