"""The course between two measurements as a table for a spreadsheet in Dutch: a line per difference."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from app.exports.course_lines import Difference, differences
from app.web.spreadsheet import csv_table, number_cell, text_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from questionnaires import Edition

HEADINGS = (
    "onderdeel", "venster", "code", "naam", "oud", "nieuw", "verschil", "marge", "oordeel", "n_oud", "n_nieuw", "tekst",
)  # fmt: skip
"""The columns, in the order of the fields of a difference."""


def course_csv(old: Mapping[str, Any], new: Mapping[str, Any], course: Mapping[str, Any], edition: Edition) -> bytes:
    """The table of the course between two result documents, with its edition and its source (`docs/formats.md`)."""
    return course_table(differences(old, new, course, edition), edition)


def course_table(lines: Iterable[Difference], edition: Edition) -> bytes:
    """These differences as a table, with the edition and its source."""
    return csv_table(HEADINGS, (list(_cells(line)) for line in (*lines, *_about(edition))))


def _about(edition: Edition) -> Iterator[Difference]:
    yield Difference(kind="bron", name="Editie", text=edition.id)
    yield Difference(kind="bron", text=edition.file.attribution)
    yield Difference(kind="bron", text=edition.file.disclaimer)


def _cells(line: Difference) -> Iterator[str]:
    for field in fields(line):
        value = getattr(line, field.name)
        yield text_cell(value) if isinstance(value, str) else number_cell(value)
