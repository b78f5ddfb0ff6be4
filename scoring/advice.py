"""Which recommendations come first, and on what grounds (section 6.3).

    need n_j    feature: max(0, E[f][T] - x_f), T the ambition or else the next model
                item, dimension, indicator: max(0, 75 - score) / 75
    N           sum v_j n_j / sum v_j over the observed triggers; not ranked when these carry under half of the weight
    B           share of the windows with data on a trigger whose own N_w >= .20; one window only: .5
    C           clamp((50 - AD) / 30, 0, 1), AD the mean spread of the observed triggers; unknown: .5
    Q           1 when the step is at most the next model, .85 one further, .70 beyond; x .9 with an unmet prerequisite
    I           1 in the report of the municipality (section 6.2 for who may do what)
    priority    100 * N * (.6 + .4 B) * (.8 + .2 C) * Q * I                                                  0..100

Every factor is monotone: more need, more windows that confirm it or more agreement never lower the priority.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.continuum import Continuum
from scoring.learning import Learning
from scoring.method import (
    NEED_CONFIRMED,
    NEED_SHOWN,
    NEED_TARGET,
    SEQUENCE_LATER,
    SEQUENCE_NEXT,
    SEQUENCE_UNMET,
    SHOWN_AT_MOST,
    SHOWN_PER_GROUP,
    SPREAD_AGREED,
    above,
    at_least,
    ranked,
)
from scoring.types import Instrument, Recommendation, Trigger
from scoring.windows import Panel

MUNICIPALITY_INFLUENCE = 1.0
INFLUENCE = {
    "professional": {"professional": 1.0, "organisatie": 0.8, "beleid": 0.6},
    "organisatie": {"professional": 0.8, "organisatie": 1.0, "beleid": 0.8},
    "beleid": {"professional": 0.6, "organisatie": 0.8, "beleid": 1.0},
}
"""Viewer's window -> actor -> influence (section 6.2): 1 own influence, .8 the adjacent layer's agenda, .6 concern."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What is known about one trigger: the need (0..1) overall and per window, and the spread (0..100)."""

    weight: float
    need: float
    window_needs: Mapping[str, float]
    spread: float | None


