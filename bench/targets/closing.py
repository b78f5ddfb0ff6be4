"""Target 5: closing a scan, per respondent, with 10,000 respondents and with 100.

Everything that closing does: reading the responses, scoring them under every ambition, freezing the measurement,
deleting drafts, rewriting the rows under new keys and freeing the space that they took.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.finding import Finding, Target, spread
from bench.scan import close, open_scan

GROWTH = Target("5", "closing: time per respondent, 10,000 / 100 respondents", must=1.3, aim=1.0)
MANY, FEW = 10_000, 100
PAIRS = 3
FEW_TIMES = 5
"""A scan of 100 is closed in a moment: the middle of a few."""


def measure(*, long: bool) -> list[Finding]:
    """Close large and small scans in turn and compare each pair."""
    pairs = [
        (_seconds(MANY), median(_seconds(FEW) for _ in range(FEW_TIMES))) for _ in range(PAIRS * (3 if long else 1))
    ]
    ratios = [(many / MANY) / (few / FEW) for many, few in pairs]
    many, few = (median(seconds) for seconds in zip(*pairs, strict=True))
    detail = f"{spread(ratios)}; {MANY} respondents in {many:.1f} s, {FEW} in {few * 1000:.0f} ms (on paper: 5 s, 2 s)"
    return [Finding(GROWTH, median(ratios), detail)]


def _seconds(respondents: int) -> float:
    with TemporaryDirectory() as name:
        return close(Path(name), open_scan(Path(name), respondents))
