"""One quantity of one window: who may be seen, the weighted mean, its uncertainty and its spread (5.2, 5.4 to 5.6).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.scoring.independent.data import ROLES
from tests.scoring.independent.numbers import NU0, Z90, at_most, mean, t_value

Statistics = dict[str, Any]


def visible_groups(counts: Mapping[str, int], window: str, k: int) -> list[str]:
    """Step 2 of 5.4: the role groups that may be seen; counts: role -> n (groups without members do not exist)."""
    visible = [g for g in ROLES[window] if counts.get(g, 0) >= max(k, 1)]
    hidden = [g for g, n in counts.items() if n > 0 and g not in visible]
    while visible and hidden and (len(hidden) == 1 or sum(counts[g] for g in hidden) < k):
        smallest = min(counts[g] for g in visible)
        victim = [g for g in visible if counts[g] == smallest][-1]
        visible.remove(victim)
        hidden.append(victim)
    return visible


def count_roles(roles: Iterable[str]) -> dict[str, int]:
    """How often each role occurs."""
    counts: dict[str, int] = {}
    for role in roles:
        counts[role] = counts.get(role, 0) + 1
    return counts


def summarise(pairs: Sequence[tuple[str, float]], window: str, k: int, s0: float, team: bool) -> Statistics | None:
    """Window value of one quantity; pairs = [(role, value)] of the respondents with a value. None without values.

    mean (5.2 with ruling 73), n, n_eff, s2, se, nu (5.5), ad (5.6; None when it may not be given), in the unit of the
    values.
    """
    n = len(pairs)
    if n == 0:
        return None
    visible = visible_groups(count_roles(role for role, _ in pairs), window, k)
    groups: dict[str | None, list[float]] = {}
    for role, value in pairs:
        groups.setdefault(role if role in visible else None, []).append(value)
    roots = math.fsum(math.sqrt(len(g)) for g in groups.values())
    omega = {g: math.sqrt(len(v)) / roots for g, v in groups.items()}
    n_eff = 1 / math.fsum(omega[g] ** 2 / len(v) for g, v in groups.items())
    values = [value for _, value in pairs]
    centre = mean(values)
    s2 = (NU0 * s0**2 + math.fsum((v - centre) ** 2 for v in values)) / (NU0 + n - 1)
    return {
        "mean": math.fsum(omega[g] * mean(v) for g, v in groups.items()),
        "n": n,
        "n_eff": n_eff,
        "s2": s2,
        "se": math.sqrt(s2 / n_eff),
        "nu": NU0 + n - 1,
        "ad": mean(abs(v - centre) for v in values) if n >= max(k, 3) and not team else None,
    }


def interval(value: float, se: float, nu: int, lowest: float, highest: float) -> tuple[float, float]:
    """The 80 % interval, clipped to the scale."""
    h = t_value(Z90, nu) * se
    return max(lowest, value - h), min(highest, value + h)


def agreement_label(ad: float | None) -> str | None:
    """The agreement in words (5.6), from AD on 0..100."""
    if ad is None:
        return None
    return "sterk eensgezind" if at_most(ad, 12) else "eensgezind" if at_most(ad, 20) else "verdeeld"


def pooled_uncertainty(
    parts: Mapping[str, Statistics | None], weights: Mapping[str, float]
) -> tuple[float, int] | tuple[None, None]:
    """(SE, nu) over the windows that have statistics, weights renormalised (5.5, rulings 10, 26); else (None, None)."""
    known = {w: s for w, s in parts.items() if s and w in weights}
    if not known:
        return None, None
    total = sum(weights[w] for w in known)
    se2 = sum((weights[w] / total) ** 2 * s["s2"] / s["n_eff"] for w, s in known.items())
    return math.sqrt(se2), sum(s["nu"] for s in known.values())
