"""Stacked bars: how the answers to each question are spread, with the number of each in its part.

The parts go from light to dark, with white between them and an edge around them, so that they also part in grey.
"""

from __future__ import annotations

from app.results.charts.style import AXIS, QUIET, STEPS, figure_colour, shade_of
from app.results.charts.svg.canvas import Canvas, wrapped
from app.results.charts.types import Answers, Distribution
from app.web.formatting import number

GAP = 2.0
NARROWEST = 15.0
"""A part that is narrower has no room for its number; it is in the table."""


def wide(chart: Distribution) -> Canvas:
    """Each question above its bar."""
    return _bars(chart, width=720, characters=100, height=26)


def narrow(chart: Distribution) -> Canvas:
    """The same, with questions on more lines."""
    return _bars(chart, width=320, characters=44, height=28)


def _bars(chart: Distribution, width: float, characters: int, height: float) -> Canvas:
    canvas = Canvas(width, 0)
    canvas.text(1, 14, "← laagste antwoord", size=13, fill=QUIET)
    canvas.text(width - 1, 14, "hoogste antwoord →", size=13, anchor="end", fill=QUIET)
    y = 40.0
    for row in chart.rows:
        lines = wrapped(row.question, characters)
        canvas.text(1, y, lines, size=13.5)
        y += 17 * (len(lines) - 1) + 9
        _bar(canvas, row, y, width - 2, height)
        y += height + 28
    canvas.height = y - 20
    return canvas


def _bar(canvas: Canvas, row: Answers, y: float, width: float, height: float) -> None:
    given = [(place, count) for place, count in enumerate(row.counts) if count]
    room, x = width - GAP * (len(given) - 1), 1.0
    for place, count in given:
        part = room * count / row.total
        shade = shade_of(place, len(row.counts))
        canvas.add("rect", x=x, y=y, width=part, height=height, fill=STEPS[shade], stroke=AXIS)
        if part >= NARROWEST:
            middle = x + part / 2
            canvas.text(middle, y + height / 2 + 5, number(count), anchor="middle", fill=figure_colour(shade))
        x += part + GAP
