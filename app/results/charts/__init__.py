"""Charts: one object per chart, read as inline SVG, as a Plotly figure and as a table."""

from app.results.charts.figure import Drawing, Legend, draw
from app.results.charts.plotly import plotly_figure
from app.results.charts.svg import narrow_svg, wide_svg
from app.results.charts.table import Cell, Row, Table, chart_table
from app.results.charts.types import (
    NO_VALUE,
    Band,
    Bars,
    Chart,
    Column,
    Corner,
    Dots,
    HeatMap,
    Interval,
    Intervals,
    Quadrant,
    Radar,
    Series,
    Tick,
    Value,
    Values,
)

__all__ = [
    "NO_VALUE",
    "Band",
    "Bars",
    "Cell",
    "Chart",
    "Column",
    "Corner",
    "Dots",
    "Drawing",
    "HeatMap",
    "Interval",
    "Intervals",
    "Legend",
    "Quadrant",
    "Radar",
    "Row",
    "Series",
    "Table",
    "Tick",
    "Value",
    "Values",
    "chart_table",
    "draw",
    "narrow_svg",
    "plotly_figure",
    "wide_svg",
]
