"""Bars: one per row."""

from __future__ import annotations

from typing import Any

from app.results.charts.plotly.parts import ROW_HEIGHT, Trace, broken, row_axis, texts
from app.results.charts.style import AXIS, BAR, BAR_STRONG, GRID
from app.results.charts.types import Bars


def draw(chart: Bars) -> tuple[list[Trace], dict[str, Any]]:
    """The traces of the figure, and what its layout adds."""
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": list(chart.values),
        "y": broken(chart.rows, 34),
        "text": texts(chart, chart.values, chart.unit),
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{text}<extra></extra>",
        "marker": {"color": [BAR_STRONG if place in chart.strong else BAR for place in range(len(chart.rows))]},
    }
    axis = {"range": [0, chart.maximum * 1.08], "gridcolor": GRID, "tickvals": [], "zerolinecolor": AXIS}
    return [trace], {
        "xaxis": axis,
        "yaxis": row_axis(),
        "height": ROW_HEIGHT * len(chart.rows) + 24,
        "bargap": 0.35,
        "margin": {"l": 24, "r": 24, "t": 8, "b": 8},
    }
