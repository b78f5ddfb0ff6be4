"""The interval plot: a point with the range in which it may lie, on a scale with names. Never a traffic light."""

from __future__ import annotations

from app.results.charts.style import AXIS, GRID, INK, LOOKS, PAPER, QUIET, SHADE
from app.results.charts.svg.canvas import Canvas, wrapped
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
    plot = _Plot(chart, width=right + 44, left=left, right=right, top=66, row_height=height)
    plot.scale(tick_names=True)
    for place, row in enumerate(chart.rows):
        if labels:
            lines = wrapped(row.label, characters)
            plot.canvas.text(left - 22, plot.y(place) + 5 - 9 * (len(lines) - 1), lines, anchor="end")
        plot.row(place, row)
    return plot.canvas


def narrow(chart: Intervals) -> Canvas:
    """Row names above the rows, numbers on the scale; the names of the places are in the list below."""
    labels = len(chart.rows) > 1 or bool(chart.marks)
    plot = _Plot(chart, width=320, left=18, right=302, top=78 if labels else 62, row_height=62 if labels else 46)
    plot.scale(tick_names=False)
    for place, row in enumerate(chart.rows):
        if labels:
            plot.canvas.text(4, plot.y(place) - 18, row.label, size=13)
        plot.row(place, row)
    return plot.canvas


class _Plot:
    def __init__(
        self, chart: Intervals, width: float, left: float, right: float, top: float, row_height: float
    ) -> None:
        self.chart, self.left, self.right, self.top, self.row_height = chart, left, right, top, row_height
        self.bottom = top + row_height * (len(chart.rows) - 1) + 34
        named = width > 400 and any(tick.label for tick in chart.ticks)
        self.canvas = Canvas(width, self.bottom + (58 if named else 26))

    def x(self, value: float) -> float:
        """Where a value stands on the scale."""
        share = (value - self.chart.minimum) / (self.chart.maximum - self.chart.minimum)
        return self.left + share * (self.right - self.left)

    def y(self, place: int) -> float:
        """The height of a row."""
        return self.top + place * self.row_height

    def scale(self, *, tick_names: bool) -> None:
        """Parts of the scale as shades, places as lines with a name or a number, and the line to compare with."""
        head = 30.0
        for place, band in enumerate(self.chart.bands):
            x, end = self.x(band.low), self.x(band.high)
            self.canvas.add(
                "rect", x=x, y=head, width=end - x, height=self.bottom - head, fill=SHADE if place % 2 == 0 else PAPER
            )
            self.canvas.text((x + end) / 2, 18, band.label, size=13, anchor="middle", fill=QUIET)
        self.canvas.line((self.left, self.bottom), (self.right, self.bottom), AXIS)
        for tick in self.chart.ticks:
            self._tick(tick, head, named=tick_names)
        if self.chart.mark:
            self._mark(self.chart.mark, head)

    def _tick(self, tick: Tick, head: float, *, named: bool) -> None:
        x = self.x(tick.value)
        self.canvas.line((x, head), (x, self.bottom), GRID)
        self.canvas.text(x, self.bottom + 18, number(tick.value, 0), size=13, anchor="middle")
        if named and tick.label:
            odd = self.chart.ticks.index(tick) % 2
            self.canvas.text(x, self.bottom + 35 + 16 * odd, tick.label, size=12, anchor="middle", fill=QUIET)

    def _mark(self, mark: Tick, head: float) -> None:
        x = self.x(mark.value)
        self.canvas.line((x, head), (x, self.bottom), AMBITION.colour, stroke_width=2, stroke_dasharray=AMBITION.dash)
        self.canvas.marker(x, head, AMBITION, 6)
        at_end = x > (self.left + self.right) / 2
        self.canvas.text(
            x - 10 if at_end else x + 10,
            head + 16,
            mark.label,
            size=13,
            anchor="end" if at_end else "start",
            fill=AMBITION.colour,
        )

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
            self.canvas.text(self.x(self.chart.minimum) + 6, y + 5, "onvoldoende gegevens", size=12, fill=QUIET)
            return
        if row.low is not None and row.high is not None:
            low, high = self.x(row.low), self.x(row.high)
            self.canvas.add(
                "rect", x=low, y=y - 7, width=high - low, height=14, rx=7, fill=look.colour, fill_opacity=0.3
            )
        self.canvas.marker(self.x(row.value), y, look, 8)
        text = number(row.value, self.chart.decimals)
        self.canvas.add("text", text, x=self.x(row.value), y=y + 25, text_anchor="middle", font_weight="bold", **FIGURE)
