"""Tables for a spreadsheet in Dutch: semicolons between cells, and a mark by which Excel finds the right letters.

A text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from app.web.formatting import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
CSV = "text/csv; charset=utf-8"
DECIMALS = 2
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as a file; its cells are as `text_cell` and the like made them."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


def text_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> text_cell("Op Koers"), text_cell("=1+1"), text_cell("  @SUM(A1)")
    ('Op Koers', "'=1+1", "'  @SUM(A1)")
    """
    is_formula = text.startswith(STARTS_A_FORMULA) or text.lstrip().startswith(STARTS_A_FORMULA)
    return f"'{text}" if is_formula else text


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
