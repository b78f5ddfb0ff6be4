"""The quadrant: one point between four corners, on two axes of opposites."""

from __future__ import annotations

from app.results.charts.style import AXIS, GRID, LOOKS, PAPER, QUIET, SHADE
from app.results.charts.svg.canvas import Canvas, wrapped
from app.results.charts.types import Quadrant


def wide(chart: Quadrant) -> Canvas:
    """With the ends of the axes beside it."""
    canvas = Canvas(720, 480)
    _field(canvas, chart, left=185, top=44, side=350)
    canvas.text(173, 224, wrapped(chart.x_labels[0], 18), size=13, anchor="end")
    canvas.text(547, 224, wrapped(chart.x_labels[1], 18), size=13)
    canvas.text(360, 28, chart.y_labels[1], size=13, anchor="middle")
    canvas.text(360, 420, chart.y_labels[0], size=13, anchor="middle")
    return canvas


def narrow(chart: Quadrant) -> Canvas:
    """With the ends of the axes above and below it."""
    canvas = Canvas(320, 372)
    _field(canvas, chart, left=20, top=28, side=280)
    canvas.text(160, 18, chart.y_labels[1], size=13, anchor="middle")
    canvas.text(160, 328, chart.y_labels[0], size=13, anchor="middle")
    canvas.text(20, 352, "← " + chart.x_labels[0], size=13)
    canvas.text(300, 352, chart.x_labels[1] + " →", size=13, anchor="end")
    return canvas


def _field(canvas: Canvas, chart: Quadrant, left: float, top: float, side: float) -> None:
    half = side / 2
    middle_x, middle_y = left + half, top + half
    canvas.add("rect", x=left, y=top, width=side, height=side, fill=SHADE, stroke=GRID)
    canvas.line((left, middle_y), (left + side, middle_y), AXIS)
    canvas.line((middle_x, top), (middle_x, top + side), AXIS)
    for corner in chart.corners:
        x, y = middle_x + corner.x * half / 2, middle_y - corner.y * (half - 24)
        canvas.text(x, y + 5, corner.label, size=14, anchor="middle", fill=QUIET)
    x, y = middle_x + chart.x * half, middle_y - chart.y * half
    canvas.add("circle", cx=x, cy=y, r=15, fill=PAPER, fill_opacity=0.8, stroke=LOOKS[0].colour)
    canvas.marker(x, y, LOOKS[0], 9)
