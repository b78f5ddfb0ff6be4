"""A record beside its edition: numbers with the words that belong to them, as finely as they may be read.

The record is already safe: what may not be shown is not in it. One thing is left for the place where a person reads.
The value of a single question in a window with a minimum above 1 is shown in steps of five, at least 5 and at most 95
(ruling 75). Features, indicators, mirrored subjects and a dimension that rests on one question are such values, so
they pass through here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING

from app.web.formatting import rounded

if TYPE_CHECKING:
    from app.results.record import Dimension, Record, ShownWindow, Window, WindowInsight, WindowName
    from questionnaires import Edition, FeatureContent, IndicatorContent, LearningOrder, Mirror, Model

STEP, LOWEST, HIGHEST = 5, 5.0, 95.0


def coarse(value: float) -> float:
    """A value of 0..100 in steps of five, between 5 and 95.

    >>> coarse(97.1), coarse(62.5), coarse(0.0)
    (95.0, 65.0, 5.0)
    """
    return min(HIGHEST, max(LOWEST, float(rounded(round(value / STEP, 9)) * STEP)))


@dataclass(frozen=True)
class Reading:
    """One result as it is read. `edition` must be the edition that the result was scored with."""

    record: Record
    edition: Edition

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

    def is_protected(self, window: WindowName) -> bool:
        """Whether single questions of a shown window may only be read in steps of five."""
        by_agreement = self.insight(window).basis == "team" and window != "inwoner"
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
        return coarse(100 * value) if self._rests_on_protected(feature, "feature") else 100 * value

    def indicator_value(self, indicator: str) -> float | None:
        """A learning indicator on 0..100, as finely as it may be read."""
        value = self.record.result.learning.indicators[indicator]
        if value is None:
            return None
        return coarse(value) if self._rests_on_protected(indicator, "indicator") else value

    def mirror_value(self, code: str, window: WindowName) -> float | None:
        """What a window says about a mirrored subject on 0..100; `None` where it was not asked or may not be shown."""
        item = self.mirror(code).items.get(window)
        return self.insight(window).items[item].mean if item and window in self.shown else None

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
        if found.score is None or found.low is None or found.high is None:
            return DimensionReading(found, None, None, None)
        return DimensionReading(
            found, coarse(found.score), STEP * floor(found.low / STEP), STEP * ceil(found.high / STEP)
        )

    def _rests_on_protected(self, code: str, kind: str) -> bool:
        return any(
            getattr(item, kind) == code and self.supplies(window, item.id)
            for window in self.shown
            if self.is_protected(window)
            for item in self.edition.items_of(window)
        )


@dataclass(frozen=True, slots=True)
class DimensionReading:
    """A dimension as finely as it may be read; `record` holds the rest."""

    record: Dimension
    score: float | None
    low: float | None
    high: float | None
