"""What people wrote and the moderator released, as a table for a spreadsheet; written like that of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results.voices import one_by_one
from app.web.spreadsheet import csv_table, text_cell

if TYPE_CHECKING:
    from app.results.context import ResultContext

HEADINGS = ("venster", "code", "onderwerp", "opmerking")


def voices_csv(result: ResultContext) -> bytes:
    """A line per comment: its window, its subject and its text. The order within a subject says nothing."""
    voices = one_by_one(result.reading, result.voices)
    return csv_table(HEADINGS, ((one.window, one.subject, text_cell(one.name), text_cell(one.text)) for one in voices))
