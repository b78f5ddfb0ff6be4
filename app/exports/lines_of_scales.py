"""The lines of the table about the two scales, the small readings and the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exports.table import Line
from app.results import story
from app.results.words import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.results.reading import Reading


def continuum_lines(reading: Reading) -> Iterator[Line]:
    """The place on the line, the likeness to each model, and the features."""
    found = reading.record.result.continuum
    yield Line(
        part="plek",
        code="samen",
        name="Plek op de lijn",
        value=found.position,
        low=found.low,
        high=found.high,
        status=f"zekerheid {found.certainty}",
        text=story.headline(reading),
    )
    for model in reading.edition.continuum.models:
        value = found.similarity[model.number - 1] if found.similarity else None
        nearest = "meest gelijkend" if found.nearest == model.number else ""
        yield Line(part="model", code=str(model.number), name=model.label, value=value, status=nearest)
    for feature in reading.edition.continuum.features:
        value = reading.feature_value(feature.id)
        yield Line(part="kenmerk", code=feature.id, name=feature.label, value=value)


def learning_lines(reading: Reading) -> Iterator[Line]:
    """The learning orders and their parts, and what moves professionals."""
    for order in reading.orders:
        found = reading.record.result.learning.order(order.number)
        yield Line(
            part="leerorde",
            code=str(order.number),
            name=order.label,
            value=found.score,
            low=found.low,
            high=found.high,
            status=found.status,
        )
        for one in order.indicators:
            yield Line(part="leren", code=one.id, name=one.label, value=reading.indicator_value(one.id))
    lenses = reading.record.result.lenses
    yield Line(part="sturing", code="x", name="Van overheid naar samenleving", value=lenses.steering.x)
    yield Line(part="sturing", code="y", name="Van randvoorwaarden naar resultaten", value=lenses.steering.y)
    yield Line(part="motivatie", code="gemiddeld", name="Wat professionals beweegt", value=lenses.motivation.mean)
    yield Line(part="motivatie", code="intention", name="Van plan zijn", value=reading.intention())


def advice_lines(reading: Reading) -> Iterator[Line]:
    """Every ranked recommendation in order, with its priority as value."""
    groups = {group.id: group for group in reading.edition.recommendations.groups}
    for one in reading.record.result.advice:
        content = reading.recommendation(one.id)
        yield Line(
            part="advies",
            code=one.id,
            name=content.title,
            value=reading.grounds(one).priority,
            status=f"nummer {one.rank}{', komt eerst' if one.shown else ''}",
            text=ACTORS[groups[content.group].actor],
        )
