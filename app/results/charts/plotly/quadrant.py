"""A quadrant: a point between four named corners."""

from __future__ import annotations

from typing import Any

from app.results.charts.plotly.parts import Trace, look_of
from app.results.charts.style import AXIS, GRID, QUIET, SHADE
from app.results.charts.types import Quadrant
from app.web.formatting import number


def draw(chart: Quadrant) -> tuple[list[Trace], dict[str, Any]]:
    """The traces of the figure, and what its layout adds."""
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [chart.x],
        "y": [chart.y],
        "text": [f"{number(chart.x, chart.decimals)} en {number(chart.y, chart.decimals)}"],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {**look_of(0)["marker"], "size": 18},
    }
    axis = {
        "range": [-1.05, 1.05],
        "showgrid": False,
        "zerolinecolor": AXIS,
        "tickvals": [-0.75, 0.75],
        "ticks": "",
        "linecolor": GRID,
        "mirror": True,
    }
    corners = [
        {"x": corner.x * 0.5, "y": corner.y * 0.88, "text": corner.label, "showarrow": False, "font": {"color": QUIET}}
        for corner in chart.corners
    ]
    return [trace], {
        "xaxis": {**axis, "ticktext": list(chart.x_labels), "showline": True},
        "yaxis": {**axis, "ticktext": list(chart.y_labels), "showline": True, "automargin": True},
        "annotations": corners,
        "plot_bgcolor": SHADE,
    }
