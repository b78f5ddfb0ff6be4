"""A chart as a Plotly figure: plain data that the browser draws. The only place that knows Plotly.

The figure holds the numbers of the chart object and nothing else. It is drawn beside the inline SVG, which stays for
phones, print and readers without JavaScript. `CONFIG` keeps the data inside the page: no cloud button, no logo.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from app.results.charts.plotly import bars, distribution, dots, heatmap, intervals, quadrant, radar
from app.results.charts.style import INK, PAPER
from app.results.charts.types import Bars, Chart, Distribution, Dots, HeatMap, Intervals, Quadrant, Radar

Figure = dict[str, Any]

CONFIG = {"displayModeBar": False, "displaylogo": False, "showSendToCloud": False, "responsive": True, "locale": "nl"}
DRAWERS: dict[type[Chart], ModuleType] = {
    Radar: radar,
    Intervals: intervals,
    Bars: bars,
    Distribution: distribution,
    Dots: dots,
    HeatMap: heatmap,
    Quadrant: quadrant,
}


def plotly_figure(chart: Chart) -> Figure:
    """The figure of a chart: `{"data": [...], "layout": {...}, "config": {...}}`."""
    data, layout = DRAWERS[type(chart)].draw(chart)
    return {"data": data, "layout": {**_base_layout(chart), **layout}, "config": CONFIG}


def _base_layout(chart: Chart) -> dict[str, Any]:
    return {
        "separators": ",.",
        "font": {"color": INK, "size": 14},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "margin": {"l": 24, "r": 24, "t": 24, "b": 48},
        "height": 520,
        "dragmode": False,
        "hoverlabel": {"font": {"size": 14}},
        "legend": {"orientation": "h", "y": -0.08},
        "meta": {"chart": chart.id},
    }
