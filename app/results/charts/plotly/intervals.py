"""Intervals: a point per row with the range in which it may lie."""

from __future__ import annotations

from typing import Any

from app.results.charts.plotly.parts import ROW_HEIGHT, Trace, in_figures, look_of, reach, row_axis, see_through, texts
from app.results.charts.style import GRID, INK, LOOKS, PAPER, SHADE
from app.results.charts.types import Intervals
from app.web.formatting import number


def draw(chart: Intervals) -> tuple[list[Trace], dict[str, Any]]:
    """The traces of the figure, and what its layout adds."""
    labels = [row.label for row in chart.rows]
    styles = list(dict.fromkeys(row.style for row in chart.rows))
    room = (chart.maximum - chart.minimum) * 0.05
    below = 40 if chart.marks else 0
    return [*_marks_of_rows(chart, labels), *(_ranges(chart, style) for style in styles)], {
        "xaxis": {"range": [chart.minimum - room, chart.maximum + room], "gridcolor": GRID, "zeroline": False}
        | {
            "tickvals": [tick.value for tick in chart.ticks],
            "ticktext": [
                "" if tick.strong else text for tick, text in zip(chart.ticks, _tick_texts(chart), strict=True)
            ],
        }
        | {"tickangle": 0},
        "yaxis": {
            **row_axis(),
            "visible": len(labels) > 1,
            # Left to itself Plotly leaves a twentieth of all rows empty at each end, and few rows lie on the edge.
            "autorange": False,
            "range": [len(labels) - 0.2, -0.6],
            "categoryorder": "array",
            "categoryarray": labels,
        },
        "shapes": _bands(chart) + _mark_line(chart),
        "annotations": _band_names(chart) + _mark_name(chart) + _strong_ticks(chart),
        "font": {"color": INK, "size": 13},
        "height": ROW_HEIGHT * len(labels) + (140 if len(labels) > 1 else 122) + below,
        "margin": {"l": 24, "r": 24, "t": 56, "b": below + (64 if any(tick.label for tick in chart.ticks) else 32)},
        "legend": {"orientation": "h", "yref": "container", "y": 0, "yanchor": "bottom"},
    }


def _marks_of_rows(chart: Intervals, labels: list[str]) -> list[Trace]:
    """What each row is compared with, as a series of its own."""
    if not chart.marks:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": chart.marks_label,
            "x": list(chart.marks),
            "y": labels,
            "text": [chart.mark_in_figures(mark) for mark in chart.marks],
            "hovertemplate": "%{y}: %{text}<extra>" + chart.marks_label + "</extra>",
            "marker": {
                "color": LOOKS[1].colour,
                "symbol": f"{LOOKS[1].marker}-open",
                "size": 20,
                "line": {"color": LOOKS[1].colour, "width": 3},
            },
            "showlegend": True,
        }
    ]


def _ranges(chart: Intervals, style: int) -> Trace:
    """The rows with one look: a point each, with the range in which it may lie."""
    rows = [row for row in chart.rows if row.style == style]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "textposition": "bottom center",
        "cliponaxis": False,
        "x": [row.value for row in rows],
        "y": [row.label for row in rows],
        "text": texts(chart, tuple(row.value for row in rows)),
        "customdata": [[in_figures(chart, row.low), in_figures(chart, row.high)] for row in rows],
        "hovertemplate": "%{y}: %{text} (%{customdata[0]} – %{customdata[1]})<extra></extra>",
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [reach(row.high, row.value) for row in rows],
            "arrayminus": [reach(row.value, row.low) for row in rows],
            "color": see_through(LOOKS[style].colour, 0.6),
            "thickness": 4,
            "width": 9,
        },
        "marker": {**look_of(style)["marker"], "size": 16},
        "showlegend": False,
    }


def _tick_texts(chart: Intervals) -> list[str]:
    """Each number with its name below it, by turns a line lower, so that names do not touch."""
    breaks = ("<br>", "<br><br>")
    return [f"{number(tick.value, 0)}{breaks[place % 2]}{tick.label}" for place, tick in enumerate(chart.ticks)]


def _strong_ticks(chart: Intervals) -> list[dict[str, Any]]:
    """The ticks that stand out, as notes below the axis: Plotly has one look for all ticks."""
    return [
        {"x": tick.value, "y": 0, "yref": "paper", "yanchor": "top", "yshift": -3, "showarrow": False}
        | {"text": text, "font": {"color": INK, "size": 13, "weight": "bold"}}
        for tick, text in zip(chart.ticks, _tick_texts(chart), strict=True)
        if tick.strong
    ]


def _bands(chart: Intervals) -> list[dict[str, Any]]:
    return [
        {"type": "rect", "xref": "x", "yref": "paper", "x0": band.low, "x1": band.high, "y0": 0, "y1": 1}
        | {"fillcolor": SHADE if place % 2 == 0 else PAPER, "line": {"width": 0}, "layer": "below"}
        for place, band in enumerate(chart.bands)
    ]


def _band_names(chart: Intervals) -> list[dict[str, Any]]:
    return [
        {
            "x": (band.low + band.high) / 2,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "text": band.label,
            "showarrow": False,
        }
        for band in chart.bands
    ]


def _mark_line(chart: Intervals) -> list[dict[str, Any]]:
    """A dashed line with a square on top, as the drawing has it; its size is in pixels, whatever the zoom."""
    if chart.mark is None:
        return []
    look, x = LOOKS[1], chart.mark.value
    place = {"xref": "x", "yref": "paper"}
    line = {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "layer": "below"}
    in_pixels = {"xsizemode": "pixel", "xanchor": x, "ysizemode": "pixel", "yanchor": 1}
    square = {"type": "rect", **in_pixels, "x0": -6, "x1": 6, "y0": 0, "y1": -12, "fillcolor": look.colour}
    return [
        {**place, **line, "line": {"color": look.colour, "dash": look.line, "width": 2}},
        {**place, **square, "line": {"color": PAPER, "width": 1}},
    ]


def _mark_name(chart: Intervals) -> list[dict[str, Any]]:
    if chart.mark is None:
        return []
    place = {"x": chart.mark.value, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    above_bands = {"yshift": 18 if chart.bands else 4}
    return [{**place, **above_bands, "text": chart.mark.label, "font": {"color": LOOKS[1].colour, "weight": "bold"}}]
