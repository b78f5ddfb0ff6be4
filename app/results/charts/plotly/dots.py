"""Dots: the values of several windows per subject, with the line between them."""

from __future__ import annotations

from typing import Any

from app.results.charts.plotly.parts import Trace, broken, look_of, row_axis, texts
from app.results.charts.style import AXIS, GRID, INK
from app.results.charts.types import Dots
from app.web.formatting import number

LANE = 0.27
"""How far markers that would cover each other stand apart, as a part of a row."""

ROOM = 0.24
"""How much of the scale lies beyond each end, for the names there."""
ROW_HEIGHT = 56


def draw(chart: Dots) -> tuple[list[Trace], dict[str, Any]]:
    """The traces of the figure, and what its layout adds."""
    rows = range(len(chart.rows))
    points = (_points(chart, place) for place in range(len(chart.series)))
    return [*_spans(chart), *points], {
        "annotations": [name for row in rows for name in _names(chart, row)],
        "xaxis": {
            "range": [-ROOM * chart.maximum, (1 + ROOM) * chart.maximum],
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
    """The line of each row, from its lowest to its highest value, and over it the difference that stands out."""
    found: list[Trace] = []
    for row in range(len(chart.rows)):
        known = chart.known(row)
        if known:
            found.append(_line(row, known[0][1], known[-1][1], AXIS, 2))
        if span := chart.span(row):
            values = dict(known)
            found.append(_line(row, values[span[0]], values[span[1]], INK, 6))
    return found


def _line(row: int, low: float, high: float, colour: str, width: int) -> Trace:
    line = {"color": colour, "width": width}
    return {"type": "scatter", "mode": "lines", "x": [low, high], "y": [row, row]} | {
        "line": line,
        "hoverinfo": "skip",
        "showlegend": False,
    }


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


def _names(chart: Dots, row: int) -> list[dict[str, Any]]:
    """What stands at the ends of a row, below its markers, leaning outward."""
    ends = chart.ends(row)
    weight = "bold" if chart.span(row) else "normal"
    return [
        {
            "x": value,
            "y": row,
            "yshift": -20,
            "xanchor": "center" if len(ends) == 1 else ("right", "left")[place],
            "text": f"{name} {number(value, chart.decimals)}",
            "showarrow": False,
            "font": {"color": INK, "size": 13, "weight": weight},
        }
        for place, (name, value) in enumerate(ends)
    ]
