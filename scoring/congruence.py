"""How far the windows, and the groups within a window, see the same (section 5.7).

    gap           g = b - a on 0..100, b being the window further from the resident
    real          |g| >= 15 (20 with inwoner)  and  |g| >= t.90(nu_a + nu_b) * sqrt(SE_a^2 + SE_b^2)
    pair          K = 100 - mean |g|,  bias = mean g          from three shared subjects
    vertical      mean of the K of the pairs                   from two pairs
    horizontal    H = 100 - mean_q mean_(g<h) |q_g - q_h|      between the visible role groups of professional

Only shown windows and visible groups take part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from scoring.method import (
    CONGRUENT,
    GAP_REAL,
    GAP_REAL_RESIDENT,
    PAIR_MINIMUM_CODES,
    PARTLY_CONGRUENT,
    SIGNAL_BIAS,
    VERTICAL_MINIMUM_PAIRS,
    at_least,
)
from scoring.types import Instrument, Item, Pair
from scoring.uncertainty import difference
from scoring.windows import Measure, Panel, scaled_mean

RESIDENT, PROFESSIONAL = "inwoner", "professional"


@dataclass(frozen=True, slots=True)
class MirrorGap:
    """What two windows say about the same subject (0..100), the gap b - a, and whether it exceeds the margin."""

    code: str
    a: str
    b: str
    a_value: float
    b_value: float
    real: bool

    @property
    def gap(self) -> float:
        """b minus a, -100..100."""
        return self.b_value - self.a_value


@dataclass(frozen=True, slots=True)
class PairCongruence:
    """The congruence of two windows over `codes` shared subjects; None with fewer than three."""

    a: str
    b: str
    codes: int
    congruence: float | None
    bias: float | None
    label: str | None
    signal: str | None


@dataclass(frozen=True, slots=True)
class Congruence:
    """All mirrored subjects, the four pairs, and the two totals (0..100)."""

    mirrors: tuple[MirrorGap, ...]
    pairs: tuple[PairCongruence, ...]
    vertical: float | None
    horizontal: float | None


def compare_windows(instrument: Instrument, panels: Sequence[Panel]) -> Congruence:
    """The congruence of the shown windows."""
    mirrors = _mirrors(instrument, panels)
    pairs = tuple(pair_congruence(pair, mirrors) for pair in instrument.pairs)
    return Congruence(mirrors, pairs, vertical_congruence(pairs), _horizontal(instrument, panels))


def _mirrors(instrument: Instrument, panels: Sequence[Panel]) -> tuple[MirrorGap, ...]:
    """Every mirror for every pair of shown windows that both have a value, in the order of the content (ruling 35)."""
    result: list[MirrorGap] = []
    for mirror in instrument.mirrors:
        values = [
            (panel.window.id, panel.items[mirror.items[panel.window.id]])
            for panel in panels
            if mirror.items.get(panel.window.id) in panel.items
        ]
        result += [_gap(mirror.code, first, second) for first, second in combinations(values, 2)]
    return tuple(result)


def _gap(code: str, first: tuple[str, Measure], second: tuple[str, Measure]) -> MirrorGap:
    (a, a_measure), (b, b_measure) = first, second
    size = abs(b_measure.value - a_measure.value)
    margin = difference(a_measure.uncertainty, b_measure.uncertainty).half_width()
    real = at_least(size, GAP_REAL_RESIDENT if RESIDENT in (a, b) else GAP_REAL) and at_least(size, margin)
    return MirrorGap(code, a, b, a_measure.value, b_measure.value, real)


def vertical_congruence(pairs: Sequence[PairCongruence]) -> float | None:
    """V: the mean congruence of the pairs that have one; None with fewer than two."""
    known = [pair.congruence for pair in pairs if pair.congruence is not None]
    return sum(known) / len(known) if len(known) >= VERTICAL_MINIMUM_PAIRS else None


def pair_congruence(pair: Pair, mirrors: Sequence[MirrorGap]) -> PairCongruence:
    """K of a pair of windows, over those of these mirrored subjects that both have."""
    gaps = [mirror.gap for mirror in mirrors if (mirror.a, mirror.b) == (pair.a, pair.b)]
    if len(gaps) < PAIR_MINIMUM_CODES:
        return PairCongruence(pair.a, pair.b, len(gaps), None, None, None, None)
    congruence = 100 - sum(abs(gap) for gap in gaps) / len(gaps)
    bias = sum(gaps) / len(gaps)
    signal = pair.signal if at_least(bias, SIGNAL_BIAS) else None
    return PairCongruence(pair.a, pair.b, len(gaps), congruence, bias, label(congruence), signal)


def label(congruence: float) -> str:
    """The congruence in words: "congruent" from 85, "deels" from 70, otherwise "kloof"."""
    if at_least(congruence, CONGRUENT):
        return "congruent"
    return "deels" if at_least(congruence, PARTLY_CONGRUENT) else "kloof"


def _horizontal(instrument: Instrument, panels: Sequence[Panel]) -> float | None:
    panel = next((panel for panel in panels if panel.window.id == PROFESSIONAL), None)
    if panel is None or len(panel.roles) < 2:
        return None
    differences = [
        sum(abs(a - b) for a, b in pairs) / len(pairs)
        for items in horizontal_quantities(instrument, panel)
        if (pairs := list(combinations(_group_means(panel, items), 2)))
    ]
    return 100 - sum(differences) / len(differences) if differences else None


def horizontal_quantities(instrument: Instrument, panel: Panel) -> list[list[Item]]:
    """What H is taken over, each as the questions that it is made of: the features and four questions of its own."""
    scored = panel.window.scored_items()
    features = [[item for item in scored if item.feature == feature.id] for feature in instrument.features]
    return features + [[item for item in scored if item.id == code] for code in instrument.horizontal_items]


def _group_means(panel: Panel, items: Sequence[Item]) -> list[float]:
    return [fsum(values) / len(values) for values in group_values(panel, items)]


def group_values(panel: Panel, items: Sequence[Item]) -> list[list[float]]:
    """The values (0..100) of each visible role group with enough answers of its own (ruling 74)."""
    value_of = scaled_mean(items)
    found = [
        [v for r in panel.respondents if r.role == role and (v := value_of(r)) is not None] for role in panel.roles
    ]
    return [values for values in found if values and len(values) >= panel.k]
