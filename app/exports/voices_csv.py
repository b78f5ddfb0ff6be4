"""What people wrote and the moderator released, as a table for a spreadsheet; written like that of a result."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from app.exports.table import text_cell
from app.exports.to_csv import BYTE_ORDER_MARK
from app.results.voices import one_by_one

if TYPE_CHECKING:
    from app.results.context import ResultContext

HEADINGS = ("venster", "code", "onderwerp", "opmerking")


def voices_csv(result: ResultContext) -> bytes:
    """A line per comment: its window, its subject and its text. The order within a subject says nothing."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for voice in one_by_one(result.reading, result.voices):
        writer.writerow((voice.window, voice.subject, text_cell(voice.name), text_cell(voice.text)))
    return (BYTE_ORDER_MARK + written.getvalue()).encode()
