"""What of an earlier edition of the questionnaire can be compared with a later one: the mapping between their ids.

The mapping belongs to the content (`comparability.yaml` of the later edition); here is what
scoring needs of it.
For each kind of thing it holds what stays comparable: the earlier id with the later one. What it does not hold is not
comparable, whether it disappeared, is new or asks something else now.

What is computed from several of these things (the score of a window, the congruence of two windows, a lens) stays
comparable only where all of them do, and no other was added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring.types import Instrument

Ids = Mapping[str, str]
"""Earlier id -> later id, of what stays comparable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionMapping:
    """What stays comparable from an earlier edition to a later one.

    `roles` holds the role groups per window; `barriers` the entries of the checklist. `position` says whether the place
    on the continuum stays comparable, `orders` which learning orders (1..3) do.
    """

    earlier: Instrument
    later: Instrument
    dimensions: Ids
    items: Ids
    features: Ids
    indicators: Ids
    mirrors: Ids
    recommendations: Ids
    barriers: Ids
    roles: Mapping[str, Ids]
    position: bool
    orders: frozenset[int]

    def keeps_window(self, window: str) -> bool:
        """Whether the score of a window stays comparable: it is made of the same dimensions."""
        before, after = self.earlier.window(window), self.later.window(window)
        return _keeps(self.dimensions, before.dimensions, after.dimensions)

    def keeps_pair(self, a: str, b: str) -> bool:
        """Whether the congruence of two windows stays comparable: they share the same mirrored subjects."""
        shared = (
            [mirror.code for mirror in instrument.mirrors if {a, b} <= mirror.items.keys()]
            for instrument in (self.earlier, self.later)
        )
        return _keeps(self.mirrors, *shared)

    def keeps_vertical(self) -> bool:
        """Whether the vertical congruence stays comparable: it is made of the same pairs of windows."""
        before, after = ({(pair.a, pair.b) for pair in one.pairs} for one in (self.earlier, self.later))
        return before == after and all(self.keeps_pair(a, b) for a, b in after)

    def keeps_horizontal(self) -> bool:
        """Whether the horizontal congruence stays comparable: same features, same questions beside them."""
        return self.keeps_features() and _keeps(self.items, self.earlier.horizontal_items, self.later.horizontal_items)

    def keeps_features(self) -> bool:
        """Whether both editions have the same features, and all of them stay comparable."""
        before, after = ([feature.id for feature in one.features] for one in (self.earlier, self.later))
        return _keeps(self.features, before, after)

    def keeps_orders(self) -> bool:
        """Whether all learning orders stay comparable, and with them the level that was reached."""
        return self.orders >= {order.number for order in self.later.orders}

    def keeps_steering(self) -> bool:
        """Whether the place between the government types stays comparable."""
        before, after = (one.steering.items() for one in (self.earlier, self.later))
        return tuple(map(self.items.get, before)) == after

    def keeps_motivation(self) -> bool:
        """Whether the reading of what moves professionals stays comparable."""
        before, after = (
            (lens.attitude, lens.norm, lens.efficacy, lens.intention)
            for lens in (self.earlier.motivation, self.later.motivation)
        )
        return tuple(map(self.items.get, before)) == after

    def keeps_network(self) -> bool:
        """Whether the network label stays comparable: it looks at the same feature, dimension and question."""
        before, after = self.earlier.network, self.later.network
        return (
            self.features.get(before.feature) == after.feature
            and self.dimensions.get(before.dimension) == after.dimension
            and self.items.get(before.item) == after.item
        )


def _keeps(ids: Ids, before: Iterable[str], after: Iterable[str]) -> bool:
    """Whether the earlier ones are, under their later ids, exactly the later ones."""
    return {ids.get(one) for one in before} == set(after)
