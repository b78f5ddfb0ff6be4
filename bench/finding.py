"""What a measurement found, beside what it must and should be."""

from __future__ import annotations

from dataclasses import dataclass
from operator import ge, le
from statistics import median
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Verdict = Literal["aim", "must", "missed"]


@dataclass(frozen=True, slots=True)
class Target:
    """What one number must be and should be. `unit` is `x` for a ratio; `at_least` says which side is good."""

    number: str
    what: str
    must: float
    aim: float
    unit: str = "x"
    at_least: bool = False

    def verdict(self, value: float) -> Verdict:
        """How far a value gets: to the aim, to what it must be, or to neither."""
        reaches = ge if self.at_least else le
        return "aim" if reaches(value, self.aim) else "must" if reaches(value, self.must) else "missed"

    def written(self, value: float) -> str:
        """A value of this target as it stands in the table."""
        digits = 0 if value == int(value) or abs(value) >= 100 else 2
        return f"{value:.{digits}f} {self.unit}".strip()

    def bound(self, value: float) -> str:
        """A bound of this target as it stands in the table."""
        return f"{'≥' if self.at_least else '≤'} {self.written(value)}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One measured value with its target; `detail` says what it was made of."""

    target: Target
    value: float
    detail: str

    @property
    def verdict(self) -> Verdict:
        """How far the value gets."""
        return self.target.verdict(self.value)


def spread(ratios: Sequence[float]) -> str:
    """The ratios of the pairs behind a median, in words, so that a reader sees how much they vary."""
    return f"median {median(ratios):.2f} of {len(ratios)} pairs, {min(ratios):.2f} to {max(ratios):.2f}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0..1) of the values lie; 0.5 gives the middle one."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def table(findings: Sequence[Finding]) -> str:
    """The findings as a table in Markdown."""
    lines = ["| # | target | must | aim | measured | verdict | made of |", "|---|---|---|---|---|---|---|"]
    for found in findings:
        target = found.target
        cells = (
            target.number,
            target.what,
            target.bound(target.must),
            target.bound(target.aim),
            target.written(found.value),
            found.verdict,
            found.detail,
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
