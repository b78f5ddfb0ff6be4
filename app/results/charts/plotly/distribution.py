"""Stacked bars: how the answers to each question are spread."""

from __future__ import annotations

from typing import Any

from app.results.charts.plotly.parts import Trace, broken, row_axis
from app.results.charts.style import AXIS, QUIET, STEPS, figure_colour, shade_of
from app.results.charts.types import Distribution
from app.web.formatting import number

ROW_HEIGHT = 64
CHARACTERS = 44


def draw(chart: Distribution) -> tuple[list[Trace], dict[str, Any]]:
    """The traces of the figure, and what its layout adds."""
    most = max(len(row.counts) for row in chart.rows)
    questions = broken(tuple(row.question for row in chart.rows), CHARACTERS)
    return [_place(chart, questions, place) for place in range(most)], {
        "barmode": "stack",
        "xaxis": {"range": [0, 100], "visible": False, "fixedrange": True},
        "yaxis": {**row_axis(), "autorange": "reversed"},
        "height": ROW_HEIGHT * len(chart.rows) + 60,
        "showlegend": False,
        "annotations": [_end("← laagste antwoord", "left"), _end("hoogste antwoord →", "right")],
    }


def _end(text: str, side: str) -> dict[str, Any]:
    """What stands above one end of the bars."""
    return {
        "text": text,
        "x": 0 if side == "left" else 100,
        "y": 1,
        "yref": "paper",
        "xanchor": side,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"color": QUIET, "size": 13},
    }


def _place(chart: Distribution, questions: list[str], place: int) -> Trace:
    """The answers at one place from the lowest, of every question that has so many."""
    having = [at for at, row in enumerate(chart.rows) if place < len(row.counts)]
    rows = [chart.rows[at] for at in having]
    shades = [shade_of(place, len(row.counts)) for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [questions[at] for at in having],
        "x": [100 * row.counts[place] / row.total for row in rows],
        "text": [number(row.counts[place]) if row.counts[place] else "" for row in rows],
        "customdata": [
            [broken((row.options[place],), CHARACTERS)[0], number(row.counts[place]), number(row.total)] for row in rows
        ],
        "hovertemplate": "%{customdata[0]}<br>%{customdata[1]} van de %{customdata[2]}<extra></extra>",
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textfont": {"color": [figure_colour(shade) for shade in shades]},
        "marker": {"color": [STEPS[shade] for shade in shades], "line": {"color": AXIS, "width": 1}},
    }
