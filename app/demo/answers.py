"""The rule that invents respondents around a level: no chance, the same answers every time.

Everybody wants the level of the group plus a lean of their own, chooses the option nearest to that, and what the choice
falls short goes to the next person. So people differ, and the mean of the group is the level, to half an option divided
by the number of people. The nearer a level lies to an end of the scale, the less people can differ about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

GOLDEN = (sqrt(5) - 1) / 2


def leans(roles: Sequence[str], wide: float, apart: float) -> list[float]:
    """How far each person of a group leans from its level, on 0..1 and zero on average.

    `wide` is how far persons differ; `apart` how far the first role group stands above the others (below, if negative).

    >>> [round(lean, 2) for lean in leans(["team", "team", "werk"], 0.15, 0.1)]
    [-0.05, 0.13, -0.08]
    """
    first = roles[0] if roles else ""
    raw = [
        wide * (2 * (person * GOLDEN % 1) - 1) + (apart if role == first else 0) for person, role in enumerate(roles)
    ]
    middle = sum(raw) / len(raw) if raw else 0.0
    return [lean - middle for lean in raw]


def around(level: float, leaning: Sequence[float], options: Sequence[float], first: int = 0) -> list[float]:
    """An option per person, with a mean as near to `level` (0..1) as the options allow; `first` is who answers first.

    >>> around(0.125, [0, 0, 0, 0], [0, 0.25, 0.5, 0.75, 1])
    [0, 0.25, 0, 0.25]
    """
    chosen = [0.0] * len(leaning)
    room = 4 * level * (1 - level)
    short = 0.0
    for step in range(len(leaning)):
        person = (first + step) % len(leaning)
        wanted = level + room * leaning[person] + short
        chosen[person] = min(options, key=lambda option: abs(option - wanted))
        short = wanted - chosen[person]
    return chosen
