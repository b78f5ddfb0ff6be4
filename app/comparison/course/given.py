"""What changed, as it is given to programs: the document with what it is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.comparison.course.document import CourseDocument
from app.results.record import Frozen
from app.web.errors import Refusal
from app.web.page import Link

if TYPE_CHECKING:
    from app.comparison.course.service import Course, Side


class AboutScan(Frozen):
    """One of the two scans; `version` is that of its result."""

    scan: str
    name: str
    purpose: str
    period: str
    closed_on: date | None
    version: int | None
    ambition: int | None


class About(Frozen):
    """What is compared, and where it comes from."""

    municipality: str
    collaboration: str
    old: AboutScan
    new: AboutScan
    edition: str
    method: str
    attribution: str
    disclaimer: str


class WholeCourse(CourseDocument):
    """Everything that changed between two scans, with what it is about."""

    about: About


def whole_course(course: Course) -> WholeCourse:
    """What changed, with what it is about. Raises `Refusal` (409) where the editions cannot be compared."""
    document = course.document
    if document is None:
        raise _not_comparable(course)
    return WholeCourse(**dict(document), about=about(course))


def about(course: Course) -> About:
    """What is compared."""
    reading = course.now.reading
    return About(
        municipality=course.municipality,
        collaboration=course.now.result.name,
        old=_scan(course.then),
        new=_scan(course.now),
        edition=reading.edition.id,
        method=reading.record.result.method,
        attribution=reading.edition.file.attribution,
        disclaimer=reading.edition.file.disclaimer,
    )


def _scan(side: Side) -> AboutScan:
    version = side.result.version
    return AboutScan(
        scan=side.scan.id,
        name=side.scan.name,
        purpose=side.scan.purpose,
        period=side.scan.period,
        closed_on=side.scan.closed_on,
        version=version.number if version else None,
        ambition=side.reading.record.result.ambition,
    )


def _not_comparable(course: Course) -> Refusal:
    return Refusal(
        409,
        title="Deze scans zijn niet te vergelijken",
        explanation="Ze zijn gemaakt met edities van de vragenlijst die niet hetzelfde meten.",
        advice="Lees de twee uitslagen los van elkaar.",
        way=Link("Naar toen en nu", course.link()),
    )
