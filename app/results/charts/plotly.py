"""A chart as a Plotly figure: plain data that the browser draws. The only place that knows Plotly.

The figure holds the numbers of the chart object and nothing else. It is drawn beside the inline SVG, which stays for
phones, print and readers without JavaScript. `CONFIG` keeps the data inside the page: no cloud button, no logo.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from app.results.charts.style import AXIS, BAR, BAR_STRONG, FILL_OPACITY, GRID, INK, LOOKS, PAPER, QUIET, SHADE, STEPS
from app.results.charts.types import Bars, Chart, Dots, HeatMap, Intervals, Quadrant, Radar, Series, Value
from app.web.formatting import number

Figure = dict[str, Any]
Trace = dict[str, Any]

CONFIG = {"displayModeBar": False, "displaylogo": False, "showSendToCloud": False, "responsive": True, "locale": "nl"}
ROW_HEIGHT = 44
LANE = 0.27


def plotly_figure(chart: Chart) -> Figure:
    """The figure of a chart: `{"data": [...], "layout": {...}, "config": {...}}`."""
    data, layout = _draw(chart)
    return {"data": data, "layout": {**_base_layout(chart), **layout}, "config": CONFIG}


def _base_layout(chart: Chart) -> dict[str, Any]:
    return {
        "separators": ",.",
        "font": {"color": INK, "size": 14},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "margin": {"l": 24, "r": 24, "t": 24, "b": 48},
        "height": 520,
        "dragmode": False,
        "hoverlabel": {"font": {"size": 14}},
        "legend": {"orientation": "h", "y": -0.08},
        "meta": {"chart": chart.id},
    }


@singledispatch
def _draw(chart: Chart) -> tuple[list[Trace], dict[str, Any]]:
    raise TypeError(f"no figure for {type(chart).__name__}")


@_draw.register
def _radar(chart: Radar) -> tuple[list[Trace], dict[str, Any]]:
    order = range(len(chart.series) - 1, -1, -1)  # the first series is drawn last, on top
    data = [_polar(chart, chart.series[place], filled=place == 0) for place in order]
    polar = {
        "radialaxis": {
            "range": [0, chart.maximum],
            "angle": 90,
            "tickangle": 90,
            "tickvals": [25, 50, 75, 100],
            "gridcolor": GRID,
            "tickfont": {"color": QUIET},
        },
        "angularaxis": {"direction": "clockwise", "rotation": 90, "gridcolor": GRID, "linecolor": AXIS},
        "gridshape": "linear",
        "bgcolor": PAPER,
    }
    legend = {"orientation": "h", "y": -0.16, "x": 0.5, "xanchor": "center", "traceorder": "reversed"}
    margin = {"l": 120, "r": 120, "t": 84, "b": 120 if len(data) > 1 else 84}  # a name may take two lines and a figure
    return data, {"polar": polar, "showlegend": len(data) > 1, "legend": legend, "margin": margin}


def _polar(chart: Radar, series: Series, *, filled: bool) -> Trace:
    look = LOOKS[series.style]
    whole = None not in series.values
    return {
        "type": "scatterpolar",
        "mode": "lines+markers",
        "name": series.label,
        "theta": [*_axis_names(chart), _axis_names(chart)[0]],
        "r": [*series.values, series.values[0]],
        "connectgaps": False,
        "fill": "toself" if filled and whole else "none",
        "fillcolor": _see_through(look.colour, FILL_OPACITY),
        "text": [*_texts(chart, series.values), *_texts(chart, series.values[:1])],
        "customdata": [*chart.axes, chart.axes[0]],
        "hovertemplate": "%{customdata}: %{text}<extra>%{fullData.name}</extra>",
        **_look(series.style),
    }


def _axis_names(chart: Radar) -> list[str]:
    """The names around the web, with the figure of the only series below them."""
    figures = [chart.figure(place) for place in range(len(chart.axes))]
    return [
        f"{name}<br>{figure}" if figure else name for name, figure in zip(_broken(chart.axes), figures, strict=True)
    ]


@_draw.register
def _dots(chart: Dots) -> tuple[list[Trace], dict[str, Any]]:
    rows = range(len(chart.rows))
    return [*_spans(chart), *(_points(chart, place) for place in range(len(chart.series)))], {
        "xaxis": {
            "range": [-2, chart.maximum + 2],
            "gridcolor": GRID,
            "zeroline": False,
            "tickvals": [0, 25, 50, 75, 100],
        },
        "yaxis": {
            **_row_axis(),
            "range": [len(rows) - 0.4, -0.6],
            "tickvals": list(rows),
            "ticktext": _broken(chart.rows, 40),
        },
        "height": ROW_HEIGHT * len(rows) + 120,
    }


def _spans(chart: Dots) -> list[Trace]:
    """The line of each row, from its lowest to its highest value."""
    looks = {True: {"color": INK, "width": 4}, False: {"color": AXIS, "width": 2}}
    return [
        {"type": "scatter", "mode": "lines", "x": [min(known), max(known)], "y": [place, place]}
        | {"line": looks[place in chart.strong], "hoverinfo": "skip", "showlegend": False}
        for place in range(len(chart.rows))
        if (known := [value for series in chart.series if (value := series.values[place]) is not None])
    ]


def _points(chart: Dots, place: int) -> Trace:
    series = chart.series[place]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": series.label,
        "x": list(series.values),
        "y": [row + LANE * chart.lane(row, place) for row in range(len(chart.rows))],
        "text": _texts(chart, series.values),
        "customdata": list(chart.rows),
        "hovertemplate": "%{customdata}: %{text}<extra>%{fullData.name}</extra>",
        "marker": {**_look(series.style)["marker"], "size": 13},
    }


@_draw.register
def _bars(chart: Bars) -> tuple[list[Trace], dict[str, Any]]:
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": list(chart.values),
        "y": _broken(chart.rows, 34),
        "text": _texts(chart, chart.values, chart.unit),
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{text}<extra></extra>",
        "marker": {"color": [BAR_STRONG if place in chart.strong else BAR for place in range(len(chart.rows))]},
    }
    axis = {"range": [0, chart.maximum * 1.08], "gridcolor": GRID, "tickvals": [], "zerolinecolor": AXIS}
    return [trace], {
        "xaxis": axis,
        "yaxis": _row_axis(),
        "height": ROW_HEIGHT * len(chart.rows) + 24,
        "bargap": 0.35,
        "margin": {"l": 24, "r": 24, "t": 8, "b": 8},
    }


@_draw.register
def _intervals(chart: Intervals) -> tuple[list[Trace], dict[str, Any]]:
    labels = [row.label for row in chart.rows]
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "textposition": "bottom center",
        "cliponaxis": False,
        "x": [row.value for row in chart.rows],
        "y": labels,
        "text": _texts(chart, tuple(row.value for row in chart.rows)),
        "customdata": [[_rounded(chart, row.low), _rounded(chart, row.high)] for row in chart.rows],
        "hovertemplate": "%{y}: %{text} (%{customdata[0]} – %{customdata[1]})<extra></extra>",
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [_reach(row.high, row.value) for row in chart.rows],
            "arrayminus": [_reach(row.value, row.low) for row in chart.rows],
            "color": _see_through(LOOKS[0].colour, 0.4),
            "thickness": 10,
            "width": 0,
        },
        "marker": {**_look(0)["marker"], "size": 16},
        "showlegend": False,
    }
    room = (chart.maximum - chart.minimum) * 0.05
    below = 40 if chart.marks else 0
    return [*_marks_of_rows(chart, labels), trace], {
        "xaxis": {"range": [chart.minimum - room, chart.maximum + room], "gridcolor": GRID, "zeroline": False}
        | {"tickvals": [tick.value for tick in chart.ticks], "ticktext": _tick_texts(chart), "tickangle": 0},
        "yaxis": {**_row_axis(), "visible": len(labels) > 1, "range": [len(labels) - 0.4, -0.6]},
        "shapes": _bands(chart) + _mark_line(chart),
        "annotations": _band_names(chart) + _mark_name(chart),
        "font": {"color": INK, "size": 13},
        "height": ROW_HEIGHT * len(labels) + 140 + below,
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
            "text": ["" if mark is None else number(mark, 0) for mark in chart.marks],
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


def _tick_texts(chart: Intervals) -> list[str]:
    """Each number with its name below it, by turns a line lower, so that names do not touch."""
    breaks = ("<br>", "<br><br>")
    return [f"{number(tick.value, 0)}{breaks[place % 2]}{tick.label}" for place, tick in enumerate(chart.ticks)]


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
    if chart.mark is None:
        return []
    line = {"color": LOOKS[1].colour, "dash": LOOKS[1].line, "width": 2}
    x = chart.mark.value
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": x,
            "x1": x,
            "y0": 0,
            "y1": 1,
            "line": line,
            "layer": "below",
        }
    ]


def _mark_name(chart: Intervals) -> list[dict[str, Any]]:
    if chart.mark is None:
        return []
    place = {"x": chart.mark.value, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    above_bands = {"yshift": 18 if chart.bands else 0}
    return [{**place, **above_bands, "text": chart.mark.label, "font": {"color": LOOKS[1].colour}}]


@_draw.register
def _heat_map(chart: HeatMap) -> tuple[list[Trace], dict[str, Any]]:
    steps = [[place / len(STEPS), colour] for place, colour in enumerate(STEPS)]
    edges = [[(place + 1) / len(STEPS), colour] for place, colour in enumerate(STEPS)]
    trace = {
        "type": "heatmap",
        "x": list(chart.column_labels),
        "y": _broken(chart.rows, 30),
        "z": [list(row) for row in chart.cells],
        "zmin": 0,
        "zmax": chart.maximum,
        "colorscale": [stop for pair in zip(steps, edges, strict=True) for stop in pair],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": [["" if value is None else number(value, chart.decimals) for value in row] for row in chart.cells],
        "texttemplate": "%{text}",
        "hovertemplate": "%{y}, %{x}: %{text}<extra></extra>",
        "hoverongaps": False,
    }
    columns = {"side": "top", "showgrid": False, "ticks": ""}
    return [trace], {
        "xaxis": columns,
        "yaxis": _row_axis(),
        "plot_bgcolor": SHADE,
        "height": ROW_HEIGHT * len(chart.rows) + 90,
    }


@_draw.register
def _quadrant(chart: Quadrant) -> tuple[list[Trace], dict[str, Any]]:
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [chart.x],
        "y": [chart.y],
        "text": [f"{number(chart.x, chart.decimals)} en {number(chart.y, chart.decimals)}"],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {**_look(0)["marker"], "size": 18},
    }
    axis = {
        "range": [-1.05, 1.05],
        "showgrid": False,
        "zerolinecolor": AXIS,
        "tickvals": [-0.75, 0.75],
        "ticks": "",
        "linecolor": GRID,
        "mirror": True,
    }
    corners = [
        {"x": corner.x * 0.5, "y": corner.y * 0.88, "text": corner.label, "showarrow": False, "font": {"color": QUIET}}
        for corner in chart.corners
    ]
    return [trace], {
        "xaxis": {**axis, "ticktext": list(chart.x_labels), "showline": True},
        "yaxis": {**axis, "ticktext": list(chart.y_labels), "showline": True, "automargin": True},
        "annotations": corners,
        "plot_bgcolor": SHADE,
    }


def _look(style: int) -> dict[str, Any]:
    look = LOOKS[style]
    return {
        "line": {"color": look.colour, "dash": look.line, "width": 2.5},
        "marker": {
            "color": look.colour,
            "symbol": look.marker,
            "size": 10,
            "line": {"color": PAPER, "width": 1.5},
        },
    }


def _row_axis() -> dict[str, Any]:
    return {"autorange": "reversed", "automargin": True, "showgrid": False, "zeroline": False, "ticklabelstandoff": 10}


def _texts(chart: Chart, values: tuple[Value, ...], unit: str = "") -> list[str]:
    return ["" if value is None else number(value, chart.decimals) + unit for value in values]


def _rounded(chart: Chart, value: Value) -> str:
    return "–" if value is None else number(value, chart.decimals)


def _reach(high: Value, low: Value) -> float:
    return 0.0 if high is None or low is None else high - low


def _broken(labels: tuple[str, ...], characters: int = 18) -> list[str]:
    """Long names on more lines, as Plotly writes them."""
    lines = []
    for label in labels:
        words, line, done = label.split(), "", []
        for word in words:
            if line and len(line) + len(word) + 1 > characters:
                done.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append("<br>".join([*done, line]))
    return lines


def _see_through(colour: str, share: float) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
