"""The pair of results that is compared: as they were kept, as finely as others may read them.

A result of an earlier edition is read as if it had been made with the later one, as far as that says it may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.comparison.course.document import CourseDocument
from app.results.reading import Reading
from app.results.record import read_record
from scoring import course_of

if TYPE_CHECKING:
    from questionnaires import Edition


def under(reading: Reading, edition: Edition) -> Reading | None:
    """A result as if it had been made with this edition; `None` where nothing of it can be compared with that."""
    if reading.edition.id == edition.id:
        return reading
    moved = edition.as_own(_kept(reading))
    return None if moved is None else Reading(read_record(moved), edition, reading.off)


def compare(then: Reading, now: Reading) -> CourseDocument:
    """What changed from one result to another, both of one edition."""
    return CourseDocument.model_validate(course_of(now.edition.instrument, _kept(then), _kept(now)))


def _kept(reading: Reading) -> dict[str, Any]:
    return reading.record.model_dump(mode="json", by_alias=True)
