"""One line of the table, and how a cell is written."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from app.web.spreadsheet import number_cell, text_cell

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One number of a result. `part` says what kind it is, `code` which one, and `low` and `high` are its margin."""

    part: str
    window: str = ""
    code: str = ""
    name: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    unknown: int | None = None
    status: str = ""
    text: str = ""


HEADINGS = ("onderdeel", "venster", "code", "naam", "waarde", "laag", "hoog", "n", "weet_ik_niet", "stand", "tekst")
"""The columns, in the order of the fields of a line."""


def cells(line: Line) -> Iterator[str]:
    """A line as the cells of a spreadsheet."""
    for field in fields(line):
        value = getattr(line, field.name)
        yield text_cell(value) if isinstance(value, str) else number_cell(value)
