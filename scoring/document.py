"""The result as a document: exactly the output of the exchange format (`docs/formats.md`).

Unrounded: numbers are rounded where a person reads them. A value that cannot be given is None, never 0 and never left
out.
"""

from __future__ import annotations

from typing import Any

from scoring.advice import Advice
from scoring.continuum import Continuum, Missing, window_projection
from scoring.learning import Learning
from scoring.reasons import because
from scoring.result import Result
from scoring.uncertainty import Uncertainty
from scoring.windows import Dimension, Panel

Document = dict[str, Any]


def result_document(result: Result) -> Document:
    """The result in the exchange format, ready for JSON."""
    titles = {recommendation.id: recommendation.title for recommendation in result.instrument.recommendations}
    return {
        "edition": result.instrument.edition,
        "method": result.instrument.method,
        "ambition": result.ambition,
        "windows": {panel.window.id: _window(panel) for panel in result.panels},
        "continuum": _continuum(result.continuum),
        "learning": _learning(result.learning),
        "congruence": _congruence(result),
        "lenses": _lenses(result),
        "advice": [_advice(advice, titles, result.ambition) for advice in result.advice],
    }


def _window(panel: Panel) -> Document:
    head: Document = {
        "status": panel.status,
        "responses": panel.responses,
        "usable": panel.usable,
        "minimum": panel.minimum,
    }
    if panel.status == "below_minimum":
        return head | {"needed": panel.minimum - panel.usable}
    if panel.status == "absent":
        return head
    projection = window_projection(panel)
    return head | {
        "score": panel.score,
        "dimensions": {code: _dimension(dimension) for code, dimension in panel.dimensions.items()},
        "items": {
            code: {"n": count.n, "unknown": count.unknown, "unknown_signal": count.signal}
            for code, count in panel.counts.items()
        },
        "roles": {role: {"n": n} for role, n in panel.roles.items()},
        "rest": panel.usable - sum(panel.roles.values()),
        "continuum": {"position": projection.position if projection else None},
    }


def _dimension(dimension: Dimension) -> Document:
    measure = dimension.measure
    if measure is None:
        unknown = ("score", "low", "high", "standard_error", "degrees_of_freedom", "spread", "agreement")
        return dict.fromkeys(unknown) | {"n": dimension.n}
    low, high = measure.uncertainty.interval(measure.value, 0, 100)
    return {
        "score": measure.value,
        "low": low,
        "high": high,
        **_uncertainty(measure.uncertainty),
        "n": measure.n,
        "spread": measure.spread,
        "agreement": measure.agreement(),
    }


def _uncertainty(uncertainty: Uncertainty | None) -> Document:
    return {
        "standard_error": uncertainty.standard_error if uncertainty else None,
        "degrees_of_freedom": uncertainty.degrees_of_freedom if uncertainty else None,
    }


def _interval(interval: tuple[float, float] | None) -> Document:
    low, high = interval or (None, None)
    return {"low": low, "high": high}


def _continuum(continuum: Continuum) -> Document:
    projection = continuum.projection
    return {
        "features": {code: value.value if value else None for code, value in continuum.features.items()},
        "feature_uncertainty": {
            code: _uncertainty(value.uncertainty) if value else None for code, value in continuum.features.items()
        },
        "position": projection.position if projection else None,
        **_interval(continuum.interval),
        **_uncertainty(continuum.uncertainty),
        "nearest": projection.nearest if projection else None,
        "runner_up": projection.runner_up if projection else None,
        "margin": projection.margin if projection else None,
        "residual": projection.residual if projection else None,
        "coverage": continuum.coverage,
        "similarity": list(projection.similarity) if projection else None,
        "wording": continuum.wording,
        "core_complete": continuum.core_complete,
        "zone": continuum.zone,
        "plausible": None if continuum.plausible is None else list(continuum.plausible),
        "certainty": continuum.certainty,
        "gap_to_ambition": continuum.gap_to_ambition,
        "missing": {"next": _missing(continuum.missing_next), "ambition": _missing(continuum.missing_ambition)},
        "network": continuum.network,
    }


def _missing(missing: Missing | None) -> Document | None:
    if missing is None:
        return None
    return {
        "model": missing.model,
        "features": [{"feature": short.feature, "shortfall": short.shortfall} for short in missing.features],
        "unknown": list(missing.unknown),
    }


def _learning(learning: Learning) -> Document:
    return {
        "indicators": dict(learning.indicators),
        "orders": {
            str(number): {
                "score": order.score,
                **_interval(order.interval),
                **_uncertainty(order.uncertainty),
                "status": order.status,
                "reason": order.reason,
            }
            for number, order in learning.orders.items()
        },
        "level": learning.level,
        "lambda": learning.trend,
        "paper_learning": learning.paper_learning,
    }


def _congruence(result: Result) -> Document:
    congruence = result.congruence
    return {
        "mirrors": [
            {
                "code": mirror.code,
                "a": mirror.a,
                "b": mirror.b,
                "a_value": mirror.a_value,
                "b_value": mirror.b_value,
                "gap": mirror.gap,
                "real": mirror.real,
            }
            for mirror in congruence.mirrors
        ],
        "pairs": [
            {
                "a": pair.a,
                "b": pair.b,
                "codes": pair.codes,
                "congruence": pair.congruence,
                "bias": pair.bias,
                "label": pair.label,
                "signal": pair.signal,
            }
            for pair in congruence.pairs
        ],
        "vertical": congruence.vertical,
        "horizontal": congruence.horizontal,
    }


def _lenses(result: Result) -> Document:
    steering, motivation = result.lenses.steering, result.lenses.motivation
    return {
        "steering": {"x": steering.x, "y": steering.y, "dominant": steering.dominant},
        "motivation": {
            "mean": motivation.mean,
            "intention": motivation.intention,
            "bottleneck": motivation.bottleneck,
        },
    }


def _advice(advice: Advice, titles: dict[str, str], ambition: int | None) -> Document:
    return {
        "id": advice.recommendation.id,
        "rank": advice.rank,
        "priority": advice.priority,
        "need": advice.need,
        "breadth": advice.breadth,
        "agreement": advice.agreement,
        "sequence": advice.sequence,
        "influence": advice.influence,
        "shown": advice.shown,
        "discuss_first": advice.discuss_first,
        "after": advice.after,
        "because": because(advice, titles, ambition),
    }
