"""What may be seen, and therefore what may be used: minimum group sizes and complementary suppression (section 5.4).

Three rules, each applied before anything is computed:

1. a window with fewer usable responses than its minimum k is neither shown nor used;
2. a role group smaller than k is hidden, and if that would betray it by subtraction another group is hidden with it;
3. in a shown window an item with fewer than k answers counts as answered by nobody (ruling 23).

The groups that rule 2 hides are pooled before role weights are taken, so that a weighted mean cannot tell on them
(ruling 73).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import floor

from scoring.method import AGREEMENT_WITHOUT_MINIMUM, MINIMUM_CHOICES, MINIMUM_DEFAULT, ranked
from scoring.respondents import Basis, Respondent

FINE_FROM = 10
"""From how many people on numbers are given finely, and a distribution at all (ruling 75)."""
ROUNDED_TO, LOWEST, HIGHEST = 5, 5.0, 95.0
POOLED = ""
"""The name of the group in which hidden role groups are taken together."""


def allowed_minimum(window: str, minimum: int) -> bool:
    """Whether the minimum group size of this window may be set to `minimum` (ruling 22).

    >>> allowed_minimum("professional", 3), allowed_minimum("inwoner", 3), allowed_minimum("inwoner", 8)
    (True, False, True)
    """
    choices = MINIMUM_CHOICES[window]
    return minimum >= MINIMUM_DEFAULT[window] if choices is None else minimum in choices


def minima(chosen: Mapping[str, int] | None) -> dict[str, int]:
    """The minimum per window: what was chosen, otherwise the default. Raises `ValueError` for what is not allowed."""
    result = dict(MINIMUM_DEFAULT)
    for window, minimum in (chosen or {}).items():
        if window not in result or not allowed_minimum(window, minimum):
            raise ValueError(f"minimum {minimum} is not allowed in window {window}")
        result[window] = minimum
    return result


def minimum_in_force(window: str, basis: Basis, minimum: int) -> int:
    """The minimum for these respondents: a team form carries the agreement of its participants (ruling 21)."""
    return 1 if basis == "team" and window in AGREEMENT_WITHOUT_MINIMUM else minimum


def visible_groups(sizes: Mapping[str, int], minimum: int) -> tuple[str, ...]:
    """The role groups whose numbers may be seen, in the order of `sizes` (the order of the role list).

    Groups below the minimum are hidden. If exactly one group is hidden, or the hidden ones together are fewer than the
    minimum, the smallest visible group is hidden too (of equally small ones the last, ruling 24), until nothing can be
    found by subtraction.

    >>> visible_groups({"a": 6, "b": 2, "c": 1, "d": 5}, 5)
    ('a',)
    >>> visible_groups({"a": 6, "b": 2}, 5), visible_groups({"a": 5, "b": 5, "c": 5}, 5)
    ((), ('a', 'b', 'c'))
    """
    visible = [group for group, size in sizes.items() if size >= minimum]
    hidden = [group for group, size in sizes.items() if 0 < size < minimum]
    while visible and hidden and (len(hidden) == 1 or sum(sizes[group] for group in hidden) < minimum):
        smallest = min(reversed(visible), key=lambda group: sizes[group])
        visible.remove(smallest)
        hidden.append(smallest)
    return tuple(visible)


def group_sizes(roles: Sequence[str], present: Sequence[str]) -> dict[str, int]:
    """How many of `present` (a role per respondent) are in each role, in the order of `roles`, empty ones left out."""
    counts = Counter(present)
    return {role: counts[role] for role in roles if counts[role]}


def weighing_group(roles: Sequence[str], present: Sequence[str], minimum: int) -> dict[str, str]:
    """Role -> group in which it is weighed: itself where it may be seen, otherwise the pooled rest (ruling 73)."""
    visible = set(visible_groups(group_sizes(roles, present), minimum))
    return {role: role if role in visible else POOLED for role in set(present)}


def without_rare_items(respondents: Sequence[Respondent], minimum: int) -> tuple[Respondent, ...]:
    """The respondents without the items that fewer than `minimum` of them answered (ruling 23)."""
    counts = Counter(item for respondent in respondents for item in respondent.values)
    rare = frozenset(item for item, count in counts.items() if count < minimum)
    return tuple(respondent.without(rare) for respondent in respondents) if rare else tuple(respondents)


def shown_mean(mean: float, minimum: int) -> float:
    """A mean of single answers (0..100) as it may be shown.

    >>> shown_mean(97.0, 5), shown_mean(62.5, 5), shown_mean(62.4, 5), shown_mean(97.0, 1)
    (95.0, 65.0, 60.0, 97.0)
    """
    if minimum == 1:
        return mean
    return min(HIGHEST, max(LOWEST, float(ROUNDED_TO * floor(ranked(mean / ROUNDED_TO) + 0.5))))
