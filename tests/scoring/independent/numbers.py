"""Comparing and averaging (ruling 1, section 5.5).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

EPS = 1e-9
Z90, Z95 = 1.2815516, 1.6448536
NU0 = 4


def at_least(a: float, b: float) -> bool:
    """a >= b, values within 1e-9 being equal."""
    return a >= b - EPS


def at_most(a: float, b: float) -> bool:
    """a <= b, values within 1e-9 being equal."""
    return a <= b + EPS


def above(a: float, b: float) -> bool:
    """a > b, values within 1e-9 being equal."""
    return a > b + EPS


def below(a: float, b: float) -> bool:
    """a < b, values within 1e-9 being equal."""
    return a < b - EPS


def mean(values: Iterable[float]) -> float:
    """The plain mean of at least one value."""
    listed = list(values)
    return math.fsum(listed) / len(listed)


def t_value(z: float, nu: int) -> float:
    """The t-value of section 5.5, from the normal value z."""
    return z + (z**3 + z) / (4 * nu) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * nu**2)


def combine(parts: Mapping[str, float | None], weights: Mapping[str, float]) -> float | None:
    """Weighted mean over the windows that have a value; parts: window -> value or None."""
    known = {w: v for w, v in parts.items() if v is not None and w in weights}
    total = sum(weights[w] for w in known)
    return sum(weights[w] * v for w, v in known.items()) / total if known else None
