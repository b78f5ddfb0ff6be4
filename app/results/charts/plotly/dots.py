"""Dots: the values of several windows per subject, with the line between them."""

from __future__ import annotations

from typing import Any

from app.results.charts.plotly.parts import ROW_HEIGHT, Trace, broken, look_of, row_axis, texts
from app.results.charts.style import AXIS, GRID, INK
from app.results.charts.types import Dots

LANE = 0.27
"""How far markers that would cover each other stand apart, as a part of a row."""


def draw(chart: Dots) -> tuple[list[Trace], dict[str, Any]]:
    """The traces of the figure, and what its layout adds."""
    rows = range(len(chart.rows))
    return [*_spans(chart), *(_points(chart, place) for place in range(len(chart.series)))], {
        "xaxis": {
            "range": [-2, chart.maximum + 2],
            "gridcolor": GRID,
            "zeroline": False,
            "tickvals": [0, 25, 50, 75, 100],
        },
        "yaxis": {
            **row_axis(),
            "autorange": False,
            "range": [len(rows) - 0.4, -0.6],
            "tickvals": list(rows),
            "ticktext": broken(chart.rows, 40),
        },
        "height": ROW_HEIGHT * len(rows) + 120,
    }


def _spans(chart: Dots) -> list[Trace]:
    """The line of each row, from its lowest to its highest value."""
    looks = {True: {"color": INK, "width": 4}, False: {"color": AXIS, "width": 2}}
    return [
        {"type": "scatter", "mode": "lines", "x": [min(known), max(known)], "y": [place, place]}
        | {"line": looks[place in chart.strong], "hoverinfo": "skip", "showlegend": False}
        for place in range(len(chart.rows))
        if (known := [value for series in chart.series if (value := series.values[place]) is not None])
    ]


def _points(chart: Dots, place: int) -> Trace:
    series = chart.series[place]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": series.label,
        "x": list(series.values),
        "y": [row + LANE * chart.lane(row, place) for row in range(len(chart.rows))],
        "text": texts(chart, series.values),
        "customdata": list(chart.rows),
        "hovertemplate": "%{customdata}: %{text}<extra>%{fullData.name}</extra>",
        "marker": {**look_of(series.style)["marker"], "size": 13},
    }
