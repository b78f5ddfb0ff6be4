"""A chart ready for a page: both drawings, what explains them, and the table."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.results.charts.svg import legend_sample, narrow_svg, wide_svg
from app.results.charts.table import Table, chart_table
from app.results.charts.types import Chart, Dots, Intervals, Radar


@dataclass(frozen=True, slots=True)
class Legend:
    """One series: the piece of line that stands for it and its name."""

    sample: Markup
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a template needs to show a chart. `key` explains the numbers in the narrow drawing; `url` is its figure."""

    id: str
    title: str
    sentence: str
    wide: Markup
    narrow: Markup
    legend: tuple[Legend, ...]
    key: tuple[str, ...]
    table: Table
    url: str | None


def draw(chart: Chart, url: str | None = None, origins: str | None = None) -> Drawing:
    """Draw a chart; `url` is where the interactive figure can be fetched, `None` in a document that stands alone.

    `origins` is the address below which its numbers are explained.
    """
    return Drawing(
        id=chart.id,
        title=chart.title,
        sentence=chart.sentence,
        wide=wide_svg(chart),
        narrow=narrow_svg(chart),
        legend=_legend(chart),
        key=_key(chart),
        table=chart_table(chart, origins),
        url=url,
    )


def _legend(chart: Chart) -> tuple[Legend, ...]:
    if isinstance(chart, Intervals) and chart.marks:
        looks = ((0, chart.value_heading), (1, chart.marks_label))
        return tuple(Legend(legend_sample(style, line=False), label) for style, label in looks)
    series = chart.series if isinstance(chart, Radar | Dots) else ()
    if len(series) < 2:
        return ()
    return tuple(Legend(legend_sample(one.style, line=isinstance(chart, Radar)), one.label) for one in series)


def _key(chart: Chart) -> tuple[str, ...]:
    if isinstance(chart, Radar):
        return () if chart.fits_names() else chart.axes
    if isinstance(chart, Intervals) and any(tick.label for tick in chart.ticks):
        return tuple(tick.label for tick in chart.ticks)
    return ()
