"""How finely the numbers of a protected window are given to others than those who hold the answers (ruling 75).

A window is protected when its minimum in force is above 1. Few people and exact numbers give the answers back: of five
answers to one question the mean and the standard error already tell, more often than not, exactly which five they are.
So in what others read

* a value that rests on single questions is in steps of five, from 5 to 95, as an item mean is;
* where something rests on fewer than ten people, its standard error is rounded up (of a feature to 10, of a dimension
  to 2, of a learning order to 1) and its interval follows from that, so that it is wider and never narrower; the spread
  itself is not given, its words are; a dimension of one question has only its score;
* what is missing for a model and the grounds of a recommendation follow from these numbers and not from finer ones.

Nothing here takes part in a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, floor
from typing import Any

from scoring.advice import score_need
from scoring.continuum import missing
from scoring.learning import own_order_score
from scoring.method import ranked
from scoring.privacy import FINE_FROM, HIGHEST, ROUNDED_TO, shown_mean
from scoring.result import Result
from scoring.types import Recommendation, Trigger
from scoring.uncertainty import Uncertainty
from scoring.windows import Measure, Panel, ValueOf

Document = dict[str, Any]
ERROR_STEP_OF_AN_ORDER, ERROR_STEP, ERROR_STEP_OF_A_FEATURE = 1.0, 2.0, 10.0
NOTHING_ELSE = dict.fromkeys(("low", "high", "standard_error", "degrees_of_freedom", "spread", "agreement"))
UNKNOWN_AGREEMENT = 0.5


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
        for given in document["continuum"]["missing"].values():
            self.coarsen_missing(given)
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
            given |= NOTHING_ELSE if _is_few(measure) else {}
        elif _is_few(measure):
            given["spread"] = None
            _widen(given, ERROR_STEP)

    def _features(self, continuum: Document) -> None:
        continuum["features"] = dict(self._profile)
        for code, given in continuum["feature_uncertainty"].items():
            if given is not None and any(_is_few(measure) for measure in self._behind("feature", code)):
                given["standard_error"] = _up(100 * given["standard_error"], ERROR_STEP_OF_A_FEATURE) / 100

    def coarsen_missing(self, given: Document | None) -> None:
        """Let what is missing for a model follow from the features as they are given, and from nothing finer."""
        if given is not None:
            found = missing(self.result.instrument, self._profile, given["model"])
            given["features"] = [{"feature": one.feature, "shortfall": one.shortfall} for one in found.features]

    @cached_property
    def _profile(self) -> dict[str, float | None]:
        """The features as others may read them."""
        return {
            code: None if value is None else _level(value.value) if self._rests("feature", code) else value.value
            for code, value in self.result.continuum.features.items()
        }

    def _rests(self, kind: str, code: str) -> bool:
        return any(True for _ in self._behind(kind, code))

    def _learning(self, learning: Document) -> None:
        for code, value in self.result.learning.indicators.items():
            if value is not None and self._rests("indicator", code):
                learning["indicators"][code] = shown_mean(value, ROUNDED_TO)
        for order in self.result.instrument.orders:
            given = learning["orders"][str(order.number)]
            if any(self._few_scores(panel, own_order_score(panel, order)) for panel in self.protected.values()):
                _widen(given, ERROR_STEP_OF_AN_ORDER)

    def _few_scores(self, panel: Panel, value_of: ValueOf) -> bool:
        having = sum(value_of(respondent) is not None for respondent in panel.respondents)
        return 0 < having < FINE_FROM

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
        """Let the grounds of recommendations follow from what others may read of the answers behind them."""
        ranked_before = {one.recommendation.id: one for one in self.result.advice}
        for given in advice:
            one = ranked_before[given["id"]]
            behind = [m for trigger in one.recommendation.triggers for m in self._behind(trigger.kind, trigger.id)]
            if not behind:
                continue
            agreement = one.agreement
            if any(_is_few(measure) for measure in behind):
                agreement = UNKNOWN_AGREEMENT if one.discuss_first or one.spread is None else 1.0
            coarse = replace(one, need=self._need(one.recommendation), agreement=_share(agreement))
            given["need"], given["agreement"] = min(HIGHEST / 100, _share(coarse.need)), coarse.agreement
            given["priority"] = min(HIGHEST, _step(coarse.priority, ROUNDED_TO))

    def _need(self, recommendation: Recommendation) -> float:
        """The need of a recommendation, computed from what others may read."""
        needs = [(t.weight, need) for t in recommendation.triggers if (need := self._need_of(t)) is not None]
        return sum(weight * need for weight, need in needs) / sum(weight for weight, _ in needs)

    def _need_of(self, trigger: Trigger) -> float | None:
        following = self.result.continuum.missing_next
        target = self.result.ambition or (following.model if following else None)
        if trigger.kind == "feature":
            level = self._profile[trigger.id]
            if level is None or target is None:
                return None
            return max(0.0, self._expected(trigger.id, target) - level)
        score = self._score(trigger)
        return None if score is None else score_need(score)

    def _expected(self, code: str, model: int) -> float:
        return next(one for one in self.result.instrument.features if one.id == code).expected[model - 1]

    def _score(self, trigger: Trigger) -> float | None:
        """An indicator, a dimension or a question on 0..100, as others may read it."""
        if trigger.kind == "indicator":
            value = self.result.learning.indicators[trigger.id]
        else:
            value = next((m.value for panel in self.result.panels if (m := _of(panel, trigger.kind, trigger.id))), None)
        coarse = trigger.kind != "dimension" and self._rests(trigger.kind, trigger.id)
        return shown_mean(value, ROUNDED_TO) if value is not None and coarse else value

    def _behind(self, kind: str, code: str) -> Iterator[Measure]:
        """What protected windows say about something."""
        return (measure for panel in self.protected.values() if (measure := _of(panel, kind, code)) is not None)


def _of(panel: Panel, kind: str, code: str) -> Measure | None:
    """What a window says about a feature, an indicator, a question or a dimension."""
    if kind == "dimension":
        return panel.dimensions[code].measure if code in panel.dimensions else None
    found = {"feature": panel.features, "indicator": panel.indicators, "item": panel.items}
    return found[kind].get(code)


def _is_few(measure: Measure) -> bool:
    return measure.n < FINE_FROM


def _widen(given: Document, step: float) -> None:
    """Round a standard error up to this step and let the interval around the score follow from it."""
    if given["standard_error"] is None:
        return
    given["standard_error"] = _up(given["standard_error"], step)
    uncertainty = Uncertainty(given["standard_error"], given["degrees_of_freedom"])
    given["low"], given["high"] = uncertainty.interval(given["score"], 0, 100)


def _level(value: float) -> float:
    """A feature of 0..1 in steps of .05, between .05 and .95."""
    return shown_mean(100 * value, ROUNDED_TO) / 100


def _share(value: float) -> float:
    """A share of 0..1 in steps of .05."""
    return _step(100 * value, ROUNDED_TO) / 100


def _step(value: float, step: float) -> float:
    return float(step * floor(ranked(value / step) + 0.5))


def _up(value: float, step: float) -> float:
    return step * ceil(ranked(value / step))
