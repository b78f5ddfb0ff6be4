"""A chart as inline SVG, in two sizes: `wide` for a page, `narrow` for a phone.

Both carry the same title and description; the description holds every number, so that the drawing can be read aloud.
"""

from __future__ import annotations

from types import ModuleType

from markupsafe import Markup

from app.results.charts.svg import bars, distribution, dots, heatmap, intervals, quadrant, radar
from app.results.charts.svg.canvas import Canvas, sample
from app.results.charts.table import chart_table
from app.results.charts.types import Bars, Chart, Distribution, Dots, HeatMap, Intervals, Quadrant, Radar

DRAWERS: dict[type[Chart], ModuleType] = {
    Radar: radar,
    Intervals: intervals,
    Bars: bars,
    Distribution: distribution,
    Dots: dots,
    HeatMap: heatmap,
    Quadrant: quadrant,
}


def wide_svg(chart: Chart) -> Markup:
    """The drawing for a wide column."""
    return _finished(chart, "breed", "wide")


def narrow_svg(chart: Chart) -> Markup:
    """The drawing for a phone."""
    return _finished(chart, "smal", "narrow")


def legend_sample(style: int, *, line: bool) -> Markup:
    """What stands before a series in the legend."""
    return Markup(sample(style, line=line))  # noqa: S704 - drawn here, holds no text


def wide_canvas(chart: Chart) -> Canvas:
    """The drawing for a wide column, not closed yet, for who puts more on the same sheet."""
    canvas: Canvas = DRAWERS[type(chart)].wide(chart)
    return canvas


def _finished(chart: Chart, suffix: str, size: str) -> Markup:
    canvas = getattr(DRAWERS[type(chart)], size)(chart)
    # What it shows is said beside it, in a sentence that everybody reads.
    return Markup(canvas.close(f"{chart.id}-{suffix}", chart.title, description(chart)))  # noqa: S704 - every text in it is escaped


def description(chart: Chart) -> str:
    """All numbers of the chart in one line: what somebody hears who cannot see the drawing."""
    table = chart_table(chart)
    rows = (
        f"{row.group + ' – ' if row.group else ''}{row.heading}: "
        + ", ".join(f"{head} {cell.text}" for head, cell in zip(table.columns[1:], row.cells, strict=True))
        for row in table.rows
    )
    return "; ".join(rows) + "."
