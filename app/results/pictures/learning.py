"""Charts of the learning orders: the three orders, and the indicators of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Bars, Column, Interval, Intervals, Tick
from app.results.pictures.windows import extremes

if TYPE_CHECKING:
    from app.results.reading import Reading
    from questionnaires import LearningOrder

REALISED = 60.0
"""From this score an order can be realised (section 4.3); the drawing shows it as a line."""


def orders_plot(reading: Reading) -> Intervals | None:
    """The three orders with their intervals and the line from which they count; `None` when none has a score."""
    found = [reading.record.result.learning.order(order.number) for order in reading.orders]
    if all(one.score is None for one in found):
        return None
    names = tuple(f"{ordinal.capitalize()} orde" for ordinal in story.ORDINALS)
    return Intervals(
        id="leerordes",
        title="De drie leerordes, van 0 tot 100",
        sentence=f"{story.learning(reading)} {story.learning_block(reading)}".strip(),
        row_heading="Leerorde",
        rows=tuple(Interval(name, one.score, one.low, one.high) for name, one in zip(names, found, strict=True)),
        minimum=0,
        maximum=100,
        value_heading="Score",
        ticks=tuple(Tick(value, "") for value in (0, 25, 50, 75, 100)),
        mark=Tick(REALISED, "Nodig: 60"),
        columns=(Column("Stand", tuple(one.status for one in found)),),
        origins=tuple(f"orde/{order.number}" for order in reading.orders),
    )


def indicator_bars(reading: Reading, order: LearningOrder) -> Bars | None:
    """The indicators of one order; `None` when none has a value."""
    values = {indicator.label: reading.indicator_value(indicator.id) for indicator in order.indicators}
    if all(value is None for value in values.values()):
        return None
    return Bars(
        id=f"leerorde-{order.number}",
        title=f"Waaruit de {story.ORDINALS[order.number - 1]} leerorde bestaat, van 0 tot 100",
        sentence=extremes(values, "geen enkel onderdeel"),
        row_heading="Onderdeel",
        rows=tuple(values),
        values=tuple(values.values()),
        value_heading="Score",
        columns=(Column("Waaraan u het ziet", tuple(indicator.evidence for indicator in order.indicators)),),
        origins=tuple(f"leren/{indicator.id}" for indicator in order.indicators),
    )
