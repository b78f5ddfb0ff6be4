"""What changed between two scans in another form: for programs, and as a table with one line per difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.comparison.course.given import whole_course
from app.exports.course_lines import HEADINGS, cells, course_lines
from app.web.spreadsheet import CSV, csv_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.comparison.course.service import Course


@dataclass(frozen=True, slots=True)
class CourseFormat:
    """A form: its type on the web, and what writes it."""

    media_type: str
    write: Callable[[Course], bytes]


def course_json(course: Course) -> bytes:
    """The document of `docs/formats.md` with what it is about. Raises `Refusal` where nothing can be compared."""
    return whole_course(course).model_dump_json(indent=1).encode()


def course_csv(course: Course) -> bytes:
    """One line per difference. Raises `Refusal` where nothing can be compared."""
    return csv_table(HEADINGS, (list(cells(line)) for line in course_lines(course, whole_course(course))))


COURSE_FORMATS = {
    "json": CourseFormat("application/json", course_json),
    "csv": CourseFormat(CSV, course_csv),
}
"""Every form by the ending of its file name."""
