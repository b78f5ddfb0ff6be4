"""The dumbbell: what each window says about the same subject, on one line, with names and values at its ends."""

from __future__ import annotations

from app.results.charts.style import AXIS, GRID, INK, LOOKS, QUIET
from app.results.charts.svg.canvas import Canvas, width_of, wrapped
from app.results.charts.types import Dots
from app.web.formatting import number

LANE = 12.0
"""How far markers that would cover each other are moved apart."""
SIZE = 13.0
ROW = 68.0


def wide(chart: Dots) -> Canvas:
    """Subjects at the left."""
    canvas = Canvas(720, ROW * len(chart.rows) + 44)
    left, right = 220.0, 700.0
    _scale(canvas, chart, left, right)
    for place, label in enumerate(chart.rows):
        y = ROW * place + 28
        lines = wrapped(label, 26)
        strong = "bold" if chart.span(place) else None
        canvas.text(left - 20, y + 5 - 8 * (len(lines) - 1), lines, anchor="end", font_weight=strong)
        _row(canvas, chart, place, y, left, right)
    return canvas


def narrow(chart: Dots) -> Canvas:
    """Subjects above their line."""
    height = ROW + 16
    canvas = Canvas(320, height * len(chart.rows) + 44)
    left, right = 12.0, 308.0
    _scale(canvas, chart, left, right)
    for place, label in enumerate(chart.rows):
        y = height * place + 46
        strong = "bold" if chart.span(place) else None
        canvas.text(1, y - 22, label, halo=True, font_weight=strong)
        _row(canvas, chart, place, y, left, right)
    return canvas


def _scale(canvas: Canvas, chart: Dots, left: float, right: float) -> None:
    bottom = canvas.height - 30
    for quarter in range(5):
        x = left + (right - left) * quarter / 4
        canvas.line((x, 6), (x, bottom), GRID if quarter else AXIS)
        anchor = {0: "start", 4: "end"}.get(quarter, "middle")
        text = number(chart.maximum * quarter / 4, 0)
        canvas.text(x, bottom + 18, text, size=SIZE, anchor=anchor, fill=QUIET)


def _row(canvas: Canvas, chart: Dots, place: int, y: float, left: float, right: float) -> None:
    known = chart.known(place)
    if not known:
        canvas.text(left + 6, y + 5, "onvoldoende gegevens", size=SIZE, fill=QUIET)
        return

    def x(value: float) -> float:
        return left + value / chart.maximum * (right - left)

    canvas.line((x(known[0][1]), y), (x(known[-1][1]), y), AXIS, stroke_width=2)
    if span := chart.span(place):
        values = dict(known)
        low, high = (x(values[at]) for at in span)
        canvas.line((low, y), (high, y), INK, stroke_width=6)
    for at, value in known:
        canvas.marker(x(value), y + LANE * chart.lane(place, at), LOOKS[chart.series[at].style], 7)
    _names(canvas, chart, place, y + (30 if _is_crowded(chart, place) else 26), (left, right))


def _is_crowded(chart: Dots, place: int) -> bool:
    return any(chart.lane(place, at) > 0.5 for at, _ in chart.known(place))


def _names(canvas: Canvas, chart: Dots, place: int, y: float, room: tuple[float, float]) -> None:
    """The names and values of both ends below them: they lean outward, stay on the paper and never cover each other."""
    left, right = room
    ends = [(f"{name} {number(value, chart.decimals)}", value) for name, value in chart.ends(place)]
    at = [left + value / chart.maximum * (right - left) for _, value in ends]
    widths = [width_of(text, SIZE) for text, _ in ends]
    if len(ends) == 1:
        starts = [min(max(at[0] - widths[0] / 2, left), right - widths[0])]
    else:
        low_end = max(at[0] + 8, left + widths[0])
        high_start = min(at[1] - 8, right - widths[1])
        if low_end + 10 > high_start:  # they would touch: move the one that has room
            low_end = max(high_start - 10, left + widths[0])
            high_start = max(high_start, low_end + 10)
        starts = [low_end - widths[0], high_start]
    weight = "bold" if chart.span(place) else None
    for place_of_end, ((text, _), start, width) in enumerate(zip(ends, starts, widths, strict=True)):
        if len(ends) == 2 and place_of_end == 0:
            canvas.text(start + width, y, text, size=SIZE, anchor="end", halo=True, font_weight=weight)
        else:
            canvas.text(start, y, text, size=SIZE, halo=True, font_weight=weight)
