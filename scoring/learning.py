"""Boonstra's learning orders, as the report uses them (A:742-747; section 4).

    I_i  = sum_w lambda_w I_wi / sum_w lambda_w      over the shown windows that have indicator i, 0..100
    O_k  = plain mean of the observed I_i of order k
    R1   O_k >= 60            R2  lowest observed I_i >= 25          R3  at least 60 % of the indicators observed
    R4   (third order) at least two of professional, organisatie, beleid have a mean of >= 50 over their own indicators

An order is realised when all its rules hold; the level is the highest order whose lower orders are realised too. A
plain mean of all indicators would let a strong first order hide an absent third.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.continuum import mean_spread
from scoring.method import (
    LAYER_SCORE,
    LAYERS,
    LAYERS_NEEDED,
    LEARNING_COVERAGE,
    LEARNING_DEVELOPING,
    LEARNING_MINIMUM,
    LEARNING_REALISED,
    PRIOR_SPREAD_SCORE,
    USABLE_SHARE,
    at_least,
)
from scoring.respondents import Respondent, mean_of
from scoring.types import Instrument, Item, Order
from scoring.uncertainty import Uncertainty, combined
from scoring.windows import Panel, ValueOf

REALISED, DEVELOPING, NOT_YET, INSUFFICIENT = "gerealiseerd", "in ontwikkeling", "nog niet", "onvoldoende gegevens"


@dataclass(frozen=True, slots=True)
class OrderScore:
    """One learning order: score 0..100 (None when R3 fails), interval, status and the rules that keep it back."""

    score: float | None
    uncertainty: Uncertainty | None
    interval: tuple[float, float] | None
    status: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Learning:
    """The three orders, the indicators they are made of, the level reached and the figure for trend lines."""

    indicators: Mapping[str, float | None]
    spreads: Mapping[str, float | None]
    orders: Mapping[int, OrderScore]
    level: int | None
    trend: float | None
    paper_learning: bool


def learn(instrument: Instrument, panels: Sequence[Panel]) -> Learning:
    """The learning orders of the municipality, from the shown windows."""
    indicators = {
        code: _indicator(instrument, panels, code) for order in instrument.orders for code in order.indicators
    }
    spreads = {
        code: mean_spread(panel.indicators[code] for panel in panels if code in panel.indicators) for code in indicators
    }
    orders = {order.number: _order_score(instrument, panels, order, indicators) for order in instrument.orders}
    return Learning(indicators, spreads, orders, reached_level(orders), trend(orders), paper_learning(orders))


def _indicator(instrument: Instrument, panels: Sequence[Panel], code: str) -> float | None:
    weights = instrument.learning_window_weights
    parts = [
        (weights[panel.window.id], panel.indicators[code].value)
        for panel in panels
        if panel.window.id in weights and code in panel.indicators
    ]
    return sum(w * value for w, value in parts) / sum(w for w, _ in parts) if parts else None


def _order_score(
    instrument: Instrument, panels: Sequence[Panel], order: Order, indicators: Mapping[str, float | None]
) -> OrderScore:
    observed = [value for code in order.indicators if (value := indicators[code]) is not None]
    if not observed or not at_least(len(observed) / len(order.indicators), LEARNING_COVERAGE):
        return OrderScore(None, None, None, INSUFFICIENT, None)
    score = sum(observed) / len(observed)
    broken = _broken_rules(panels, order, observed)
    uncertainty = _order_uncertainty(instrument, panels, order)
    interval = uncertainty.interval(score, 0, 100) if uncertainty else None
    if not at_least(score, LEARNING_REALISED):
        status = DEVELOPING if at_least(score, LEARNING_DEVELOPING) else NOT_YET
        return OrderScore(score, uncertainty, interval, status, None)
    if broken:
        return OrderScore(score, uncertainty, interval, DEVELOPING, ", ".join(broken))
    return OrderScore(score, uncertainty, interval, REALISED, None)


def _broken_rules(panels: Sequence[Panel], order: Order, observed: Sequence[float]) -> list[str]:
    broken = [] if at_least(min(observed), LEARNING_MINIMUM) else ["R2"]
    if order.number == 3 and sum(_layer_learns(panel, order) for panel in panels) < LAYERS_NEEDED:
        broken.append("R4")
    return broken


def _layer_learns(panel: Panel, order: Order) -> bool:
    """Whether the plain mean of the window's own indicators of the order is at least 50 (R4)."""
    own = [panel.indicators[code].value for code in order.indicators if code in panel.indicators]
    return panel.window.id in LAYERS and bool(own) and at_least(sum(own) / len(own), LAYER_SCORE)


def _order_uncertainty(instrument: Instrument, panels: Sequence[Panel], order: Order) -> Uncertainty | None:
    """SE^2 = sum lambda~_w^2 s2_w / n_eff,w over the windows with at least one own score of the order (ruling 26)."""
    parts: list[tuple[float, Uncertainty]] = []
    for panel in panels:
        measure = panel.measure(own_order_score(panel, order), PRIOR_SPREAD_SCORE)
        if measure is not None and panel.window.id in instrument.learning_window_weights:
            parts.append((instrument.learning_window_weights[panel.window.id], measure.uncertainty))
    return combined(parts) if parts else None


def own_order_score(panel: Panel, order: Order) -> ValueOf:
    """100 * mean of a respondent's indicators of the order, if half of those in the window is answered."""
    carried: dict[str, list[Item]] = {}
    for item in panel.window.scored_items():
        if item.indicator in order.indicators:
            carried.setdefault(item.indicator, []).append(item)

    def score(respondent: Respondent) -> float | None:
        answered = [mean for items in carried.values() if (mean := mean_of(items, respondent)) is not None]
        if not answered or len(answered) < USABLE_SHARE * len(carried):
            return None
        return 100 * sum(answered) / len(answered)

    return score


def reached_level(orders: Mapping[int, OrderScore]) -> int | None:
    """The highest k with orders 1..k all realised (0..3); None when nothing can be said of the first (ruling 28)."""
    if orders[1].status == INSUFFICIENT:
        return None
    level = 0
    while level < len(orders) and orders[level + 1].status == REALISED:
        level += 1
    return level


def trend(orders: Mapping[int, OrderScore]) -> float | None:
    """Lambda = (c_1 + c_2 + c_3) / 100 with c_1 = O_1, c_k = min(c_(k-1), O_k); 0..3, only for trend lines."""
    total, ceiling = 0.0, 100.0
    for number in sorted(orders):
        score = orders[number].score
        if score is None:
            return None
        ceiling = min(ceiling, score)
        total += ceiling
    return total / 100


def paper_learning(orders: Mapping[int, OrderScore]) -> bool:
    """Third order realised while the first or second is not: learning on paper (ruling 32)."""
    return orders[3].status == REALISED and any(orders[k].status != REALISED for k in (1, 2))
