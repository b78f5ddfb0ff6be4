"""Charts: one object per chart, read as inline SVG, as a Plotly figure and as a table."""

from app.results.charts.figure import ChartAddress, Drawing, KeyRow, Legend, chart_links, draw
from app.results.charts.file import Source, csv_file, svg_file
from app.results.charts.plotly import plotly_figure
from app.results.charts.svg import narrow_svg, wide_svg
from app.results.charts.table import Cell, Row, Table, chart_table
from app.results.charts.types import (
    NO_VALUE,
    Answers,
    Band,
    Bars,
    Chart,
    Column,
    Corner,
    Distribution,
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
    "Answers",
    "Band",
    "Bars",
    "Cell",
    "Chart",
    "ChartAddress",
    "Column",
    "Corner",
    "Distribution",
    "Dots",
    "Drawing",
    "HeatMap",
    "Interval",
    "Intervals",
    "KeyRow",
    "Legend",
    "Quadrant",
    "Radar",
    "Row",
    "Series",
    "Source",
    "Table",
    "Tick",
    "Value",
    "Values",
    "chart_links",
    "chart_table",
    "csv_file",
    "draw",
    "narrow_svg",
    "plotly_figure",
    "svg_file",
    "wide_svg",
]
