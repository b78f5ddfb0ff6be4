"""A chart as a file that leaves the page: a drawing that stands alone, and its numbers as a table.

Both hold what the page holds and nothing finer, and say what they are of and where they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results.charts.figure import legend_of, remark_of
from app.results.charts.style import INK, PAPER, QUIET
from app.results.charts.svg import description, wide_canvas
from app.results.charts.svg.canvas import Canvas, element, width_of, wrapped
from app.results.charts.table import chart_table
from app.results.charts.types import Distribution
from app.web.formatting import MINUS
from app.web.spreadsheet import csv_table, text_cell

if TYPE_CHECKING:
    from app.results.charts.table import Cell
    from app.results.charts.types import Chart

FONTS = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"
MARGIN = 28.0
CHARACTERS = 0.53
"""How wide a character is on average, as a part of the size of the letters."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a file says about itself: what it is about, and where it comes from, a line each."""

    about: str
    origin: str


def svg_file(chart: Chart, source: Source) -> bytes:
    """The drawing with its title, sentence, legend and source, on white, in letters that every system has."""
    drawing = wide_canvas(chart)
    sheet = Canvas(drawing.width + 2 * MARGIN, 0)
    y = _text(sheet, chart.title, MARGIN + 18, size=20, weight="bold")
    if chart.sentence:
        y = _text(sheet, chart.sentence, y + 4, size=15, fill=QUIET)
    y += 4
    sheet.add("g", "".join(drawing.parts), transform=f"translate({MARGIN:g},{y:g})")
    y = _legend(sheet, chart, y + drawing.height + 14)
    sheet.line((MARGIN, y), (sheet.width - MARGIN, y), QUIET, stroke_width=0.5)
    y += 20
    for line in (source.about, source.origin):
        y = _text(sheet, line, y, size=12, fill=QUIET)
    sheet.height = y + 6
    ground = element("rect", width=sheet.width, height=sheet.height, fill=PAPER)
    sheet.parts.insert(0, ground)
    svg = sheet.close(chart.id, f"{chart.title}. {chart.sentence}", description(chart), alone=FONTS)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'.encode()


def _text(sheet: Canvas, text: str, y: float, size: float, fill: str = INK, weight: str | None = None) -> float:
    """Write a text on as many lines as it needs from `y` on; where the next one begins."""
    lines = wrapped(text, int((sheet.width - 2 * MARGIN) / (size * CHARACTERS)))
    sheet.text(MARGIN, y, lines, size=size, fill=fill, font_weight=weight)
    return y + size * 1.25 * len(lines)


def _legend(sheet: Canvas, chart: Chart, y: float) -> float:
    """The series beside each other, on a next line where they do not fit; where the next thing begins."""
    legend = legend_of(chart)
    x = MARGIN
    for one in legend:
        wide = 48 if 'width="40"' in one.sample else 24
        whole = wide + width_of(one.label, 14) + 28
        if x > MARGIN and x + whole > sheet.width:
            x, y = MARGIN, y + 24
        sheet.add("g", str(one.sample), transform=f"translate({x:g},{y - 12:g})")
        sheet.text(x + wide, y, one.label, fill=INK)
        x += whole
    y += 22 if legend else 0
    if remark := remark_of(chart):
        y = _text(sheet, remark, y, size=14, fill=QUIET)
    return y - 6


def csv_file(chart: Chart, source: Source) -> bytes:
    """The table of a chart for a spreadsheet, with what it shows and where it comes from below it."""
    table = chart_table(chart)
    groups = [chart.group_heading] if isinstance(chart, Distribution) else []
    headings = [*groups, *table.columns]
    rows = [
        [*(text_cell(row.group) for _ in groups), text_cell(row.heading), *(_cell(cell) for cell in row.cells)]
        for row in table.rows
    ]
    about = (chart.title, chart.sentence, source.about, source.origin)
    empty = [""] * (len(headings) - 1)
    return csv_table(headings, [*rows, *([text_cell(text), *empty] for text in about if text)])


def _cell(cell: Cell) -> str:
    """A cell as a spreadsheet reads it: a number without points between thousands and with the sign of a keyboard."""
    return cell.text.replace(".", "").replace(MINUS, "-") if cell.numeric else text_cell(cell.text)
