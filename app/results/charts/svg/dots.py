"""The dumbbell: what each window says about the same subject, on one line."""

from __future__ import annotations

from app.results.charts.style import AXIS, GRID, INK, LOOKS, QUIET
from app.results.charts.svg.canvas import Canvas, wrapped
from app.results.charts.types import Dots
from app.web.formatting import number

LANE = 12.0
"""How far markers that would cover each other are moved apart."""


def wide(chart: Dots) -> Canvas:
    """Subjects at the left."""
    canvas = Canvas(720, 44 * len(chart.rows) + 44)
    _scale(canvas, chart, left=270, right=690)
    for place, label in enumerate(chart.rows):
        y = 44.0 * place + 26
        lines = wrapped(label, 36)
        canvas.text(248, y + 5 - 8 * (len(lines) - 1), lines, size=13, anchor="end")
        _row(canvas, chart, place, y, left=270, right=690)
    return canvas


def narrow(chart: Dots) -> Canvas:
    """Subjects above their line."""
    canvas = Canvas(320, 62 * len(chart.rows) + 44)
    _scale(canvas, chart, left=14, right=306)
    for place, label in enumerate(chart.rows):
        y = 62.0 * place + 46
        canvas.text(2, y - 22, label, size=13)
        _row(canvas, chart, place, y, left=14, right=306)
    return canvas


def _scale(canvas: Canvas, chart: Dots, left: float, right: float) -> None:
    bottom = canvas.height - 30
    for quarter in range(5):
        x = left + (right - left) * quarter / 4
        canvas.line((x, 6), (x, bottom), GRID if quarter else AXIS)
        canvas.text(x, bottom + 18, number(chart.maximum * quarter / 4, 0), size=12, anchor="middle", fill=QUIET)


def _row(canvas: Canvas, chart: Dots, place: int, y: float, left: float, right: float) -> None:
    values = [series.values[place] for series in chart.series]
    known = [value for value in values if value is not None]
    if not known:
        return

    def x(value: float) -> float:
        return left + value / chart.maximum * (right - left)

    strong = place in chart.strong
    canvas.line((x(min(known)), y), (x(max(known)), y), INK if strong else AXIS, stroke_width=4 if strong else 2)
    for at, value in enumerate(values):
        if value is not None:
            canvas.marker(x(value), y + LANE * chart.lane(place, at), LOOKS[chart.series[at].style], 7)
