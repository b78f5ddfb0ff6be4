"""From content to the instrument: what the scoring needs to know of an edition, in its own types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import scoring
from questionnaires.edition import Draft
from questionnaires.schema import ContextItem, Item, Recommendation, WindowId

Value = TypeVar("Value")


def build_instrument(draft: Draft) -> scoring.Instrument:
    """The instrument of an edition that passed its checks; every order is the order of the content.

    Raises `KeyError` or `StopIteration` when something refers to nothing, which the checks rule out.
    """
    continuum, learning, mirrors = draft.continuum, draft.learning, draft.mirrors
    return scoring.Instrument(
        edition=draft.id,
        method=draft.file.method,
        windows=tuple(_window(draft, order.id) for order in draft.file.windows),
        features=tuple(scoring.Feature(row.id, row.weight, row.expected) for row in continuum.features),
        core_features={model.number: model.core_features for model in continuum.models},
        feature_window_weights=_by_window(continuum.window_weights),
        orders=tuple(
            scoring.Order(order.number, tuple(one.id for one in order.indicators)) for order in learning.orders
        ),
        learning_window_weights=_by_window(learning.window_weights),
        mirrors=tuple(scoring.Mirror(mirror.code, _by_window(mirror.items)) for mirror in mirrors.mirrors),
        pairs=tuple(scoring.Pair(pair.a, pair.b, pair.signal) for pair in mirrors.pairs),
        horizontal_items=mirrors.horizontal_items,
        steering=_steering(draft),
        motivation=_motivation(draft),
        network=scoring.Network(
            draft.lenses.network.feature, draft.lenses.network.dimension, draft.lenses.network.item
        ),
        recommendations=_recommendations(draft),
    )


def _by_window(values: Mapping[WindowId, Value]) -> dict[str, Value]:
    """The same, for a library to which a window is any name."""
    result: dict[str, Value] = {}
    result.update(values.items())
    return result


def _window(draft: Draft, window: WindowId) -> scoring.Window:
    scored = (
        _scored_item(draft, window, dimension.id, item)
        for dimension in draft.dimensions_of(window)
        for item in dimension.items
    )
    context = (_context_item(draft, window, item) for item in draft.windows[window].context_items)
    return scoring.Window(
        id=window,
        roles=tuple(role.id for role in draft.roles.roles[window]),
        dimensions=draft.dimension_ids(window),
        items=(*scored, *context),
    )


def _scored_item(draft: Draft, window: WindowId, dimension: str, item: Item) -> scoring.Item:
    return scoring.Item(
        id=item.id,
        window=window,
        kind="scored",
        dimension=dimension,
        options=_values(draft, item),
        feature=item.feature,
        indicator=item.indicator,
        not_applicable=window in draft.scales.not_applicable_windows,
    )


def _values(draft: Draft, item: Item) -> tuple[float, ...]:
    """The values of the options; `freq4` has exact thirds, however many decimals the content writes (ruling 2)."""
    if item.format == "freq4":
        return tuple(step / 3 for step in range(4))
    return tuple(value for value, _ in draft.options_of(item))


def _context_item(draft: Draft, window: WindowId, item: ContextItem) -> scoring.Item:
    if item.format == "keuze7":
        return scoring.Item(id=item.id, window=window, kind="model", purpose=item.purpose)
    return scoring.Item(
        id=item.id,
        window=window,
        kind="checklist",
        choices=tuple(barrier.id for barrier in draft.barriers.barriers),
        at_most=draft.barriers.at_most,
        purpose=item.purpose,
    )


def _steering(draft: Draft) -> scoring.Steering:
    lens = draft.lenses.steering
    return scoring.Steering(dimension=lens.dimension, **{kind.id: kind.item for kind in lens.types})


def _motivation(draft: Draft) -> scoring.Motivation:
    lens = draft.lenses.motivation
    return scoring.Motivation(dimension=lens.dimension, **{driver.id: driver.item for driver in lens.drivers})


def _recommendations(draft: Draft) -> tuple[scoring.Recommendation, ...]:
    actors = {group.id: group.actor for group in draft.recommendations.groups}
    in_order = sorted(draft.recommendations.recommendations, key=lambda advice: advice.line)
    return tuple(_recommendation(advice, actors[advice.group]) for advice in in_order)


def _recommendation(advice: Recommendation, actor: str) -> scoring.Recommendation:
    return scoring.Recommendation(
        id=advice.id,
        line=advice.line,
        group=advice.group,
        actor=actor,
        title=advice.title,
        gap=advice.gap,
        triggers=tuple(scoring.Trigger(trigger.kind, trigger.id, trigger.weight) for trigger in advice.triggers),
        step=advice.step,
        first=advice.first,
    )
