"""A heat map: a number in every cell."""

from __future__ import annotations

from typing import Any

from app.results.charts.plotly.parts import ROW_HEIGHT, Trace, broken, row_axis
from app.results.charts.style import SHADE, STEPS
from app.results.charts.types import HeatMap
from app.web.formatting import number


def draw(chart: HeatMap) -> tuple[list[Trace], dict[str, Any]]:
    """The traces of the figure, and what its layout adds."""
    steps = [[place / len(STEPS), colour] for place, colour in enumerate(STEPS)]
    edges = [[(place + 1) / len(STEPS), colour] for place, colour in enumerate(STEPS)]
    trace = {
        "type": "heatmap",
        "x": list(chart.column_labels),
        "y": broken(chart.rows, 30),
        "z": [list(row) for row in chart.cells],
        "zmin": 0,
        "zmax": chart.maximum,
        "colorscale": [stop for pair in zip(steps, edges, strict=True) for stop in pair],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": [["" if value is None else number(value, chart.decimals) for value in row] for row in chart.cells],
        "texttemplate": "%{text}",
        "hovertemplate": "%{y}, %{x}: %{text}<extra></extra>",
        "hoverongaps": False,
    }
    columns = {"side": "top", "showgrid": False, "ticks": ""}
    return [trace], {
        "xaxis": columns,
        "yaxis": row_axis(),
        "plot_bgcolor": SHADE,
        "height": ROW_HEIGHT * len(chart.rows) + 90,
    }
