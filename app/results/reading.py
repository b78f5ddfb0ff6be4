"""A record beside its edition: numbers with the words that belong to them, as finely as they may be read.

The record is already safe: what may not be shown is not in it. One thing is left for the place where a person reads.
The value of a single question in a window with a minimum above 1 is shown in steps of five, at least 5 and at most 95
(ruling 75). Features, indicators, mirrored subjects, a dimension that rests on one question and the grounds of a
recommendation are such values, so they pass through here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from app.web.formatting import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.results.record import Advice, Dimension, Record, ShownWindow, Window, WindowInsight, WindowName
    from questionnaires import (
        Edition,
        FeatureContent,
        IndicatorContent,
        Item,
        LearningOrder,
        Mirror,
        Model,
        Recommendation,
    )

STEP, LOWEST, HIGHEST = 5, 5.0, 95.0

Kind = Literal["feature", "indicator", "item"]
"""What can rest on single questions."""


def coarse(value: float) -> float:
    """A value of 0..100 in steps of five, between 5 and 95.

    >>> coarse(97.1), coarse(62.5), coarse(0.0)
    (95.0, 65.0, 5.0)
    """
    return min(HIGHEST, max(LOWEST, in_steps(value)))


def in_steps(value: float) -> float:
    """A value in steps of five."""
    return float(rounded(round(value / STEP, 9)) * STEP)


@dataclass(frozen=True)
class Reading:
    """One result as it is read. `edition` must be the edition that the result was scored with.

    `off` are the windows that were switched off, so that nobody was asked.
    """

    record: Record
    edition: Edition
    off: frozenset[WindowName] = frozenset()

    @property
    def windows(self) -> dict[WindowName, Window]:
        """All four windows, in the order of the edition."""
        return {order.id: self.record.result.windows[order.id] for order in self.edition.file.windows}

    @cached_property
    def shown(self) -> dict[WindowName, ShownWindow]:
        """The windows that reached their minimum."""
        return {name: window for name, window in self.windows.items() if window.status == "shown"}

    def insight(self, window: WindowName) -> WindowInsight:
        """What may be shown of the answers of a shown window; raises `KeyError` for another."""
        return self.record.insight.windows[window]

    def label(self, window: WindowName) -> str:
        """The name of a window as it stands in a sentence, such as `professional`."""
        return self.edition.windows[window].short_label.lower()

    def heading(self, window: WindowName) -> str:
        """The name of a window as it stands by itself, such as `Professional`."""
        return self.edition.windows[window].short_label

    def model(self, number: int) -> Model:
        """One of the seven models by its number."""
        return next(model for model in self.edition.continuum.models if model.number == number)

    def feature(self, feature: str) -> FeatureContent:
        """One of the features by its id."""
        return next(content for content in self.edition.continuum.features if content.id == feature)

    def indicator(self, indicator: str) -> IndicatorContent:
        """One of the learning indicators by its id."""
        return next(content for order in self.orders for content in order.indicators if content.id == indicator)

    @property
    def orders(self) -> tuple[LearningOrder, ...]:
        """The three learning orders, first to third."""
        return self.edition.learning.orders

    def mirror(self, code: str) -> Mirror:
        """One of the mirrored subjects by its code."""
        return next(content for content in self.edition.mirrors.mirrors if content.code == code)

    def recommendation(self, code: str) -> Recommendation:
        """One of the recommendations by its id."""
        return next(one for one in self.edition.recommendations.recommendations if one.id == code)

    def is_team(self, window: WindowName) -> bool:
        """Whether a shown window was answered by a team together."""
        return self.insight(window).basis == "team"

    def is_protected(self, window: WindowName) -> bool:
        """Whether single questions of a shown window may only be read in steps of five."""
        by_agreement = self.is_team(window) and window != "inwoner"
        return self.shown[window].minimum > 1 and not by_agreement

    def supplies(self, window: WindowName, item: str) -> bool:
        """Whether a question of a shown window has a value that was used."""
        return self.insight(window).items[item].mean is not None

    @cached_property
    def continuum_windows(self) -> tuple[WindowName, ...]:
        """The shown windows whose answers make the position."""
        return tuple(
            window
            for window in self.shown
            if any(item.feature and self.supplies(window, item.id) for item in self.edition.items_of(window))
        )

    def feature_value(self, feature: str) -> float | None:
        """A feature on 0..100, as finely as it may be read."""
        value = self.record.result.continuum.features[feature]
        if value is None:
            return None
        return coarse(100 * value) if self.rests_on_protected("feature", feature) else 100 * value

    def indicator_value(self, indicator: str) -> float | None:
        """A learning indicator on 0..100, as finely as it may be read."""
        value = self.record.result.learning.indicators[indicator]
        if value is None:
            return None
        return coarse(value) if self.rests_on_protected("indicator", indicator) else value

    def mirror_value(self, code: str, window: WindowName) -> float | None:
        """What a window says about a mirrored subject on 0..100; `None` where it was not asked or may not be shown."""
        item = self.mirror(code).items.get(window)
        return self.insight(window).items[item].mean if item and window in self.shown else None

    def answers(self, code: str, window: WindowName) -> int:
        """How many answered the question on a mirrored subject in a shown window that was asked it."""
        return self.insight(window).items[self.mirror(code).items[window]].n

    def usable(self, windows: Iterable[WindowName]) -> int:
        """How many answers were used in those of these windows that are shown."""
        return sum(self.shown[window].usable for window in windows if window in self.shown)

    def intention(self) -> float | None:
        """What professionals intend on 0..100, as finely as it may be read."""
        value = self.record.result.lenses.motivation.intention
        return coarse(value) if value is not None and self.is_protected("professional") else value

    def dimension(self, window: WindowName, dimension: str) -> DimensionReading:
        """A dimension of a shown window with its interval; where it rests on one question, in steps of five.

        The ends of the interval are then moved outward, so that it never looks narrower than it is.
        """
        found = self.shown[window].dimensions[dimension]
        items = [item.id for item in self.edition.dimensions[dimension].items if self.supplies(window, item.id)]
        if len(items) > 1 or not self.is_protected(window):
            return DimensionReading(found, found.score, found.low, found.high)
        if found.score is None:
            return DimensionReading(found, None, None, None)
        if found.low is None or found.high is None:
            return DimensionReading(found, coarse(found.score), None, None)
        return DimensionReading(
            found, coarse(found.score), STEP * floor(found.low / STEP), STEP * ceil(found.high / STEP)
        )

    def rests_on_protected(self, kind: Kind, code: str) -> bool:
        """Whether something rests on single questions that may only be read in steps of five."""
        return any(
            self.is_protected(window) and self.supplies(window, item.id)
            for window, item in self.items_behind(kind, code)
        )

    def items_behind(self, kind: Kind, code: str) -> tuple[tuple[WindowName, Item], ...]:
        """The questions of shown windows that a feature or an indicator rests on, or one question by its own id."""
        return tuple(
            (window, item)
            for window in self.shown
            for item in self.edition.items_of(window)
            if code == (item.id if kind == "item" else getattr(item, kind))
        )

    def grounds(self, advice: Advice) -> Grounds:
        """The grounds of a recommendation on 0..100; in steps of five when any of them rests on single questions.

        The need of a recommendation that looks at one question would otherwise tell the mean of that question.
        """
        need, breadth, agreement, sequence = (
            100 * share for share in (advice.need, advice.breadth, advice.agreement, advice.sequence)
        )
        priority = advice.priority
        triggers = self.recommendation(advice.id).triggers
        if any(one.kind != "dimension" and self.rests_on_protected(one.kind, one.id) for one in triggers):
            need, agreement, priority = (
                min(HIGHEST, in_steps(need)),
                in_steps(agreement),
                min(HIGHEST, in_steps(priority)),
            )
            return Grounds(need, breadth, agreement, sequence, priority, in_steps=True)
        return Grounds(need, breadth, agreement, sequence, priority, in_steps=False)


@dataclass(frozen=True, slots=True)
class Grounds:
    """The grounds of a recommendation on 0..100, as finely as they may be read."""

    need: float
    breadth: float
    agreement: float
    sequence: float
    priority: float
    in_steps: bool


@dataclass(frozen=True, slots=True)
class DimensionReading:
    """A dimension as finely as it may be read; `record` holds the rest."""

    record: Dimension
    score: float | None
    low: float | None
    high: float | None
