"""Sets of which figures may be given beside each other."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

from scoring import admits


def members(first: int, last: int) -> frozenset[str]:
    return frozenset(str(number) for number in range(first, last))


def test_a_set_needs_enough_members() -> None:
    assert admits([], members(0, 8), 8)
    assert not admits([], members(0, 7), 8)


def test_nobody_at_all_gives_nobody_away() -> None:
    assert admits([members(0, 8)], frozenset(), 8)


def test_each_side_of_a_difference_is_empty_or_large() -> None:
    earlier = [members(0, 20)]
    assert admits(earlier, members(0, 20), 8)
    assert admits(earlier, members(0, 12), 8)
    assert not admits(earlier, members(0, 13), 8)
    assert not admits(earlier, members(1, 30), 8), "one is left out, however many come in"


def test_two_sets_may_share_a_few() -> None:
    assert admits([members(0, 10)], members(9, 19), 8)


def test_parts_that_leave_one_over_are_refused_with_the_last_of_them() -> None:
    whole, parts = members(0, 25), [members(0, 8), members(8, 16), members(16, 24)]
    assert admits([whole, parts[0]], parts[1], 8)
    assert not admits([whole, *parts[:2]], parts[2], 8)


def test_a_set_that_is_refused_once_is_refused_again() -> None:
    few = members(0, 4)
    assert not admits([few], few, 5)


def test_whatever_is_admitted_no_sum_of_sets_is_about_a_few_only() -> None:
    chance = Random(7)
    everybody = sorted(members(0, 14))
    admitted_together = 0
    for _ in range(150):
        sets: list[frozenset[str]] = []
        for _ in range(6):
            new = frozenset(chance.sample(everybody, chance.randint(3, 12)))
            if admits(sets, new, 3):
                sets.append(new)
        admitted_together += len(sets) > 2
        for weights in product((-2, -1, 0, 1, 2), repeat=len(sets)):
            of = [sum(w for w, one in zip(weights, sets, strict=True) if member in one) for member in everybody]
            assert not 0 < sum(map(bool, of)) < 3, (weights, sets)
        for a, b in combinations(sets, 2):
            assert not 0 < len(a - b) < 3
            assert not 0 < len(b - a) < 3
    assert admitted_together > 20, "sets that are all refused prove nothing"


def test_who_knows_few_members_leaves_enough_unknown_on_every_side() -> None:
    chance = Random(11)
    everybody = sorted(members(0, 60))
    for _ in range(40):
        sets: list[frozenset[str]] = []
        for _ in range(8):
            new = frozenset(chance.sample(everybody, chance.choice([8, 16, 30])))
            if admits(sets, new, 8):
                sets.append(new)
        known = frozenset(chance.sample(everybody, 3))
        for place, one in enumerate(sets):
            assert admits([earlier - known for earlier in sets[:place]], one - known, 5)
