"""What stays comparable between an edition and an earlier one, for programs and for readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaires.schema import WindowId
from scoring import EditionMapping

Subject = Literal[
    "position",
    "orders",
    "dimensions",
    "features",
    "items",
    "indicators",
    "mirrors",
    "recommendations",
    "barriers",
]
"""What can be compared, in the order in which readers are told."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of one thing: its name, and why it is (still or no longer) comparable.

    `window` is the one that a question or a dimension belongs to; other things belong to none.
    `reason` is the author's sentence; None where the thing is new in this edition (`new`) or no longer in it (`gone`).
    """

    id: str
    label: str
    kind: Literal["judged", "new", "gone"]
    reason: str | None
    window: WindowId | None = None


@dataclass(frozen=True, slots=True)
class Subjects:
    """One kind of thing: how many of those in this edition stay comparable, which do not, and which do on purpose."""

    subject: Subject
    comparable: int
    total: int
    not_comparable: tuple[Remark, ...]
    still_comparable: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comparability:
    """An earlier edition (its id), the mapping for its results, and what a reader should know.

    `asks_residents_the_same` says that every text that residents read is the same in both, so that a translation of the
    one fits the other.
    """

    earlier: str
    mapping: EditionMapping
    subjects: Mapping[Subject, Subjects]
    asks_residents_the_same: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing is lost: everything that either edition has stays comparable."""
        return not any(one.not_comparable for one in self.subjects.values())
