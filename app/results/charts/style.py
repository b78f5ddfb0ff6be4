"""The fixed looks of a series: colour and dash and marker together, so that no reader depends on colour alone.

The colours keep at least 4.5:1 on white. There is no red and green: a place on the continuum is not a grade.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How one series is drawn; `dash` as in SVG, `line` as in Plotly, `marker` a shape that both know."""

    colour: str
    dash: str
    line: str
    marker: str


LOOKS = (
    Look("#0072B2", "", "solid", "circle"),
    Look("#B34700", "9 5", "dash", "square"),
    Look("#00694F", "2 5", "dot", "diamond"),
    Look("#8A3A6E", "9 4 2 4", "dashdot", "triangle-up"),
)

INK = "#1a1a1a"
QUIET = "#595959"
GRID = "#d4d4d4"
AXIS = "#767676"
PAPER = "#ffffff"
SHADE = "#f0f2f4"
BAR = "#8fb8d3"
BAR_STRONG = LOOKS[0].colour
FILL_OPACITY = 0.12

STEPS = ("#eef4f8", "#d3e4f0", "#a9cbe1", "#6fa8cd", "#005a8c")
"""Five steps of one hue for the heat map, light to dark; the last one carries white figures."""


def shade_of(place: int, of: int) -> int:
    """Which of the five steps the answer at a place among `of` answers has: the lowest the lightest.

    >>> [shade_of(place, 4) for place in range(4)]
    [0, 1, 3, 4]
    """
    return round(place * (len(STEPS) - 1) / max(of - 1, 1))


def step(value: float, maximum: float) -> int:
    """Which of the five steps a value belongs to: equal parts of 0..maximum."""
    return min(int(value / maximum * len(STEPS)), len(STEPS) - 1)


def figure_colour(place: int) -> str:
    """The colour of a figure that stands on a step of the heat map."""
    return PAPER if place == len(STEPS) - 1 else INK
