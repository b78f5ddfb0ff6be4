"""A radar: a web with a line per series."""

from __future__ import annotations

from typing import Any

from app.results.charts.plotly.parts import Trace, broken, look_of, see_through, texts
from app.results.charts.style import AXIS, FILL_OPACITY, GRID, LOOKS, PAPER, QUIET
from app.results.charts.types import Radar, Series


def draw(chart: Radar) -> tuple[list[Trace], dict[str, Any]]:
    """The traces of the figure, and what its layout adds."""
    order = range(len(chart.series) - 1, -1, -1)  # the first series is drawn last, on top
    data = [_polar(chart, chart.series[place], filled=place == 0) for place in order]
    polar = {
        "radialaxis": {
            "range": [0, chart.maximum],
            "angle": 90,
            "tickangle": 90,
            "tickvals": [25, 50, 75, 100],
            "gridcolor": GRID,
            "tickfont": {"color": QUIET},
        },
        "angularaxis": {"direction": "clockwise", "rotation": 90, "gridcolor": GRID, "linecolor": AXIS},
        "gridshape": "linear",
        "bgcolor": PAPER,
    }
    legend = {"orientation": "h", "y": -0.16, "x": 0.5, "xanchor": "center", "traceorder": "reversed"}
    margin = {"l": 120, "r": 120, "t": 84, "b": 120 if len(data) > 1 else 84}  # a name may take two lines and a figure
    return data, {"polar": polar, "showlegend": len(data) > 1, "legend": legend, "margin": margin}


def _polar(chart: Radar, series: Series, *, filled: bool) -> Trace:
    look = LOOKS[series.style]
    whole = None not in series.values
    return {
        "type": "scatterpolar",
        "mode": "lines+markers",
        "name": series.label,
        "theta": [*_axis_names(chart), _axis_names(chart)[0]],
        "r": [*series.values, series.values[0]],
        "connectgaps": False,
        "fill": "toself" if filled and whole else "none",
        "fillcolor": see_through(look.colour, FILL_OPACITY),
        "text": [*texts(chart, series.values), *texts(chart, series.values[:1])],
        "customdata": [*chart.axes, chart.axes[0]],
        "hovertemplate": "%{customdata}: %{text}<extra>%{fullData.name}</extra>",
        **look_of(series.style),
    }


def _axis_names(chart: Radar) -> list[str]:
    """The names around the web, with the figure of the only series below them."""
    figures = [chart.figure(place) for place in range(len(chart.axes))]
    return [f"{name}<br>{figure}" if figure else name for name, figure in zip(broken(chart.axes), figures, strict=True)]
