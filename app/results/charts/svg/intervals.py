"""The interval plot: a point with the range in which it may lie, on a scale with names. Never a traffic light."""

from __future__ import annotations

from app.results.charts.style import AXIS, GRID, INK, LOOKS, PAPER, QUIET, SHADE
from app.results.charts.svg.canvas import Canvas, width_of, wrapped
from app.results.charts.types import Interval, Intervals, Tick
from app.web.formatting import number

AMBITION = LOOKS[1]
SHORT, LONG = 14, 24
"""Characters in a line of the name of a row: names are long where they are those of municipalities."""
FIGURE = {"font_size": "14", "fill": INK, "stroke": PAPER, "stroke_width": "4", "paint_order": "stroke"}
"""A figure has a white edge, so that a line behind it does not cross it out."""


def wide(chart: Intervals) -> Canvas:
    """Row names at the left, names of the places on the scale below."""
    labels = len(chart.rows) > 1 or bool(chart.marks)
    characters = LONG if any(len(row.label) > SHORT * 2 for row in chart.rows) else SHORT
    left = (22 + characters * 8) if labels else 40
    right = left + 422 if labels else 556
    height = 60 if chart.marks else 46  # a mark stands above its row, where the figure of the row before it may be
    plot = _Plot(
        chart, width=right + 44, left=left, right=right, first_row=32 if labels else 24, row_height=height, levels=2
    )
    plot.scale()
    for place, row in enumerate(chart.rows):
        if labels:
            lines = wrapped(row.label, characters)
            plot.canvas.text(left - 22, plot.y(place) + 5 - 9 * (len(lines) - 1), lines, anchor="end")
        plot.row(place, row)
    return plot.canvas


def narrow(chart: Intervals) -> Canvas:
    """Row names above the rows; the names of the places on the scale on three lines, so that all of them fit."""
    labels = len(chart.rows) > 1 or bool(chart.marks)
    first, height = (46, 62) if labels else (28, 46)
    plot = _Plot(chart, width=320, left=16, right=304, first_row=first, row_height=height, levels=3)
    plot.scale()
    for place, row in enumerate(chart.rows):
        if labels:
            plot.canvas.text(2, plot.y(place) - 18, row.label, size=13)
        plot.row(place, row)
    return plot.canvas


class _Plot:
    """From top to bottom: the name of the mark, the names of the parts, the rows, the scale and the names on it."""

    def __init__(  # noqa: PLR0913, PLR0917 - the measures of one drawing
        self,
        chart: Intervals,
        width: float,
        left: float,
        right: float,
        first_row: float,
        row_height: float,
        levels: int,
    ) -> None:
        self.chart, self.left, self.right, self.row_height, self.levels = chart, left, right, row_height, levels
        self.head = 8 + (20 if chart.mark else 0) + (20 if chart.bands else 0) + (8 if chart.marks else 0)
        self.top = self.head + first_row
        self.bottom = self.top + row_height * (len(chart.rows) - 1) + 34
        named = any(tick.label for tick in chart.ticks)
        self.canvas = Canvas(width, self.bottom + 26 + (16 * levels if named else 0))

    def x(self, value: float) -> float:
        """Where a value stands on the scale."""
        share = (value - self.chart.minimum) / (self.chart.maximum - self.chart.minimum)
        return self.left + share * (self.right - self.left)

    def y(self, place: int) -> float:
        """The height of a row."""
        return self.top + place * self.row_height

    def scale(self) -> None:
        """Parts of the scale as shades, places as lines with a number and a name, and the line to compare with."""
        for place, band in enumerate(self.chart.bands):
            x, end = self.x(band.low), self.x(band.high)
            shade = SHADE if place % 2 == 0 else PAPER
            self.canvas.add("rect", x=x, y=self.head, width=end - x, height=self.bottom - self.head, fill=shade)
        self.canvas.line((self.left, self.bottom), (self.right, self.bottom), AXIS)
        for tick in self.chart.ticks:
            self._tick(tick)
        self._names()
        if self.chart.mark:
            self._mark(self.chart.mark)
        for band in self.chart.bands:
            middle = (self.x(band.low) + self.x(band.high)) / 2
            self.canvas.text(middle, self.head - 8, band.label, size=13, anchor="middle", halo=True, fill=QUIET)

    def _tick(self, tick: Tick) -> None:
        x = self.x(tick.value)
        self.canvas.line((x, self.head), (x, self.bottom), GRID)
        weight = "bold" if tick.strong else None
        self.canvas.text(x, self.bottom + 18, number(tick.value, 0), size=13, anchor="middle", font_weight=weight)

    def _names(self) -> None:
        """The names below the numbers, by turns on another line, each with a thin line to its number."""
        named = [(self.x(tick.value), place % self.levels, tick) for place, tick in enumerate(self.chart.ticks)]
        for x, level, tick in named:
            if tick.label and level:
                self.canvas.line((x, self.bottom + 23), (x, self.bottom + 23 + 16 * level), GRID)
        for x, level, tick in named:
            if tick.label:
                y = self.bottom + 35 + 16 * level
                self._on_paper(x, y, tick.label, INK if tick.strong else QUIET, "bold" if tick.strong else None)

    def _on_paper(self, x: float, y: float, text: str, fill: str, weight: str | None) -> None:
        """A text in the middle of a place, moved inward where it would fall off the paper."""
        half = width_of(text, 13) / 2
        middle = min(max(x, half + 1), self.canvas.width - half - 1)
        self.canvas.text(middle, y, text, size=13, anchor="middle", halo=True, fill=fill, font_weight=weight)

    def _mark(self, mark: Tick) -> None:
        x = self.x(mark.value)
        top = 22 if self.chart.bands else self.head  # past the names of the parts, which stand below its own
        self.canvas.line((x, top), (x, self.bottom), AMBITION.colour, stroke_width=2, stroke_dasharray=AMBITION.dash)
        self.canvas.marker(x, top, AMBITION, 6)
        self._on_paper(x, 13, mark.label, AMBITION.colour, "bold")

    def _mark_of_row(self, mark: float, y: float) -> None:
        """What this row is compared with: a dashed stroke through the row, with the marker of its series on top."""
        x = self.x(mark)
        self.canvas.line((x, y - 18), (x, y + 18), AMBITION.colour, stroke_width=2, stroke_dasharray="5 3")
        self.canvas.marker(x, y - 18, AMBITION, 6)

    def row(self, place: int, row: Interval) -> None:
        """The range as a bar, the value as a point with its number; a row without value says so."""
        y, look = self.y(place), LOOKS[row.style]
        if self.chart.marks and (mark := self.chart.marks[place]) is not None:
            self._mark_of_row(mark, y)
        if row.value is None:
            self.canvas.text(self.x(self.chart.minimum) + 6, y + 5, "onvoldoende gegevens", size=13, fill=QUIET)
            return
        if row.low is not None and row.high is not None:
            low, high = self.x(row.low), self.x(row.high)
            self.canvas.add("rect", x=low, y=y - 6, width=high - low, height=12, fill=look.colour, fill_opacity=0.3)
            for end in (low, high):
                self.canvas.line((end, y - 9), (end, y + 9), look.colour, stroke_width=2)
        self.canvas.marker(self.x(row.value), y, look, 7)
        text = number(row.value, self.chart.decimals)
        self.canvas.add("text", text, x=self.x(row.value), y=y + 25, text_anchor="middle", font_weight="bold", **FIGURE)
