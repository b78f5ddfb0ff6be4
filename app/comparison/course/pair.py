"""The pair of results that is compared: as they were kept, as finely as others may read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.course.document import CourseDocument
from scoring import course_of

if TYPE_CHECKING:
    from app.results.reading import Reading


def compare(then: Reading, now: Reading) -> CourseDocument | None:
    """What changed from one result to another; `None` where their editions do not measure the same."""
    if then.edition.id != now.edition.id:
        return None
    old, new = (one.record.model_dump(mode="json", by_alias=True) for one in (then, now))
    return CourseDocument.model_validate(course_of(now.edition.instrument, old, new))
