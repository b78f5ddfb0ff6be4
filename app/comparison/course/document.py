"""What changed between two results, with types: the document that `scoring.course_of` gives.

The names are those of `docs/formats.md`. A difference without a value is one of which a side is not known.
"""

from __future__ import annotations

from typing import Literal

from app.comparison.verdicts import Verdict
from app.results.record import Frozen, WindowName

State = Literal["gesloten", "geopend", "mogelijk gesloten", "mogelijk geopend", "gebleven", "geen"]


class Difference(Frozen):
    """How much something changed, the margin of that, and what to make of it."""

    delta: float | None
    margin: float | None
    verdict: Verdict | None

    def hundredfold(self) -> Difference:
        """A difference of 0..1 on the scale of 0..100, on which features are read."""
        delta, margin = (None if one is None else 100 * one for one in (self.delta, self.margin))
        return Difference(delta=delta, margin=margin, verdict=self.verdict)


class Differences(Frozen):
    """Every difference between the two results."""

    position: Difference
    dimensions: dict[str, Difference]
    orders: dict[str, Difference]
    features: dict[str, Difference]
    role_mix_shifted: bool


class Basis(Frozen):
    """The windows behind the position on each side."""

    old: tuple[WindowName, ...]
    new: tuple[WindowName, ...]


Counts = tuple[int | None, int | None]
"""How many people stand behind a number, then and now; `None` where the number is not known."""


class AllCounts(Frozen):
    """How many people stand behind each number."""

    position: Counts
    dimensions: dict[str, Counts]
    orders: dict[str, Counts]
    features: dict[str, Counts]


class ChangedFeatures(Frozen):
    """The features that changed, largest first, among how many, and how many of those would seem so by chance."""

    changed: tuple[str, ...]
    more: int
    tested: int
    by_chance: float


class ChangedOrder(Frozen):
    """The status of a learning order on both sides; it counts as changed only with its score (ruling 67)."""

    old: str
    new: str
    shown: str
    changed: bool


class ChangedGap(Difference):
    """What two windows differed on a subject, and differ now; `b` minus `a` on 0..100."""

    code: str
    a: WindowName
    b: WindowName
    old: float | None
    new: float | None
    state: State | None


class Both(Difference):
    """A number on both sides and its difference."""

    old: float | None
    new: float | None


class ChangedPair(Both):
    """How far two windows agreed, and agree now."""

    a: WindowName
    b: WindowName


class ChangedAdvice(Frozen):
    """Recommendations that came first only then, on both sides, and only now."""

    gone: tuple[str, ...]
    stayed: tuple[str, ...]
    new: tuple[str, ...]


class RoleMix(Frozen):
    """How far the shares of the role groups of a window moved, whether that is much, and what then remains.

    `reweighted` holds per dimension the difference with the shares of then, where that can be told.
    """

    shift: float | None
    shifted: bool
    reweighted: dict[str, Difference] | None


class CourseDocument(Frozen):
    """Everything that changed between two results of the same samenwerking."""

    comparison: Differences
    basis: Basis
    counts: AllCounts
    features: ChangedFeatures
    orders: dict[str, ChangedOrder]
    gaps: tuple[ChangedGap, ...]
    congruence: tuple[ChangedPair, ...]
    vertical: Both
    horizontal: Both
    advice: ChangedAdvice
    role_mix: dict[WindowName, RoleMix]
