"""A chart as a table: the same numbers, for reading, copying and for who does not see the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from app.results.charts.types import (
    NO_VALUE,
    Bars,
    Chart,
    Distribution,
    Dots,
    HeatMap,
    Intervals,
    Quadrant,
    Radar,
    Series,
    Value,
)
from app.web.formatting import number

LONGEST_WORDS = 40
"""Characters; a longer text in a cell is a sentence."""
MOST_COLUMNS = 4
"""As many columns as fit beside each other on a phone, the last of them only when it is narrow."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, formatted."""

    text: str
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its heading and its cells; `href` is where its numbers are explained, empty when nowhere.

    `group` is what rows that follow each other have in common, such as the question of which they are the answers.
    """

    heading: str
    cells: tuple[Cell, ...]
    href: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a template writes it; the first column holds the row headings."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def holds_sentences(self, place: int) -> bool:
        """Whether a column (the row headings are column 0) holds sentences."""
        return place > 0 and any(len(row.cells[place - 1].text) > LONGEST_WORDS for row in self.rows)

    def sits_below(self, place: int) -> bool:
        """Whether a phone shows a column below the others: sentences, and what is left over when there are many."""
        is_crowded = len(self.columns) > MOST_COLUMNS and any(not row.cells[-1].numeric for row in self.rows)
        return self.holds_sentences(place) or (is_crowded and place >= MOST_COLUMNS - 1)

    @property
    def folds(self) -> bool:
        """Whether a phone shows any column below the others."""
        return any(self.sits_below(place) for place in range(len(self.columns)))


def chart_table(chart: Chart, origins: str | None = None) -> Table:
    """The table of a chart: its own numbers, then the columns that only the table has.

    `origins` is the address below which numbers are explained; without it the rows lead nowhere.
    """
    headings, columns = _numbers(chart)
    groups = [row.question for row in chart.rows for _ in row.counts] if isinstance(chart, Distribution) else []
    names = tuple(name for name, _ in columns) + tuple(extra.label for extra in chart.columns)
    rows = tuple(
        Row(
            heading,
            tuple(cells[place] for _, cells in columns)
            + tuple(Cell(extra.cells[place], extra.numeric) for extra in chart.columns),
            f"{origins}/{chart.origins[place]}" if origins and chart.origins else "",
            groups[place] if groups else "",
        )
        for place, heading in enumerate(headings)
    )
    return Table(chart.title, (chart.row_heading, *names), rows)


Columns = tuple[tuple[str, tuple[Cell, ...]], ...]


@singledispatch
def _numbers(chart: Chart) -> tuple[tuple[str, ...], Columns]:
    raise TypeError(f"no table for {type(chart).__name__}")


@_numbers.register
def _radar(chart: Radar) -> tuple[tuple[str, ...], Columns]:
    return chart.axes, _series(chart, chart.series)


@_numbers.register
def _dots(chart: Dots) -> tuple[tuple[str, ...], Columns]:
    return chart.rows, _series(chart, chart.series)


@_numbers.register
def _bars(chart: Bars) -> tuple[tuple[str, ...], Columns]:
    return chart.rows, ((chart.value_heading, _cells(chart, chart.values, chart.unit)),)


@_numbers.register
def _heat_map(chart: HeatMap) -> tuple[tuple[str, ...], Columns]:
    return chart.rows, tuple(
        (label, tuple(_heat_cell(chart, row, column) for row in range(len(chart.rows))))
        for column, label in enumerate(chart.column_labels)
    )


@_numbers.register
def _quadrant(chart: Quadrant) -> tuple[tuple[str, ...], Columns]:
    rows = (f"van {chart.x_labels[0]} naar {chart.x_labels[1]}", f"van {chart.y_labels[0]} naar {chart.y_labels[1]}")
    return rows, (("Plaats, van −1 tot 1", _cells(chart, (chart.x, chart.y))),)


@_numbers.register
def _intervals(chart: Intervals) -> tuple[tuple[str, ...], Columns]:
    values = _cells(chart, tuple(row.value for row in chart.rows))
    ranges = tuple(Cell(_range(chart, row.low, row.high)) for row in chart.rows)
    rows = tuple(row.label for row in chart.rows)
    if chart.marks:
        marks = tuple(Cell(chart.mark_in_figures(mark)) for mark in chart.marks)
        return rows, ((chart.value_heading, values), (chart.range_heading, ranges), (chart.marks_label, marks))
    if chart.mark is None:
        return rows, ((chart.value_heading, values), (chart.range_heading, ranges))
    mark = tuple(Cell(number(chart.mark.value, 0)) for _ in chart.rows)
    return rows, ((chart.value_heading, values), (chart.range_heading, ranges), (chart.mark.label, mark))


@_numbers.register
def _distribution(chart: Distribution) -> tuple[tuple[str, ...], Columns]:
    counts = tuple(Cell(number(count)) for row in chart.rows for count in row.counts)
    return tuple(option for row in chart.rows for option in row.options), (("Aantal", counts),)


def _series(chart: Chart, series: tuple[Series, ...]) -> Columns:
    return tuple((one.label, _cells(chart, one.values)) for one in series)


def _cells(chart: Chart, values: tuple[Value, ...], unit: str = "") -> tuple[Cell, ...]:
    return tuple(
        Cell(NO_VALUE, numeric=False) if value is None else Cell(number(value, chart.decimals) + unit)
        for value in values
    )


def _heat_cell(chart: HeatMap, row: int, column: int) -> Cell:
    value = chart.cells[row][column]
    if value is not None:
        return Cell(number(value, chart.decimals))
    return Cell(chart.empty[row][column] if chart.empty else NO_VALUE, numeric=False)


def _range(chart: Intervals, low: Value, high: Value) -> str:
    if low is None or high is None:
        return "–"
    return f"{number(low, chart.decimals)} – {number(high, chart.decimals)}"
