"""What lies beside each other: a side is one collaboration with the outline of its result, under a name or an alias."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.store.comparing import Comparable
    from questionnaires import Edition

Interval = tuple[float | None, float | None, float | None]
"""A value and the ends of its margin."""


@dataclass(frozen=True)
class Side:
    """One collaboration in a comparison.

    `key` names it in an address, `name` on the page. `source` tells where it comes from, and is None under an alias: so
    nothing that unmasks can reach a page or a file. `kind` is only compared, never shown under an alias.
    """

    key: str
    name: str
    kind: str | None
    outline: Mapping[str, Any]
    source: Comparable | None = None

    @property
    def ambition(self) -> int | None:
        """The chosen model, 1 to 7."""
        return self.outline["ambition"]  # type: ignore[no-any-return]

    @property
    def position(self) -> Interval:
        """The place on the line from 1 to 7."""
        continuum = self.outline["continuum"]
        return continuum["position"], continuum["low"], continuum["high"]

    def feature(self, feature: str) -> float | None:
        """A feature on 0..100."""
        value = self.outline["continuum"]["features"].get(feature)
        return None if value is None else 100 * value

    def status(self, window: str) -> str:
        """`shown`, `below_minimum` or `absent`."""
        return self.outline["windows"][window]["status"]  # type: ignore[no-any-return]

    def dimension(self, window: str, dimension: str) -> float | None:
        """A dimension of a window on 0..100; None also where the window is not shown."""
        found = self.outline["windows"][window].get("dimensions", {}).get(dimension)
        return None if found is None else found["score"]

    def order(self, number: int) -> Mapping[str, Any]:
        """A learning order: `score`, `low`, `high` and `status`."""
        return self.outline["learning"]["orders"][str(number)]  # type: ignore[no-any-return]

    def people(self, edition: Edition) -> int:
        """How many used questionnaires the place rests on: those of the shown windows that tell about it."""
        windows = self.outline["windows"]
        telling = (windows[name] for name in edition.continuum.window_weights if name in windows)
        return sum(window["usable"] for window in telling if window["status"] == "shown")


@dataclass(frozen=True)
class LeftOut:
    """What was asked for and cannot lie beside the rest, and why."""

    name: str
    why: str


@dataclass(frozen=True)
class Comparison:
    """The sides in the order in which they are shown: by name, or under aliases by letter; never by a value.

    `moved` is how many of them were measured with an earlier edition, so that what cannot be compared is empty.
    """

    edition: Edition
    sides: tuple[Side, ...]
    left_out: tuple[LeftOut, ...] = ()
    aliased: bool = False
    moved: int = 0
    is_example: bool = False

    @cached_property
    def by_key(self) -> dict[str, Side]:
        """Every side by its key."""
        return {side.key: side for side in self.sides}


def newest_edition(editions: Iterable[Edition]) -> Edition:
    """The newest of these editions, of which there is at least one: a version is a year and a number."""
    return max(editions, key=lambda edition: _version(edition.id))


def _version(edition: str) -> tuple[int, ...]:
    return tuple(int(part) for part in edition.rpartition("/")[2].split(".") if part.isdigit())
