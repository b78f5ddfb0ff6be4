"""The drawings of a comparison: the places with each its own ambition, and a small radar for each side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.beside.words import distance
from app.results.charts import Band, Column, Interval, Intervals, Radar, Series, Tick
from app.web.formatting import number

if TYPE_CHECKING:
    from app.comparison.beside.sides import Comparison, Side
    from app.comparison.beside.wanted import View
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
        sentence="De stip is de plek, de balk de marge. De volgorde is die van de namen.",
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


def small_radar(place: int, side: Side, edition: Edition, view: View) -> Radar | None:
    """One side over the axes of a view; None where nothing of it may be shown. `place` makes its id its own."""
    values = values_of(side, edition, view)
    if all(value is None for value in values):
        return None
    return Radar(
        id=f"radar-{place}",
        title=side.name,
        sentence="",
        row_heading="Onderwerp",
        axes=tuple(label for _, label in columns_of(edition, view)),
        series=(Series("Score", values),),
    )
