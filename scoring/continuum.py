"""The position on the collaboration continuum: path projection (section 3.5).

Seven models are seven points in the space of the 15 features; the line through them is the path. The position is the
point of the path that lies closest to what was observed:

    for k in 1..6:  d_f = E[f][k+1] - E[f][k]
                    a   = clamp( sum w (x - E[f][k]) d_f / sum w d_f^2, 0, 1 )
                    D_k = sum w (x - E[f][k] - a d_f)^2
    P = k* + a* for the smallest D_k                       1.00 .. 7.00
    residual = sqrt( D / sum w )                           0..1, how mixed the picture is
    S_m = 100 (1 - sqrt( sum w (x - E[f][m])^2 / sum w ))  similarity to model m, %

It is exact on the models themselves, needs no tuning constant, shows mixed profiles, and a better answer never lowers
it, as long as no row of E falls and w does not depend on the model (the content checks guard both).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from scoring.method import (
    CORE_TOLERANCE,
    COVERAGE_MINIMUM,
    MISSING_STEP,
    NETWORK_OWN_GOALS,
    NETWORK_POLICY,
    NETWORK_SHARED_GOAL,
    NETWORK_VISION,
    PLAUSIBLE_MARGIN,
    PRIOR_SPREAD_POSITION,
    RESIDUAL_MIXED,
    SIMILARITY_FEATURES_OF,
    SIMILARITY_TYPED,
    SPREAD_AGREED,
    ZONE_ALIGNED,
    ZONE_TOGETHER,
    above,
    at_least,
    at_most,
    below,
    ranked,
)
from scoring.respondents import Respondent, mean_of
from scoring.types import MODELS, Feature, Instrument, Item
from scoring.uncertainty import Uncertainty, combined
from scoring.windows import Measure, Panel, ValueOf

Profile = Mapping[str, float | None]
"""Feature -> observed level 0..1, None where nothing was observed."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Where a feature profile lies on the path, and how much it resembles each of the seven models (0..100)."""

    position: float
    residual: float
    similarity: tuple[float, ...]

    @property
    def nearest(self) -> int:
        """The model with the highest similarity; of equals the lower."""
        return self._order()[0]

    @property
    def runner_up(self) -> int:
        """The model with the second highest similarity; of equals the lower."""
        return self._order()[1]

    @property
    def margin(self) -> float:
        """How much more the profile resembles the nearest model than the runner-up, in points."""
        return self.similarity[self.nearest - 1] - self.similarity[self.runner_up - 1]

    def _order(self) -> list[int]:
        return sorted(MODELS, key=lambda model: (-ranked(self.similarity[model - 1]), model))


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A feature that is at least one answer step below a model, by how much (0..1)."""

    feature: str
    shortfall: float


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing for a model: features by weighted shortfall, and features of which nothing is known."""

    model: int
    features: tuple[Shortfall, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeatureValue:
    """A feature of the municipality: level 0..1 with its uncertainty, and the mean spread of the windows (0..100)."""

    value: float
    uncertainty: Uncertainty
    spread: float | None


@dataclass(frozen=True, slots=True)
class Continuum:
    """Everything about the position. Without enough coverage `projection` is None and so is what follows from it."""

    features: Mapping[str, FeatureValue | None]
    coverage: float
    projection: Projection | None
    uncertainty: Uncertainty | None
    interval: tuple[float, float] | None
    wording: str | None
    core_complete: bool | None
    zone: str | None
    plausible: tuple[int, ...] | None
    certainty: str
    gap_to_ambition: float | None
    missing_next: Missing | None
    missing_ambition: Missing | None
    network: str | None


def project(features: Sequence[Feature], x: Profile, needed_weight: float | None = None) -> Projection | None:
    """The projection of profile `x`, or None when the observed features carry too little weight.

    `needed_weight` is the weight of which half must be observed; without it the weight of all features.
    """
    observed = [(feature, value) for feature in features if (value := x.get(feature.id)) is not None]
    weight = sum(feature.weight for feature, _ in observed)
    total = sum(feature.weight for feature in features) if needed_weight is None else needed_weight
    if not observed or below(weight / total, COVERAGE_MINIMUM):
        return None
    distance, position = _nearest_point(observed)
    similarity = tuple(100 * (1 - sqrt(_squared_distance(observed, model) / weight)) for model in MODELS)
    return Projection(position, sqrt(distance / weight), similarity)


def _nearest_point(observed: Sequence[tuple[Feature, float]]) -> tuple[float, float]:
    """The smallest squared distance to the path and the position where it is reached; of equals the lowest segment."""
    best: tuple[float, float] | None = None
    for k in range(len(MODELS) - 1):
        terms = [(f.weight, x - f.expected[k], f.expected[k + 1] - f.expected[k]) for f, x in observed]
        steepness = sum(w * d * d for w, _, d in terms)
        a = min(1.0, max(0.0, sum(w * rest * d for w, rest, d in terms) / steepness)) if steepness else 0.0
        distance = sum(w * (rest - a * d) ** 2 for w, rest, d in terms)
        if best is None or distance < best[0] - 1e-12:
            best = (distance, k + 1 + a)
    assert best is not None
    return best


def _squared_distance(observed: Sequence[tuple[Feature, float]], model: int) -> float:
    return sum(feature.weight * (x - feature.expected[model - 1]) ** 2 for feature, x in observed)


def window_projection(panel: Panel) -> Projection | None:
    """The projection of one window's own feature values, under the same gate as that of the municipality."""
    return project(panel.instrument.features, {code: m.value / 100 for code, m in panel.features.items()})


def combine_features(instrument: Instrument, panels: Sequence[Panel]) -> dict[str, FeatureValue | None]:
    """x_f = sum_w Omega_w x_wf / sum_w Omega_w over the shown windows that have f (Omega .5 / .3 / .2)."""
    weights = instrument.feature_window_weights
    result: dict[str, FeatureValue | None] = {}
    for feature in instrument.features:
        parts = [
            (weights[panel.window.id], panel.features[feature.id])
            for panel in panels
            if panel.window.id in weights and feature.id in panel.features
        ]
        result[feature.id] = _feature_value(parts) if parts else None
    return result


def _feature_value(parts: Sequence[tuple[float, Measure]]) -> FeatureValue:
    value = sum(weight * measure.value for weight, measure in parts) / sum(weight for weight, _ in parts)
    uncertainty = combined([(weight, measure.uncertainty) for weight, measure in parts])
    scaled = Uncertainty(uncertainty.standard_error / 100, uncertainty.degrees_of_freedom)
    return FeatureValue(value / 100, scaled, mean_spread(measure for _, measure in parts))


def mean_spread(measures: Iterable[Measure]) -> float | None:
    """The plain mean of the spreads that are known (ruling 12); None when none is."""
    spreads = [measure.spread for measure in measures if measure.spread is not None]
    return sum(spreads) / len(spreads) if spreads else None


def position_uncertainty(instrument: Instrument, panels: Sequence[Panel]) -> Uncertainty | None:
    """SE^2 = sum Omega~_w^2 s2_w / n_eff,w over the windows in which somebody has an own position (section 5.5).

    A respondent has an own position when the answered features carry half of the feature weight of the window.
    """
    parts: list[tuple[float, Uncertainty]] = []
    for panel in panels:
        if panel.window.id not in instrument.feature_window_weights:
            continue
        measure = panel.measure(own_position_in(panel), PRIOR_SPREAD_POSITION)
        if measure is not None:
            parts.append((instrument.feature_window_weights[panel.window.id], measure.uncertainty))
    return combined(parts) if parts else None


def own_position_in(panel: Panel) -> ValueOf:
    """How a respondent's own position is found from the features of this window (ruling 11)."""
    carried: dict[str, list[Item]] = {}
    for item in panel.window.scored_items():
        if item.feature is not None:
            carried.setdefault(item.feature, []).append(item)
    features = panel.instrument.features
    weight = sum(feature.weight for feature in features if feature.id in carried)

    def position(respondent: Respondent) -> float | None:
        x = {feature: mean_of(items, respondent) for feature, items in carried.items()}
        projection = project(features, x, weight)
        return None if projection is None else projection.position

    return position


def place(instrument: Instrument, panels: Sequence[Panel], ambition: int | None) -> Continuum:
    """The position of the municipality with everything that belongs to it (sections 3.5 to 3.8, 5.5)."""
    features = combine_features(instrument, panels)
    x = {code: None if value is None else value.value for code, value in features.items()}
    total = sum(feature.weight for feature in instrument.features)
    coverage = sum(feature.weight for feature in instrument.features if x[feature.id] is not None) / total
    network = network_label(instrument, x, panels)
    projection = project(instrument.features, x)
    if projection is None:
        return _without_position(features, coverage, network)
    uncertainty = position_uncertainty(instrument, panels)
    interval = uncertainty.interval(projection.position, 1, 7) if uncertainty else None
    complete = core_complete(instrument, x, projection.nearest)
    placed = Continuum(
        features=features,
        coverage=coverage,
        projection=projection,
        uncertainty=uncertainty,
        interval=interval,
        wording=wording(projection, complete),
        core_complete=complete,
        zone=zone(projection.position),
        plausible=plausible_models(interval) if interval else None,
        certainty=certainty(panels, features, coverage, uncertainty),
        gap_to_ambition=None,
        missing_next=missing(instrument, x, min(projection.nearest + 1, len(MODELS))),
        missing_ambition=None,
        network=network,
    )
    return aimed_at(instrument, placed, ambition)


def aimed_at(instrument: Instrument, continuum: Continuum, ambition: int | None) -> Continuum:
    """The same position seen from an ambition: how far it is, max(0, A - P), and what is missing for it."""
    if continuum.projection is None or ambition is None:
        return replace(continuum, gap_to_ambition=None, missing_ambition=None)
    x = {code: None if value is None else value.value for code, value in continuum.features.items()}
    return replace(
        continuum,
        gap_to_ambition=max(0.0, ambition - continuum.projection.position),
        missing_ambition=missing(instrument, x, ambition),
    )


def _without_position(features: Mapping[str, FeatureValue | None], coverage: float, network: str | None) -> Continuum:
    return Continuum(
        features=features,
        coverage=coverage,
        projection=None,
        uncertainty=None,
        interval=None,
        wording=None,
        core_complete=None,
        zone=None,
        plausible=None,
        certainty="onvoldoende",
        gap_to_ambition=None,
        missing_next=None,
        missing_ambition=None,
        network=network,
    )


def core_complete(instrument: Instrument, x: Profile, model: int) -> bool:
    """Whether every core feature of the model is observed and at most one answer step below its expected level."""
    expected = {feature.id: feature.expected[model - 1] for feature in instrument.features}
    values = [(x[code], expected[code]) for code in instrument.core_features.get(model, ())]
    return all(value is not None and at_least(value, level - CORE_TOLERANCE) for value, level in values)


def wording(projection: Projection, core: bool) -> str:
    """How firmly the position may be worded: "typering", "kenmerken" or "gemengd beeld"."""
    best = projection.similarity[projection.nearest - 1]
    if above(projection.residual, RESIDUAL_MIXED) or below(best, SIMILARITY_FEATURES_OF):
        return "gemengd beeld"
    return "typering" if core and at_least(best, SIMILARITY_TYPED) else "kenmerken"


def zone(position: float) -> str:
    """The zone of a position: "naast elkaar" below 3.5, "afgestemd" below 5.5, otherwise "samen"."""
    if below(position, ZONE_ALIGNED):
        return "naast elkaar"
    return "afgestemd" if below(position, ZONE_TOGETHER) else "samen"


def plausible_models(interval: tuple[float, float]) -> tuple[int, ...]:
    """The models m with low - .5 < m <= high + .5."""
    low, high = interval
    return tuple(m for m in MODELS if above(m, low - PLAUSIBLE_MARGIN) and at_most(m, high + PLAUSIBLE_MARGIN))


def certainty(
    panels: Sequence[Panel],
    features: Mapping[str, FeatureValue | None],
    coverage: float,
    uncertainty: Uncertainty | None,
) -> str:
    """The certainty of a position: "hoog", "middel" or "laag" (section 5.5, rulings 10, 12, 13).

    n and the number of windows are those of the shown windows that supply at least one feature.
    """
    if uncertainty is None:
        return "laag"
    contributing = [panel for panel in panels if panel.features]
    n = sum(panel.usable for panel in contributing)
    half = uncertainty.half_width()
    known = [value for value in features.values() if value is not None]
    divided = sum(value.spread is not None and above(value.spread, SPREAD_AGREED) for value in known)
    if (
        at_least(coverage, 0.80)
        and at_most(half, 0.50)
        and n >= 8
        and len(contributing) >= 2
        and 3 * divided <= len(known)
    ):
        return "hoog"
    return "middel" if at_least(coverage, 0.60) and at_most(half, 1.00) and n >= 3 else "laag"


def missing(instrument: Instrument, x: Profile, model: int) -> Missing:
    """The features at least one answer step below `model`, the weightiest shortfall first, and the unknown ones."""
    short = [
        (feature.weight, Shortfall(feature.id, feature.expected[model - 1] - value))
        for feature in instrument.features
        if (value := x[feature.id]) is not None and at_least(feature.expected[model - 1] - value, MISSING_STEP)
    ]
    short.sort(key=lambda entry: -ranked(entry[0] * entry[1].shortfall))
    unknown = tuple(feature.id for feature in instrument.features if x[feature.id] is None)
    return Missing(model, tuple(shortfall for _, shortfall in short), unknown)


def network_label(instrument: Instrument, x: Profile, panels: Sequence[Panel]) -> str | None:
    """Own goals, on the way, or one goal (A:728-734, section 3.8); None without the feature `doel`."""
    goal = x[instrument.network.feature]
    if goal is None:
        return None
    if at_most(goal, NETWORK_OWN_GOALS):
        return "eigen doelen"
    dimensions = {code: d.measure for panel in panels for code, d in panel.dimensions.items()}
    items = {code: measure for panel in panels for code, measure in panel.items.items()}
    vision, policy = dimensions.get(instrument.network.dimension), items.get(instrument.network.item)
    shared = at_least(goal, NETWORK_SHARED_GOAL) and vision is not None and at_least(vision.value, NETWORK_VISION)
    agreed = policy is None or at_least(policy.value, NETWORK_POLICY)
    return "één doel" if shared and agreed else "op weg naar één doel"
