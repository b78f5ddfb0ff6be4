"""Small readings beside the two scales: government types (section 5.9) and motivation (section 5.10).

The types r, p, s, e are rechtmatig, presterend, samenwerkend, responsief:

    X = (s + e)/2 - (r + p)/2     -1 government .. +1 society
    Y = (p + s)/2 - (r + e)/2     -1 conditions .. +1 results
    M = mean(attitude, norm, efficacy); intention stands apart

Both are read from the shown windows only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.method import BOTTLENECK_LEAD, DOMINANT_LEAD, PRIOR_SPREAD_SCORE, at_least
from scoring.respondents import Respondent
from scoring.types import Instrument
from scoring.windows import Panel, ValueOf

LAYERED = "gelaagd"


@dataclass(frozen=True, slots=True)
class SteeringReading:
    """Where the steering style lies on the two axes, and which type prevails; all None where it may not be shown."""

    x: float | None
    y: float | None
    dominant: str | None


@dataclass(frozen=True, slots=True)
class MotivationReading:
    """Mean of the three drivers (0..100), the intention, and the driver that keeps the others back."""

    mean: float | None
    intention: float | None
    bottleneck: str | None


@dataclass(frozen=True, slots=True)
class Lenses:
    """The two readings of a scan."""

    steering: SteeringReading
    motivation: MotivationReading


def look(instrument: Instrument, panels: Sequence[Panel]) -> Lenses:
    """Both readings, from the shown windows."""
    return Lenses(_steering(instrument, panels), _motivation(instrument, panels))


def _panel_showing(panels: Sequence[Panel], dimension: str) -> Panel | None:
    """The panel in which this dimension may be shown."""
    for panel in panels:
        if dimension in panel.dimensions and panel.dimensions[dimension].measure is not None:
            return panel
    return None


def _steering(instrument: Instrument, panels: Sequence[Panel]) -> SteeringReading:
    panel = _panel_showing(panels, instrument.steering.dimension)
    if panel is None:
        return SteeringReading(None, None, None)
    items = instrument.steering.items()
    measures = [panel.measure(_complete_answer(item, items), PRIOR_SPREAD_SCORE) for item in items]
    r, p, s, e = (measure.value for measure in measures if measure is not None)
    names = ("rechtmatig", "presterend", "samenwerkend", "responsief")
    return SteeringReading(
        (s + e) / 2 - (r + p) / 2, (p + s) / 2 - (r + e) / 2, dominant(dict(zip(names, (r, p, s, e), strict=True)))
    )


def _complete_answer(item: str, items: Sequence[str]) -> ValueOf:
    """The answer (0..1) of a respondent who answered all four items (ruling 29)."""

    def value_of(respondent: Respondent) -> float | None:
        return respondent.values[item] if all(other in respondent.values for other in items) else None

    return value_of


def dominant(values: dict[str, float]) -> str:
    """The type that is at least .10 above the next, otherwise "gelaagd": the types lie over each other (A:694).

    >>> dominant({"rechtmatig": 0.8, "presterend": 0.7, "samenwerkend": 0.4, "responsief": 0.3})
    'rechtmatig'
    """
    first, second = sorted(values, key=lambda name: -values[name])[:2]
    return first if at_least(values[first] - values[second], DOMINANT_LEAD) else LAYERED


def _motivation(instrument: Instrument, panels: Sequence[Panel]) -> MotivationReading:
    lens = instrument.motivation
    panel = _panel_showing(panels, lens.dimension)
    if panel is None:
        return MotivationReading(None, None, None)
    values = {code: measure.value for code, measure in panel.items.items()}
    drivers = {"attitude": lens.attitude, "norm": lens.norm, "efficacy": lens.efficacy}
    known = {name: values[item] for name, item in drivers.items() if item in values}
    intention = values.get(lens.intention)
    if len(known) < len(drivers):
        return MotivationReading(None, intention, None)
    return MotivationReading(sum(known.values()) / len(known), intention, bottleneck(known))


def bottleneck(drivers: dict[str, float]) -> str | None:
    """The lowest driver if it lies at least 15 points below the next lowest."""
    lowest, next_lowest = sorted(drivers, key=lambda name: drivers[name])[:2]
    return lowest if at_least(drivers[next_lowest] - drivers[lowest], BOTTLENECK_LEAD) else None
