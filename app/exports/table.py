"""One line of the table, and how a cell is written."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from app.web.formatting import rounded
from app.web.spreadsheet import text_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

DECIMALS = 2


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


def number_cell(value: float | None) -> str:
    """A number with a comma and at most two decimals, without points between thousands.

    >>> number_cell(41.256), number_cell(3), number_cell(-0.5), number_cell(None)
    ('41,26', '3', '-0,5', '')
    """
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return f"{rounded(value, DECIMALS):f}".rstrip("0").rstrip(".").replace(".", ",")