@dataclass(frozen=True, slots=True)
class Advice:
    """A ranked recommendation with its grounds. `confirmed` of `windows` windows with data see the need themselves."""

    recommendation: Recommendation
    rank: int
    need: float
    breadth: float
    agreement: float
    sequence: float
    influence: float
    spread: float | None
    windows: int
    confirmed: int
    after: str | None
    shown: bool

    @property
    def priority(self) -> float:
        """100 * N * (.6 + .4 B) * (.8 + .2 C) * Q * I, 0..100."""
        certainty = (0.6 + 0.4 * self.breadth) * (0.8 + 0.2 * self.agreement)
        return 100 * self.need * certainty * self.sequence * self.influence

    @property
    def discuss_first(self) -> bool:
        """Whether the answers diverge so much that a talk comes first (ruling 55)."""
        return self.spread is not None and above(self.spread, SPREAD_AGREED)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the needs come from: the combined scales, the panels, and the model that is aimed at (None: no target)."""

    instrument: Instrument
    panels: Sequence[Panel]
    continuum: Continuum
    learning: Learning
    target: int | None

    def of(self, trigger: Trigger) -> Observation | None:
        """What is known about the trigger; None when it was not observed."""
        if trigger.kind == "feature":
            return self._of_feature(trigger)
        if trigger.kind == "indicator":
            return self._of_indicator(trigger)
        return self._of_window_quantity(trigger)

    def _of_feature(self, trigger: Trigger) -> Observation | None:
        value = self.continuum.features[trigger.id]
        if value is None or self.target is None:
            return None
        feature = next(feature for feature in self.instrument.features if feature.id == trigger.id)
        expected = feature.expected[self.target - 1]
        needs = {
            panel.window.id: max(0.0, expected - panel.features[trigger.id].value / 100)
            for panel in self.panels
            if panel.window.id in self.instrument.feature_window_weights and trigger.id in panel.features
        }
        return Observation(trigger.weight, max(0.0, expected - value.value), needs, value.spread)

    def _of_indicator(self, trigger: Trigger) -> Observation | None:
        value = self.learning.indicators[trigger.id]
        if value is None:
            return None
        needs = {
            p.window.id: score_need(p.indicators[trigger.id].value) for p in self.panels if trigger.id in p.indicators
        }
        return Observation(trigger.weight, score_need(value), needs, self.learning.spreads[trigger.id])

    def _of_window_quantity(self, trigger: Trigger) -> Observation | None:
        for panel in self.panels:
            dimension = panel.dimensions.get(trigger.id)
            measure = panel.items.get(trigger.id) or (dimension.measure if dimension else None)
            if measure is not None:
                need = score_need(measure.value)
                return Observation(trigger.weight, need, {panel.window.id: need}, measure.spread)
        return None


def score_need(score: float) -> float:
    """How far a score (0..100) is below 75, as a share of 75.

    >>> score_need(75), score_need(0), score_need(60)
    (0.0, 1.0, 0.2)
    """
    return max(0.0, NEED_TARGET - score) / NEED_TARGET


def advise(
    instrument: Instrument,
    panels: Sequence[Panel],
    continuum: Continuum,
    learning: Learning,
    ambition: int | None,
    viewer: str | None = None,
) -> tuple[Advice, ...]:
    """All recommendations that can be ranked, in order; at most five are marked as shown.

    `viewer` is the staff window from which the list is seen (section 6.2); without one it is the municipality's report.
    """
    next_model = _next_model(continuum, ambition)
    evidence = Evidence(instrument, panels, continuum, learning, ambition or next_model)
    candidates: dict[str, Advice] = {}
    for recommendation in instrument.recommendations:
        if _fits(recommendation, ambition, next_model) and (advice := _weigh(recommendation, evidence, viewer)):
            candidates[recommendation.id] = advice
    ordered = sorted(
        (_in_sequence(advice, candidates, next_model) for advice in candidates.values()),
        key=lambda advice: (-ranked(advice.priority), advice.recommendation.line),
    )
    return _numbered(_after_prerequisites(ordered, _chosen(ordered)))


def _next_model(continuum: Continuum, ambition: int | None) -> int | None:
    """min(nearest + 1, ambition), or min(nearest + 1, 7) without an ambition (ruling 15); None without a position."""
    if continuum.projection is None:
        return None
    return min(continuum.projection.nearest + 1, ambition or 7)


def _fits(recommendation: Recommendation, ambition: int | None, next_model: int | None) -> bool:
    """Whether it can be placed: not beyond the ambition, and with a step only where a position is known (ruling 40)."""
    if recommendation.step is None:
        return True
    return next_model is not None and (ambition is None or recommendation.step <= ambition)


def _weigh(recommendation: Recommendation, evidence: Evidence, viewer: str | None) -> Advice | None:
    observed = [found for trigger in recommendation.triggers if (found := evidence.of(trigger)) is not None]
    weight = sum(observation.weight for observation in observed)
    if not observed or not at_least(weight / sum(trigger.weight for trigger in recommendation.triggers), 0.5):
        return None
    needs = _window_needs(observed)
    confirmed = sum(at_least(need, NEED_CONFIRMED) for need in needs.values())
    spreads = [observation.spread for observation in observed if observation.spread is not None]
    spread = sum(spreads) / len(spreads) if spreads else None
    return Advice(
        recommendation=recommendation,
        rank=0,
        need=sum(observation.weight * observation.need for observation in observed) / weight,
        breadth=0.5 if len(needs) == 1 else confirmed / len(needs),
        agreement=0.5 if spread is None else min(1.0, max(0.0, (50 - spread) / 30)),
        sequence=1.0,
        influence=INFLUENCE[viewer][recommendation.actor] if viewer else MUNICIPALITY_INFLUENCE,
        spread=spread,
        windows=len(needs),
        confirmed=confirmed,
        after=None,
        shown=False,
    )


def _window_needs(observed: Sequence[Observation]) -> dict[str, float]:
    """N_w: the need over the triggers observed in that window, without a condition on their weight (ruling 49)."""
    weights: dict[str, float] = {}
    sums: dict[str, float] = {}
    for observation in observed:
        for window, need in observation.window_needs.items():
            weights[window] = weights.get(window, 0.0) + observation.weight
            sums[window] = sums.get(window, 0.0) + observation.weight * need
    return {window: sums[window] / weights[window] for window in weights}


def _in_sequence(advice: Advice, candidates: Mapping[str, Advice], next_model: int | None) -> Advice:
    """Q, and the prerequisite that is not met; one that cannot be ranked does not count as unmet (ruling 54)."""
    step, first = advice.recommendation.step, advice.recommendation.first
    sequence = 1.0
    if step is not None and next_model is not None and step > next_model:
        sequence = SEQUENCE_NEXT if step == next_model + 1 else SEQUENCE_LATER
    prerequisite = candidates.get(first) if first else None
    unmet = first if prerequisite and at_least(prerequisite.need, NEED_CONFIRMED) else None
    return replace(advice, sequence=sequence * (SEQUENCE_UNMET if unmet else 1.0), after=unmet)


def _chosen(ordered: Sequence[Advice]) -> list[int]:
    """The places of what is shown: N >= .15, at most two of a group, at most five (ruling 42)."""
    chosen: list[int] = []
    per_group: dict[str, int] = {}
    for place, advice in enumerate(ordered):
        group = advice.recommendation.group
        if len(chosen) == SHOWN_AT_MOST:
            break
        if at_least(advice.need, NEED_SHOWN) and per_group.get(group, 0) < SHOWN_PER_GROUP:
            chosen.append(place)
            per_group[group] = per_group.get(group, 0) + 1
    return chosen


def _after_prerequisites(ordered: Sequence[Advice], chosen: Sequence[int]) -> list[Advice]:
    """The chosen ones reordered within the places they hold, so that none stands above its unmet prerequisite (41)."""
    waiting = [ordered[place] for place in chosen]
    result = list(ordered)
    for place in chosen:
        ids = {advice.recommendation.id for advice in waiting}
        advice = next(advice for advice in waiting if advice.after not in ids)
        waiting.remove(advice)
        result[place] = replace(advice, shown=True)
    return result


def _numbered(ordered: Sequence[Advice]) -> tuple[Advice, ...]:
    return tuple(replace(advice, rank=rank) for rank, advice in enumerate(ordered, start=1))
