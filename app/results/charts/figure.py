"""A chart ready for a page: both drawings, what explains them, the table, and where it can be taken along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from app.results.charts.svg import legend_sample, narrow_svg, wide_svg
from app.results.charts.table import Table, chart_table
from app.results.charts.types import Chart, Dots, Intervals, Radar
from app.web.page import Link

ChartAddress = Callable[[str], str]
"""Where a chart is served, by the ending of its file: `json` is the interactive figure."""
FILES = (("svg", "Tekening (SVG)"), ("csv", "Cijfers (CSV)"), ("json", "Figuur (JSON)"))
"""The forms of a chart, by the ending of the file. A picture (PNG) is made of the drawing, in the browser."""


@dataclass(frozen=True, slots=True)
class Legend:
    """One series: the piece of line that stands for it and its name."""

    sample: Markup
    label: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What a number in the narrow drawing stands for: a name, its values (with what stands for the series), and more.

    `values` are triples: the sample of the series, empty where there is only one; its name; and the value as it is
    read, `None` where it is not known.
    """

    name: str
    values: tuple[tuple[Markup, str, str | None], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a template needs to show a chart. `key` explains the numbers in the small drawing, `remark` what stands out.

    `url` is where its figure is, `files` are the forms in which it can be taken along, the drawing first.
    """

    id: str
    title: str
    sentence: str
    wide: Markup
    narrow: Markup
    legend: tuple[Legend, ...]
    remark: str
    key: tuple[KeyRow, ...]
    table: Table
    url: str | None
    files: tuple[Link, ...] = ()


def draw(chart: Chart, at: ChartAddress | None = None, origins: str | None = None) -> Drawing:
    """Draw a chart; `at` tells where its files can be fetched, `None` in a document that stands alone.

    `origins` is the address below which its numbers are explained.
    """
    return Drawing(
        id=chart.id,
        title=chart.title,
        sentence=chart.sentence,
        wide=wide_svg(chart),
        narrow=narrow_svg(chart),
        legend=legend_of(chart),
        remark=remark_of(chart),
        key=_key(chart),
        table=chart_table(chart, origins),
        url=at("json") if at else None,
        files=chart_links(at) if at else (),
    )


def chart_links(at: ChartAddress) -> tuple[Link, ...]:
    """Where the files of a chart are, the drawing first."""
    return tuple(Link(label, at(ending)) for ending, label in FILES)


def legend_of(chart: Chart) -> tuple[Legend, ...]:
    """What the looks in a drawing stand for; empty where there is nothing to tell apart."""
    if isinstance(chart, Intervals):
        looks = ((0, chart.value_heading), (1, chart.marks_label)) if chart.marks else ()
        return tuple(Legend(legend_sample(style, line=False), label) for style, label in looks)
    series = chart.series if isinstance(chart, Radar | Dots) else ()
    if len(series) < 2:
        return ()
    return tuple(Legend(legend_sample(one.style, line=isinstance(chart, Radar)), one.label) for one in series)


def remark_of(chart: Chart) -> str:
    """What it means that something in a drawing stands out; empty where nothing does."""
    if isinstance(chart, Intervals) and any(tick.strong for tick in chart.ticks):
        return chart.strong_label
    if isinstance(chart, Dots) and any(chart.spans):
        return "Een dikke streep is een verschil dat groter is dan de marge."
    return ""


def _key(chart: Chart) -> tuple[KeyRow, ...]:
    """The names and values of the numbered axes of a narrow radar."""
    if not isinstance(chart, Radar) or chart.fits_names():
        return ()
    table = chart_table(chart)
    samples = [legend_sample(one.style, line=False) if len(chart.series) > 1 else Markup() for one in chart.series]
    margin = next((column for column in chart.columns if column.label.startswith("Marge")), None)
    return tuple(
        KeyRow(
            name=row.heading,
            values=tuple(
                (sample, series.label, cell.text if cell.numeric else None)
                for sample, series, cell in zip(samples, chart.series, row.cells, strict=False)
            ),
            note=f"marge {margin.cells[place]}" if margin and margin.cells[place] != "–" else "",
        )
        for place, row in enumerate(table.rows)
    )
