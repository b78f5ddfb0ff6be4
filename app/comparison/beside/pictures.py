"""The drawings of a comparison: the places with each its own ambition, and a small radar for each side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.beside.words import distance
from app.results.charts import Band, Column, Interval, Intervals, Radar, Series, Tick
from app.web.formatting import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.comparison.beside.sides import Comparison, Side
    from app.comparison.beside.wanted import View
    from app.results.charts import Chart, Value
    from questionnaires import Edition

FIRST, LAST = 1.0, 7.0
POSITIONS = "plekken"
MOST_ROWS, MOST_RADARS = 40, 12
"""With more rows a drawing is longer than anybody looks; with more radars nobody sees what differs."""


def positions_plot(comparison: Comparison) -> Intervals | None:
    """The place of each side with its margin and its own ambition; None without any place, or with too many rows."""
    sides = comparison.sides
    if len(sides) > MOST_ROWS or all(side.position[0] is None for side in sides):
        return None
    models = {model.number: model.label for model in comparison.edition.continuum.models}
    return Intervals(
        id=POSITIONS,
        title="De plek op de lijn van zeven modellen",
        sentence=_in_short(sides),
        row_heading="Samenwerking",
        decimals=1,
        rows=tuple(Interval(side.name, *side.position) for side in sides),
        minimum=FIRST,
        maximum=LAST,
        value_heading="Plek (1–7)",
        ticks=tuple(Tick(number, label) for number, label in sorted(models.items())),
        bands=_zones(comparison.edition),
        marks=tuple(side.ambition for side in sides),
        marks_label="Eigen ambitie",
        columns=(
            Column("Afstand tot de eigen ambitie", tuple(distance(side) for side in sides)),
            Column("Invullingen", tuple(number(side.people(comparison.edition)) for side in sides), numeric=True),
        ),
    )


def _in_short(sides: Sequence[Side]) -> str:
    """From where to where the places run, and of how many the own ambition lies within the margin."""
    known = [place for side in sides if (place := side.position[0]) is not None]
    low, high = number(min(known), 1), number(max(known), 1)
    run = (
        f"De plekken lopen van {low} tot {high}." if low != high else f"De plek is {'overal ' * (len(known) > 1)}{low}."
    )
    aiming = [side for side in sides if side.ambition is not None and side.position[1] is not None]
    if not aiming:
        return run
    near = sum(_is_near(side) for side in aiming)
    if len(aiming) == 1:
        return f"{run} De eigen ambitie valt {'binnen' if near else 'buiten'} de marge."
    return f"{run} Bij {number(near) if near else 'geen'} van de {number(len(aiming))} valt de ambitie binnen de marge."


def _is_near(side: Side) -> bool:
    _, low, high = side.position
    return side.ambition is not None and low is not None and high is not None and low <= side.ambition <= high


def _zones(edition: Edition) -> tuple[Band, ...]:
    zones = edition.continuum.zones
    ends = [*(zone.from_position for zone in zones[1:]), LAST]
    return tuple(Band(zone.from_position, end, zone.label) for zone, end in zip(zones, ends, strict=True))


def columns_of(edition: Edition, view: View) -> tuple[tuple[str, str], ...]:
    """What is laid beside each other in a view, as id and name: the dimensions of a window, or the features."""
    if view == "kenmerken":
        return tuple((feature.id, feature.label) for feature in edition.continuum.features)
    return tuple((dimension.id, dimension.label) for dimension in edition.dimensions_of(view))


def values_of(side: Side, edition: Edition, view: View) -> tuple[float | None, ...]:
    """What a side has in a view, on 0..100."""
    codes = [code for code, _ in columns_of(edition, view)]
    if view == "kenmerken":
        return tuple(side.feature(code) for code in codes)
    return tuple(side.dimension(view, code) for code in codes)


def comparison_charts(comparison: Comparison, view: View) -> dict[str, Chart]:
    """Every chart of a comparison by its id: the places, and where not too many lie there a small radar for each."""
    found: list[Chart | None] = [positions_plot(comparison)]
    if len(comparison.sides) <= MOST_RADARS:
        sides = enumerate(comparison.sides, start=1)
        found += [small_radar(place, side, comparison.edition, view) for place, side in sides]
    return {chart.id: chart for chart in found if chart is not None}


def view_label(edition: Edition, view: View) -> str:
    """What is laid beside each other, in a word."""
    return "Kenmerken" if view == "kenmerken" else edition.windows[view].short_label


def _from_to(values: Mapping[str, Value]) -> str:
    """From where to where one side's own scores run, in words that rank nobody.

    >>> _from_to({"Visie": 25.0, "Vertrouwen": 60.4, "Leren": None})
    'De scores lopen van 25 (‘Visie’) tot 60 (‘Vertrouwen’).'
    >>> _from_to({"Visie": 25.0, "Leren": 25.2})
    'Alle scores zijn 25.'
    """
    known = {name: value for name, value in values.items() if value is not None}
    least, most = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
    low, high = number(known[least]), number(known[most])
    if low == high:
        return f"Alle scores zijn {low}." if len(known) > 1 else f"Alleen ‘{least}’ heeft een score: {low}."
    return f"De scores lopen van {low} (‘{least}’) tot {high} (‘{most}’)."


def small_radar(place: int, side: Side, edition: Edition, view: View) -> Radar | None:
    """One side over the axes of a view; None where nothing of it may be shown. `place` makes its id its own."""
    values = values_of(side, edition, view)
    if all(value is None for value in values):
        return None
    axes = tuple(label for _, label in columns_of(edition, view))
    return Radar(
        id=f"radar-{place}",
        title=f"{side.name}: {view_label(edition, view).lower()}, van 0 tot 100",
        sentence=_from_to(dict(zip(axes, values, strict=True))),
        row_heading="Onderwerp",
        axes=axes,
        series=(Series("Score", values),),
    )
