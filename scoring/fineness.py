"""How finely the numbers of a protected window are given to others than those who hold the answers (ruling 75).

A window is protected when its minimum in force is above 1. Few people and exact numbers give the answers back: of five
answers to one question the mean and the standard error already tell, more often than not, exactly which five they are.
So in what others read

* a value that rests on single questions is in steps of five, from 5 to 95, as an item mean is;
* where something rests on fewer than ten people, its standard error is rounded up (of single questions to 5, of a
  dimension to 2, of a learning order to 1) and its interval follows from that, so that it is wider and never narrower;
  the spread itself is not given, its words are;
* the grounds of a recommendation follow what they rest on.

Nothing here takes part in a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import Any

from scoring.insight import DISTRIBUTION_MINIMUM_N, HIGHEST, ROUNDED_TO, shown_mean
from scoring.learning import own_order_score
from scoring.method import ranked
from scoring.result import Result
from scoring.types import Trigger
from scoring.uncertainty import Uncertainty
from scoring.windows import Measure, Panel

Document = dict[str, Any]
ERROR_STEP_OF_AN_ORDER, ERROR_STEP, ERROR_STEP_OF_A_QUESTION = 1.0, 2.0, 5.0
AGREEMENT_STEP_OF_FEW = 50.0


@dataclass(frozen=True)
class Fineness:
    """The protected windows of a result, and what others may read of the numbers that rest on them.

    Every method changes the part of a result document that it is given.
    """

    result: Result

    @cached_property
    def protected(self) -> dict[str, Panel]:
        """The shown windows with a minimum in force above 1."""
        return {panel.window.id: panel for panel in self.result.panels if panel.status == "shown" and panel.k > 1}

    def coarsen(self, document: Document) -> None:
        """Make a whole result document as coarse as others may read it."""
        for window, panel in self.protected.items():
            for code, dimension in panel.dimensions.items():
                if dimension.measure is not None:
                    self._dimension(panel, code, dimension.measure, document["windows"][window]["dimensions"][code])
        self._features(document["continuum"])
        for missing in document["continuum"]["missing"].values():
            self.coarsen_missing(missing)
        self._learning(document["learning"])
        self._mirrors(document["congruence"]["mirrors"])
        self._intention(document["lenses"]["motivation"])
        self.coarsen_advice(document["advice"])

    def _dimension(self, panel: Panel, code: str, measure: Measure, given: Document) -> None:
        supplied = [
            item.id for item in panel.window.scored_items() if item.dimension == code and item.id in panel.items
        ]
        of_a_question = len(supplied) == 1
        if of_a_question:
            given["score"] = shown_mean(measure.value, panel.k)
        if _is_few(measure):
            given["spread"] = None
            _widen(given, ERROR_STEP_OF_A_QUESTION if of_a_question else ERROR_STEP)
        elif of_a_question:
            _widen(given, None)

    def _features(self, continuum: Document) -> None:
        for code, value in self.result.continuum.features.items():
            behind = [panel.features[code] for panel in self.protected.values() if code in panel.features]
            if value is None or not behind:
                continue
            continuum["features"][code] = _level(value.value)
            if any(_is_few(measure) for measure in behind):
                uncertainty = continuum["feature_uncertainty"][code]
                uncertainty["standard_error"] = (
                    _up(100 * value.uncertainty.standard_error, ERROR_STEP_OF_A_QUESTION) / 100
                )

    def coarsen_missing(self, missing: Document | None) -> None:
        """Let what is missing for a model say no more of a feature than its value does."""
        if missing is None:
            return
        expected = {feature.id: feature.expected[missing["model"] - 1] for feature in self.result.instrument.features}
        for short in missing["features"]:
            code, value = short["feature"], self.result.continuum.features[short["feature"]]
            if value is not None and any(code in panel.features for panel in self.protected.values()):
                short["shortfall"] = max(0.0, expected[code] - _level(value.value))

    def _learning(self, learning: Document) -> None:
        for code, value in self.result.learning.indicators.items():
            if value is not None and any(code in panel.indicators for panel in self.protected.values()):
                learning["indicators"][code] = shown_mean(value, ROUNDED_TO)
        for order in self.result.instrument.orders:
            given = learning["orders"][str(order.number)]
            if any(self._few_scores(panel, own_order_score(panel, order)) for panel in self.protected.values()):
                _widen(given, ERROR_STEP_OF_AN_ORDER)

    def _few_scores(self, panel: Panel, value_of: Any) -> bool:
        having = sum(value_of(respondent) is not None for respondent in panel.respondents)
        return 0 < having < DISTRIBUTION_MINIMUM_N

    def _mirrors(self, mirrors: Iterable[Document]) -> None:
        for mirror in mirrors:
            for side in ("a", "b"):
                if mirror[side] in self.protected:
                    mirror[f"{side}_value"] = shown_mean(mirror[f"{side}_value"], ROUNDED_TO)
            mirror["gap"] = mirror["b_value"] - mirror["a_value"]

    def _intention(self, motivation: Document) -> None:
        item = self.result.instrument.item(self.result.instrument.motivation.intention)
        if motivation["intention"] is not None and item.window in self.protected:
            motivation["intention"] = shown_mean(motivation["intention"], ROUNDED_TO)

    def coarsen_advice(self, advice: Iterable[Document]) -> None:
        """Let the grounds of recommendations say no more of an answer than the answers themselves may."""
        triggers = {one.id: one.triggers for one in self.result.instrument.recommendations}
        for one in advice:
            behind = [(trigger, measure) for trigger in triggers[one["id"]] for measure in self._behind(trigger)]
            few = any(_is_few(measure) for _, measure in behind)
            if any(trigger.kind != "dimension" for trigger, _ in behind):
                one["need"] = _share(one["need"], ROUNDED_TO, HIGHEST)
                one["agreement"] = _share(one["agreement"], AGREEMENT_STEP_OF_FEW if few else ROUNDED_TO)
            elif few:
                one["agreement"] = _share(one["agreement"], AGREEMENT_STEP_OF_FEW)
            if few or any(trigger.kind != "dimension" for trigger, _ in behind):
                one["priority"] = min(HIGHEST, _step(one["priority"], ROUNDED_TO))

    def _behind(self, trigger: Trigger) -> Iterator[Measure]:
        """What protected windows say about a trigger."""
        for panel in self.protected.values():
            dimension = panel.dimensions.get(trigger.id)
            found = {
                "feature": panel.features.get(trigger.id),
                "indicator": panel.indicators.get(trigger.id),
                "item": panel.items.get(trigger.id),
                "dimension": dimension.measure if dimension else None,
            }[trigger.kind]
            if found is not None:
                yield found


def _is_few(measure: Measure) -> bool:
    return measure.n < DISTRIBUTION_MINIMUM_N


def _widen(given: Document, step: float | None) -> None:
    """Round a standard error up to this step, if any, and let the interval around the score follow from it."""
    if given["standard_error"] is None:
        return
    if step is not None:
        given["standard_error"] = _up(given["standard_error"], step)
    uncertainty = Uncertainty(given["standard_error"], given["degrees_of_freedom"])
    given["low"], given["high"] = uncertainty.interval(given["score"], 0, 100)


def _level(value: float) -> float:
    """A feature of 0..1 in steps of .05, between .05 and .95."""
    return shown_mean(100 * value, ROUNDED_TO) / 100


def _share(value: float, step: float, highest: float = 100.0) -> float:
    return min(highest, _step(100 * value, step)) / 100


def _step(value: float, step: float) -> float:
    return float(step * floor(ranked(value / step) + 0.5))


def _up(value: float, step: float) -> float:
    return step * ceil(ranked(value / step))
