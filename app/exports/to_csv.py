"""A result as one long table for a spreadsheet: a number per line, as finely as it may be read.

It is made for a spreadsheet in Dutch: semicolons between cells, a comma in a number, and a byte order mark, so that
Excel opens it with the right letters. A text that a spreadsheet would take for a formula gets an apostrophe before it.
A cell is empty where there is no such number; what may not be shown is not in the table (`docs/formats.md`).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from app.exports.lines_of_scales import advice_lines, continuum_lines, learning_lines
from app.exports.lines_of_windows import mirror_lines, window_lines
from app.exports.table import HEADINGS, Line, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.results.context import ResultContext

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def result_csv(result: ResultContext) -> bytes:
    """The table of a result."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(list(cells(line)) for line in _lines(result))
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


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
