"""What results refer to by id, and what the number or the sentence under each id rests on.

Two editions are laid side by side with it: where something rests on something else than before, its author must say
whether it stays comparable.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from questionnaires.edition import Draft
from questionnaires.schema import Kind, WindowId

KINDS: tuple[Kind, ...] = get_args(Kind)
KIND_OF_TRIGGER: Mapping[str, Kind] = {
    "feature": "features",
    "item": "items",
    "indicator": "indicators",
    "dimension": "dimensions",
}
Part = tuple[Kind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing that results refer to.

    `own` is what it rests on by itself, by its Dutch name; `parts` the other things that it is made of; `words` that by
    which one recognises it under another id; `window` the one to which it belongs, if any.
    """

    label: str
    words: str
    window: WindowId | None = None
    own: Mapping[str, Hashable] = field(default_factory=dict)
    parts: frozenset[Part] = frozenset()


def things(draft: Draft, kind: Kind) -> dict[str, Thing]:
    """Everything of one kind in an edition, by id, in the order of the content."""
    return BY_KIND[kind](draft)


def position(draft: Draft) -> Thing:
    """The place on the continuum, which rests on all features; the weights and rows of E are theirs."""
    return Thing(
        label="Plek op het continuüm",
        words="",
        own={"de gewichten van de vensters": _weights(draft.continuum.window_weights)},
        parts=frozenset(("features", feature.id) for feature in draft.continuum.features),
    )


def orders(draft: Draft) -> dict[str, Thing]:
    """The learning orders by number."""
    return {
        str(order.number): Thing(
            label=order.label,
            words=order.label,
            own={"de gewichten van de vensters": _weights(draft.learning.window_weights)},
            parts=frozenset(("indicators", indicator.id) for indicator in order.indicators),
        )
        for order in draft.learning.orders
    }


def _dimensions(draft: Draft) -> dict[str, Thing]:
    return {
        name: Thing(
            label=dimension.label,
            words=dimension.label,
            window=draft.window_of_dimension(name),
            parts=frozenset(("items", item.id) for item in dimension.items),
        )
        for name, dimension in draft.dimensions.items()
    }


def _items(draft: Draft) -> dict[str, Thing]:
    return {
        item.id: Thing(
            label=item.text,
            words=item.text,
            window=draft.window_of(item.id),
            own={
                "de vraag": (item.text, item.text_representative),
                "de antwoorden": (item.format, draft.options_of(item)),
            },
        )
        for item in draft.items.values()
    }


def _features(draft: Draft) -> dict[str, Thing]:
    weights = {"de gewichten van de vensters": _weights(draft.continuum.window_weights)}
    return {
        feature.id: Thing(
            label=feature.label,
            words=feature.label,
            own=weights,
            parts=_asked(draft, "feature", feature.id),
        )
        for feature in draft.continuum.features
    }


def _indicators(draft: Draft) -> dict[str, Thing]:
    weights = {"de gewichten van de vensters": _weights(draft.learning.window_weights)}
    return {
        one.id: Thing(
            label=one.label,
            words=one.label,
            own=weights,
            parts=_asked(draft, "indicator", one.id),
        )
        for order in draft.learning.orders
        for one in order.indicators
    }


def _asked(draft: Draft, key: Literal["feature", "indicator"], code: str) -> frozenset[Part]:
    """The questions that measure a feature or an indicator."""
    return frozenset(("items", item.id) for item in draft.items.values() if getattr(item, key) == code)


def _mirrors(draft: Draft) -> dict[str, Thing]:
    return {
        mirror.code: Thing(
            label=mirror.label,
            words=mirror.label,
            parts=frozenset(("items", item) for item in mirror.items.values()),
        )
        for mirror in draft.mirrors.mirrors
    }


def _recommendations(draft: Draft) -> dict[str, Thing]:
    return {
        advice.id: Thing(
            label=advice.title,
            words=advice.title,
            own={
                "de titel": advice.title,
                "de gewichten van de aanleidingen": tuple(sorted(trigger.weight for trigger in advice.triggers)),
            },
            parts=frozenset((KIND_OF_TRIGGER[trigger.kind], trigger.id) for trigger in advice.triggers),
        )
        for advice in draft.recommendations.recommendations
    }


def _barriers(draft: Draft) -> dict[str, Thing]:
    return {
        barrier.id: Thing(label=barrier.label, words=barrier.label, own={"het opschrift": barrier.label})
        for barrier in draft.barriers.barriers
    }


def _weights(weights: Mapping[WindowId, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(weights.items()))


BY_KIND: Mapping[Kind, Callable[[Draft], dict[str, Thing]]] = {
    "dimensions": _dimensions,
    "items": _items,
    "features": _features,
    "indicators": _indicators,
    "mirrors": _mirrors,
    "recommendations": _recommendations,
    "barriers": _barriers,
}
