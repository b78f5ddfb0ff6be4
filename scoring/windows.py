"""From respondents to a window: square-root role weights, spread and the scores of one window (sections 5.2, 5.3, 5.6).

    value    q_w = sum_g omega_g * mean_g(q),   omega_g = sqrt(n_g) / sum_h sqrt(n_h)
    n_eff    1 / sum_r a_r^2,                   a_r = omega_g / n_g
    spread   AD = sum |v - mean| / n            (unweighted; from n >= max(k, 3); not from team forms)

Pooled means let one large team decide, equal weights let one adviser decide; the square root lies between and needs no
threshold. Groups that may not be seen are weighed as one group (ruling 73). Sums over people are exact (`fsum`): not
even the last digit of a number depends on the order in which they stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, sqrt
from typing import Literal

from scoring.method import (
    PRIOR_SPREAD_SCORE,
    SPREAD_AGREED,
    SPREAD_MINIMUM_N,
    SPREAD_STRONG,
    UNKNOWN_MINIMUM_N,
    UNKNOWN_SHARE,
    USABLE_SHARE,
    WINDOW_SCORE_COVERAGE,
    at_least,
    at_most,
)
from scoring.privacy import group_sizes, minimum_in_force, visible_groups, weighing_group, without_rare_items
from scoring.respondents import Basis, Respondent, mean_of, respondents_of
from scoring.types import Instrument, Item, Response, Window
from scoring.uncertainty import Uncertainty, of_values

Status = Literal["shown", "below_minimum", "absent"]
ValueOf = Callable[[Respondent], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """A window's value of one quantity, with n, uncertainty and spread (AD, None where it may not be given).

    `effective_n` is n, or less where role groups weigh unequally.
    """

    value: float
    n: int
    uncertainty: Uncertainty
    spread: float | None
    effective_n: float

    def agreement(self) -> str | None:
        """How much the respondents agree, in words: AD <= 12 strongly, <= 20 agreed, above that divided."""
        if self.spread is None:
            return None
        if at_most(self.spread, SPREAD_STRONG):
            return "sterk eensgezind"
        return "eensgezind" if at_most(self.spread, SPREAD_AGREED) else "verdeeld"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension of a shown window: how many respondents have a score, and the measure if these reach the minimum."""

    n: int
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many answered an item with a value, how many with "weet ik niet", and whether that last is a signal."""

    n: int
    unknown: int

    @property
    def signal(self) -> bool:
        """At least 30 % of three or more does not know: information, not a zero (section 5.1)."""
        asked = self.n + self.unknown
        return asked >= UNKNOWN_MINIMUM_N and at_least(self.unknown / asked, UNKNOWN_SHARE)


@dataclass(frozen=True)
class Panel:
    """The respondents of one window as far as they may be used, and everything that can be measured from them.

    `respondents` is empty unless the window is shown. `minimum` is what was set, `k` what is in force for these
    respondents.
    """

    instrument: Instrument
    window: Window
    responses: int
    usable: int
    minimum: int
    k: int
    basis: Basis
    status: Status
    counts: dict[str, ItemCount]
    respondents: tuple[Respondent, ...]

    def measure(self, value_of: ValueOf, prior_spread: float) -> Measure | None:
        """The window's value of a quantity, from all respondents who have it; None when nobody has.

        `prior_spread` is s0 on the scale of the quantity.
        """
        having = [(r.role, value) for r in self.respondents if (value := value_of(r)) is not None]
        if not having:
            return None
        values = [value for _, value in having]
        value, effective_n = self._weighted(having)
        uncertainty = of_values(values, effective_n, prior_spread)
        return Measure(value, len(values), uncertainty, self._spread(values), effective_n)

    def _weighted(self, having: Sequence[tuple[str, float]]) -> tuple[float, float]:
        group_of = weighing_group(self.window.roles, [role for role, _ in having], self.k)
        groups: dict[str, list[float]] = {}
        for role, value in having:
            groups.setdefault(group_of[role], []).append(value)
        total = fsum(sqrt(len(values)) for values in groups.values())
        omega = {group: sqrt(len(values)) / total for group, values in groups.items()}
        value = fsum(omega[group] * fsum(values) / len(values) for group, values in groups.items())
        return value, 1 / fsum(omega[group] ** 2 / len(values) for group, values in groups.items())

    def _spread(self, values: Sequence[float]) -> float | None:
        if self.basis == "team" or len(values) < max(self.k, SPREAD_MINIMUM_N):
            return None
        mean = fsum(values) / len(values)
        return fsum(abs(value - mean) for value in values) / len(values)

    @cached_property
    def features(self) -> dict[str, Measure]:
        """Feature -> measure, on 0..100, for the features that somebody answered."""
        codes = [feature.id for feature in self.instrument.features]
        return self._coded(codes, lambda item: item.feature)

    @cached_property
    def indicators(self) -> dict[str, Measure]:
        """Learning indicator -> measure, on 0..100, for the indicators that somebody answered."""
        codes = [code for order in self.instrument.orders for code in order.indicators]
        return self._coded(codes, lambda item: item.indicator)

    @cached_property
    def items(self) -> dict[str, Measure]:
        """Scored item -> measure, on 0..100, for the items that somebody answered."""
        return self._coded([item.id for item in self.window.scored_items()], lambda item: item.id)

    def _coded(self, codes: Sequence[str], code_of: Callable[[Item], str | None]) -> dict[str, Measure]:
        carried: dict[str, list[Item]] = {}
        for item in self.window.scored_items():
            if (code := code_of(item)) is not None:
                carried.setdefault(code, []).append(item)
        measures = {
            code: self.measure(scaled_mean(carried[code]), PRIOR_SPREAD_SCORE) for code in codes if code in carried
        }
        return {code: measure for code, measure in measures.items() if measure is not None}

    @cached_property
    def dimensions(self) -> dict[str, Dimension]:
        """Dimension -> score, for every dimension of a shown window; hidden below the minimum (ruling 25)."""
        return (
            {dimension: self._dimension(dimension) for dimension in self.window.dimensions} if self.respondents else {}
        )

    def _dimension(self, dimension: str) -> Dimension:
        measure = self.measure(self._score_of(dimension), PRIOR_SPREAD_SCORE)
        if measure is None:
            return Dimension(0, None)
        return Dimension(measure.n, measure if measure.n >= self.k else None)

    def _score_of(self, dimension: str) -> ValueOf:
        if dimension == self.instrument.steering.dimension:
            return self._steering_score
        return scaled_mean([item for item in self.window.scored_items() if item.dimension == dimension], USABLE_SHARE)

    def dimension_scores(self, dimension: str, role: str) -> list[float]:
        """The scores (0..100) in a dimension of those respondents of a role group who have one."""
        value_of = self._score_of(dimension)
        return [value for r in self.respondents if r.role == role and (value := value_of(r)) is not None]

    def _steering_score(self, respondent: Respondent) -> float | None:
        """50 + 50 X of one respondent, who must have answered all four items (ruling 29)."""
        items = self.instrument.steering.items()
        if any(item not in respondent.values for item in items):
            return None
        r, p, s, e = (respondent.values[item] for item in items)
        return 50 + 50 * ((s + e) / 2 - (r + p) / 2)

    @cached_property
    def score(self) -> float | None:
        """The window score for the radar of the windows: mean of its dimensions if 60 % have one (ruling 39)."""
        scores = [d.measure.value for d in self.dimensions.values() if d.measure is not None]
        if not scores or not at_least(len(scores) / len(self.window.dimensions), WINDOW_SCORE_COVERAGE):
            return None
        return sum(scores) / len(scores)

    @cached_property
    def roles(self) -> dict[str, int]:
        """The role groups that may be seen, with their size."""
        sizes = group_sizes(self.window.roles, [respondent.role for respondent in self.respondents])
        return {role: sizes[role] for role in visible_groups(sizes, self.k)}


def scaled_mean(items: Sequence[Item], share: float = 0.0) -> ValueOf:
    """How a respondent's value of these items is found: 100 * mean of the answered ones."""

    def value_of(respondent: Respondent) -> float | None:
        mean = mean_of(items, respondent, share)
        return None if mean is None else 100 * mean

    return value_of


def build_panel(instrument: Instrument, window: Window, responses: Sequence[Response], minimum: int) -> Panel:
    """The panel of one window from all its responses; below the minimum nothing of it can be used."""
    basis, respondents = respondents_of(window, responses)
    k = minimum_in_force(window.id, basis, minimum)
    status: Status = "absent" if not respondents else "shown" if len(respondents) >= k else "below_minimum"
    shown = respondents if status == "shown" else ()
    return Panel(
        instrument=instrument,
        window=window,
        responses=len(responses),
        usable=len(respondents),
        minimum=minimum,
        k=k,
        basis=basis,
        status=status,
        counts=_counts(window, shown),
        respondents=without_rare_items(shown, k),
    )


def _counts(window: Window, respondents: Sequence[Respondent]) -> dict[str, ItemCount]:
    answered = Counter(item for respondent in respondents for item in respondent.values)
    unknown = Counter(item for respondent in respondents for item in respondent.unknown)
    scored = window.scored_items() if respondents else ()
    return {item.id: ItemCount(answered[item.id], unknown[item.id]) for item in scored}
