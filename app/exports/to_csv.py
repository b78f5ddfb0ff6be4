"""A result as one long table for a spreadsheet: a number per line, as finely as it may be read.

It is made for a spreadsheet in Dutch (`app.web.spreadsheet`), with a comma in a number. A cell is empty where there is
no such number; what may not be shown is not in the table (`docs/formats.md`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exports.lines_of_scales import advice_lines, continuum_lines, learning_lines
from app.exports.lines_of_windows import mirror_lines, window_lines
from app.exports.table import HEADINGS, Line, cells
from app.web.spreadsheet import csv_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.results.context import ResultContext


def result_csv(result: ResultContext) -> bytes:
    """The table of a result."""
    return csv_table(HEADINGS, (list(cells(line)) for line in _lines(result)))


def _lines(result: ResultContext) -> Iterator[Line]:
    reading = result.reading
    yield from _about(result)
    for window in reading.windows:
        yield from window_lines(reading, window)
    yield from continuum_lines(reading)
    yield from learning_lines(reading)
    yield from mirror_lines(reading)
    yield from advice_lines(reading)
    yield Line(part="bron", text=reading.edition.file.attribution)
    yield Line(part="bron", text=reading.edition.file.disclaimer)


def _about(result: ResultContext) -> Iterator[Line]:
    document = result.reading.record.result
    for label, text in result.scope:
        yield Line(part="scan", name=label, text=text)
    yield Line(part="scan", name="Editie", text=document.edition)
    yield Line(part="scan", name="Methode", text=document.method)
    if document.ambition:
        label = result.reading.model(document.ambition).label
        yield Line(part="scan", code="ambitie", name="Ambitie", value=float(document.ambition), text=label)
    if result.version:
        yield Line(part="scan", name="Versie", value=float(result.version.number))
