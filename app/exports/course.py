"""What changed between two scans in another form: for programs, and as a table with one line per difference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.comparison.course.given import whole_course
from app.exports.course_lines import Difference, differences
from app.exports.course_to_csv import course_table
from app.web.spreadsheet import CSV

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.comparison.course.given import WholeCourse
    from app.comparison.course.service import Course

BETWEEN_WINDOWS = ("verschil", "congruentie")
"""The kinds of difference that two or more windows make together."""


@dataclass(frozen=True, slots=True)
class CourseFormat:
    """A form: its type on the web, and what writes it."""

    media_type: str
    write: Callable[[Course], bytes]


def course_json(course: Course) -> bytes:
    """The document of `docs/formats.md` with what it is about. Raises `Refusal` where nothing can be compared."""
    return whole_course(course).model_dump_json(indent=1).encode()


def course_csv(course: Course) -> bytes:
    """One line per difference, after those that say what is compared. Raises `Refusal` where nothing can be."""
    given = whole_course(course)
    lines = (*_about(given), *(_with_people(line, course) for line in _changed(course, given)))
    return course_table(lines, course.now.reading.edition)


def _about(given: WholeCourse) -> Iterator[Difference]:
    about = given.about
    yield Difference(kind="scan", name="Samenwerking", text=f"{about.collaboration}, {about.municipality}")
    for name, scan in (("Toen", about.old), ("Nu", about.new)):
        yield Difference(kind="scan", code=scan.scan, name=name, text=f"{scan.name}, {scan.period}")


def _changed(course: Course, given: WholeCourse) -> Iterator[Difference]:
    """Every difference; nothing of a window that is not shown both then and now."""
    old, new = (one.record.result.model_dump(mode="json", by_alias=True) for one in (course.before, course.now.reading))
    hidden = [one for one in course.now.reading.windows if not course.shows(one)]
    document = given.model_dump(mode="json", exclude={"about"})
    for line in differences(old, new, document, course.now.reading.edition):
        if line.window not in hidden:
            yield line


def _with_people(line: Difference, course: Course) -> Difference:
    """A difference between windows with how many answered it, in these windows together."""
    if line.kind not in BETWEEN_WINDOWS:
        return line
    then, now = _people(course, line)
    return replace(line, old_n=then, new_n=now)


def _people(course: Course, line: Difference) -> tuple[int, int]:
    then, now = course.before, course.now.reading
    windows = [one for one in now.windows if one in line.window.split("-")]
    if line.kind == "verschil":
        return sum(then.answers(line.code, one) for one in windows), sum(now.answers(line.code, one) for one in windows)
    behind = windows or (["professional"] if line.code == "horizontal" else list(now.windows))
    return then.usable(behind), now.usable(behind)


COURSE_FORMATS = {
    "json": CourseFormat("application/json", course_json),
    "csv": CourseFormat(CSV, course_csv),
}
"""Every form by the ending of its file name."""
