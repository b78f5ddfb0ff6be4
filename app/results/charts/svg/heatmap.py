"""The heat map: a number in every cell, on a shade of one colour."""

from __future__ import annotations

from app.results.charts.style import QUIET, SHADE, STEPS, figure_colour, step
from app.results.charts.svg.canvas import Canvas, wrapped
from app.results.charts.types import HeatMap, Value
from app.web.formatting import number


def wide(chart: HeatMap) -> Canvas:
    """Row names at the left, column names above."""
    left, top, height = 226.0, 34.0, 40.0
    width = (720 - left) / len(chart.column_labels)
    canvas = Canvas(720, top + height * len(chart.rows))
    _columns(canvas, chart, left, width, top - 12, size=13)
    for row, label in enumerate(chart.rows):
        y = top + height * row
        lines = wrapped(label, 30)
        canvas.text(left - 14, y + 25 - 8 * (len(lines) - 1), lines, anchor="end")
        _cells(canvas, chart, row, at=(left, y), size=(width, height))
    return canvas


def narrow(chart: HeatMap) -> Canvas:
    """Row names above their cells."""
    top, height = 26.0, 34.0
    width = 320 / len(chart.column_labels)
    canvas = Canvas(320, top + (height + 24) * len(chart.rows))
    _columns(canvas, chart, 0, width, top - 10, size=13)
    for row, label in enumerate(chart.rows):
        y = top + (height + 24) * row
        canvas.text(2, y + 16, label, size=13)
        _cells(canvas, chart, row, at=(0, y + 22), size=(width, height))
    return canvas


def _columns(canvas: Canvas, chart: HeatMap, left: float, width: float, y: float, size: float) -> None:
    for place, label in enumerate(chart.column_labels):
        canvas.text(left + width * (place + 0.5), y, label, size=size, anchor="middle")


def _cells(canvas: Canvas, chart: HeatMap, row: int, at: tuple[float, float], size: tuple[float, float]) -> None:
    (left, y), (width, height) = at, size
    for column, value in enumerate(chart.cells[row]):
        x = left + width * column
        canvas.add("rect", x=x + 1, y=y + 1, width=width - 2, height=height - 2, fill=_shade(value, chart.maximum))
        text = "–" if value is None else number(value, chart.decimals)
        colour = QUIET if value is None else figure_colour(step(value, chart.maximum))
        canvas.text(x + width / 2, y + height / 2 + 5, text, size=15, anchor="middle", fill=colour)


def _shade(value: Value, maximum: float) -> str:
    return SHADE if value is None else STEPS[step(value, maximum)]
