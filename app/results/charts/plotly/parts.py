"""What the figures of all charts share."""

from __future__ import annotations

from typing import Any

from app.results.charts.style import LOOKS, PAPER
from app.results.charts.types import Chart, Value
from app.web.formatting import number

Trace = dict[str, Any]
ROW_HEIGHT = 44


def look_of(style: int) -> dict[str, Any]:
    """The line and the marker of one of the fixed looks."""
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


def row_axis() -> dict[str, Any]:
    """The axis with the names of rows, the first on top."""
    return {"autorange": "reversed", "automargin": True, "showgrid": False, "zeroline": False, "ticklabelstandoff": 10}


def texts(chart: Chart, values: tuple[Value, ...], unit: str = "") -> list[str]:
    """Values as a person reads them; empty where there is none."""
    return ["" if value is None else number(value, chart.decimals) + unit for value in values]


def in_figures(chart: Chart, value: Value) -> str:
    """One value as a person reads it, a dash where there is none."""
    return "–" if value is None else number(value, chart.decimals)


def reach(high: Value, low: Value) -> float:
    """How far one value lies above another; 0 where either is not known."""
    return 0.0 if high is None or low is None else high - low


def broken(labels: tuple[str, ...], characters: int = 18) -> list[str]:
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


def see_through(colour: str, share: float) -> str:
    """A colour as Plotly writes it with an opacity."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
