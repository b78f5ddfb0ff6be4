"""Horizontal bars with their number."""

from __future__ import annotations

from app.results.charts.style import AXIS, BAR, BAR_STRONG, QUIET
from app.results.charts.svg.canvas import Canvas, wrapped
from app.results.charts.types import NO_VALUE, Bars
from app.web.formatting import number


def wide(chart: Bars) -> Canvas:
    """Names at the left of the bars."""
    canvas = Canvas(720, 38 * len(chart.rows) + 8)
    for place, label in enumerate(chart.rows):
        y = 38.0 * place + 8
        lines = wrapped(label, 34)
        canvas.text(236, y + 19 - 8 * (len(lines) - 1), lines, size=13, anchor="end")
        _bar(canvas, chart, place, at=(250, y), length=400)
    canvas.line((250, 0), (250, canvas.height), AXIS)
    return canvas


def narrow(chart: Bars) -> Canvas:
    """Names above the bars."""
    canvas = Canvas(320, 50 * len(chart.rows) + 4)
    for place, label in enumerate(chart.rows):
        y = 50.0 * place + 20
        canvas.text(2, y - 6, label, size=13)
        _bar(canvas, chart, place, at=(2, y), length=250, height=18)
    return canvas


def _bar(canvas: Canvas, chart: Bars, place: int, at: tuple[float, float], length: float, height: float = 26) -> None:
    (x, y), value = at, chart.values[place]
    if value is None:
        canvas.text(x + 8, y + height - 6, NO_VALUE, size=13, fill=QUIET)
        return
    reach = max(value / chart.maximum * length, 1.5)
    strong = place in chart.strong
    canvas.add("rect", x=x, y=y, width=reach, height=height, fill=BAR_STRONG if strong else BAR)
    text = number(value, chart.decimals) + chart.unit
    canvas.text(x + reach + 8, y + height / 2 + 5, text, font_weight="bold" if strong else None)
