"""The radar. Wide: the name of every axis around it.

Narrow: numbers around it, and below it a list with the name and the values of every number, unless the names fit.
"""

from __future__ import annotations

from math import cos, pi, sin

from app.results.charts.style import AXIS, FILL_OPACITY, GRID, LOOKS, QUIET, SHADE
from app.results.charts.svg.canvas import LINE_HEIGHT, Canvas, Point, path, wrapped
from app.results.charts.types import Radar, Series
from app.web.formatting import number

RINGS = 4
NAME_SIZE = 13.0


def wide(chart: Radar) -> Canvas:
    """A drawing for a column of at least 600 px."""
    canvas = Canvas(720, 530)
    plot = _Plot(canvas, chart, centre=(360, 266), radius=196)
    plot.web()
    for place, label in enumerate(chart.axes):
        plot.name(place, wrapped(label, 18), chart.figure(place))
    plot.draw()
    return canvas


def narrow(chart: Radar) -> Canvas:
    """A drawing for a phone: 320 units wide, axes by number unless their names fit beside it."""
    named = chart.fits_names()
    canvas = Canvas(320, 226 if named else 310)
    plot = _Plot(canvas, chart, centre=(160, canvas.height / 2), radius=66 if named else 120)
    plot.web()
    for place, label in enumerate(chart.axes):
        if named:
            plot.name(place, [label], chart.figure(place))
        else:
            plot.number(place)
    plot.draw()
    return canvas


class _Plot:
    def __init__(self, canvas: Canvas, chart: Radar, centre: Point, radius: float) -> None:
        self.canvas, self.chart, self.centre, self.radius = canvas, chart, centre, radius

    def at(self, place: int, share: float) -> Point:
        """The point on an axis at a share of the radius; axis 0 points up, then clockwise."""
        angle = 2 * pi * place / len(self.chart.axes) - pi / 2
        x, y = self.centre
        return x + cos(angle) * self.radius * share, y + sin(angle) * self.radius * share

    def web(self) -> None:
        """The rings at a quarter, half, three quarters and the whole, and the axes."""
        places = range(len(self.chart.axes))
        for ring in range(1, RINGS + 1):
            corners = [self.at(place, ring / RINGS) for place in places]
            self.canvas.add("path", d=path(corners, closed=True), fill="none", stroke=GRID if ring < RINGS else AXIS)
        for place in places:
            known = any(series.values[place] is not None for series in self.chart.series)
            self.canvas.line(self.centre, self.at(place, 1), GRID, stroke_dasharray=None if known else "3 4")
        for ring in (1, 2, 3, 4) if self.radius > 100 else (2, 4):
            x, y = self.at(0, ring / RINGS)
            self.canvas.text(
                x + 5, y + 13, number(self.chart.maximum * ring / RINGS, 0), size=12.5, halo=True, fill=QUIET
            )

    def name(self, place: int, lines: list[str], figure: str) -> None:
        """The name of an axis just outside the web, with its figure below it in bold."""
        x, y = self.at(place, 1 + (14 if self.radius > 100 else 8) / self.radius)
        sideways = x - self.centre[0]
        anchor = "middle" if abs(sideways) < 12 else "start" if sideways > 0 else "end"
        height = NAME_SIZE * LINE_HEIGHT * (len(lines) + bool(figure))
        above = (self.centre[1] - y) / self.radius  # 1 at the top, -1 at the bottom
        top = y + NAME_SIZE * 0.75 - height * (1 + above) / 2 + (NAME_SIZE * 0.3 if above > 0 else 0)
        self.canvas.text(x, top, lines, size=NAME_SIZE, anchor=anchor)
        if figure:
            below = top + NAME_SIZE * LINE_HEIGHT * len(lines) + 1
            self.canvas.text(x, below, figure, size=NAME_SIZE + 1, anchor=anchor, font_weight="bold")

    def number(self, place: int) -> None:
        """The number of an axis, in a circle so that nobody takes it for a value."""
        x, y = self.at(place, 1 + 20 / self.radius)
        self.canvas.add("circle", cx=x, cy=y, r=12, fill=SHADE, stroke=AXIS)
        self.canvas.text(x, y + 4.5, number(place + 1), size=NAME_SIZE, anchor="middle", font_weight="bold")

    def draw(self) -> None:
        """All series, the last one below, so that the first (the measurement) is never covered."""
        for series in reversed(self.chart.series):
            self._line(series)
        for series in reversed(self.chart.series):
            for place, value in enumerate(series.values):
                if value is not None:
                    self.canvas.marker(*self.at(place, value / self.chart.maximum), LOOKS[series.style], 5)

    def _line(self, series: Series) -> None:
        look = LOOKS[series.style]
        points = [
            None if value is None else self.at(at, value / self.chart.maximum) for at, value in enumerate(series.values)
        ]
        for run in _runs(points):
            whole = len(run) == len(points)
            self.canvas.add(
                "path",
                d=path(run, closed=whole),
                fill=look.colour if whole and series is self.chart.series[0] else "none",
                fill_opacity=FILL_OPACITY,
                stroke=look.colour,
                stroke_width=2.5,
                stroke_dasharray=look.dash or None,
                stroke_linejoin="round",
            )


def _runs(points: list[Point | None]) -> list[list[Point]]:
    """The unbroken parts of a closed line; a missing point is a gap, also between the last axis and the first."""
    if None not in points:
        return [[point for point in points if point is not None]]
    start = points.index(None)
    runs: list[list[Point]] = [[]]
    for point in points[start:] + points[:start]:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 1]
