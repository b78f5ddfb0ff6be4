"""Which scans are laid beside each other, and whether the asker may read each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from app.collaborations.earlier import COURSE, closed_scans, scans_before
from app.collaborations.editions import comparability
from app.comparison.course.pair import compare, under
from app.results.service import open_result
from app.store.results import latest_outlines
from app.store.scans import find_scan
from app.web.errors import Refusal, not_found
from app.web.formatting import date_in_words
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.accounts.asker import Asker
    from app.collaborations.editions import EditionsPage
    from app.comparison.course.document import CourseDocument
    from app.db import Session
    from app.models import Scan
    from app.results.context import ResultContext
    from app.results.reading import Reading
    from app.results.record import WindowName
    from questionnaires import Edition

MOST_EARLIER = 2
MOST_ON_THE_LINE = 8


@dataclass(frozen=True)
class Side:
    """One scan in a comparison: its latest result, and what it is called among the scans of its samenwerking."""

    scan: Scan
    name: str
    result: ResultContext

    @property
    def reading(self) -> Reading:
        """The result as it is read."""
        return self.result.reading


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scan stood on the line of the edition that the comparison is in."""

    name: str
    position: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Course:
    """A scan (`now`) beside an earlier one (`then`), and perhaps a third that is only in the charts.

    `places` are all closed scans from first to last, at most eight; `offered` the earlier scans that can be chosen.
    """

    municipality: str
    now: Side
    then: Side
    third: Side | None
    places: tuple[Place, ...]
    offered: tuple[tuple[str, str], ...]

    @cached_property
    def document(self) -> CourseDocument | None:
        """What changed; `None` where the editions of the two scans cannot be compared."""
        return compare(self._before, self.now.reading) if self._before else None

    @property
    def before(self) -> Reading:
        """The result of then as it is compared: as if it had been made with the edition of now."""
        return self._before or self.then.reading

    @cached_property
    def _before(self) -> Reading | None:
        return under(self.then.reading, self.now.reading.edition)

    @cached_property
    def beside(self) -> Reading | None:
        """The result of the third scan in the same way; `None` without one, or where it cannot be compared."""
        return under(self.third.reading, self.now.reading.edition) if self.third else None

    @cached_property
    def editions(self) -> EditionsPage:
        """What can be compared between the editions of the two scans, in words."""
        then, now = self.then.reading.edition, self.now.reading.edition
        return comparability({then.id: then, now.id: now}, then.id, now.id)

    def shows(self, window: WindowName) -> bool:
        """Whether a window reached its minimum then as well as now."""
        return window in self.before.shown and window in self.now.reading.shown

    @property
    def earlier(self) -> tuple[Side, ...]:
        """The earlier scans that were chosen."""
        return (self.then, self.third) if self.third else (self.then,)

    @property
    def address(self) -> str:
        """Where this course is served, without what was chosen."""
        return f"{self.now.result.root}/{COURSE}"

    @property
    def query(self) -> str:
        """What was chosen, as it stands in an address."""
        return "?" + "&".join(f"met={one.scan.id}" for one in self.earlier)

    def link(self, part: str = "") -> str:
        """Where a part of this course is found, with the same choice."""
        return f"{self.address}{f'/{part}' if part else ''}{self.query}"


def open_course(
    session: Session,
    editions: Mapping[str, Edition],
    asker: Asker | None,
    scan_id: str,
    chosen: Sequence[str] = (),
    *,
    stranger: Callable[[], Refusal] = not_found,
) -> Course:
    """The course of a samenwerking up to a scan, beside the earlier scans that were chosen or else the one before it.

    Raises `Refusal`: 404 for whatever does not exist, may not be read, is not closed or belongs to another
    samenwerking, and also where nothing was measured before; 400 when more than two scans are chosen.
    """
    now = open_result(session, editions, asker, scan_id, stranger=stranger)
    found = find_scan(session, scan_id)
    if found is None:
        raise not_found()
    closed = closed_scans(session, found.scan)
    before = scans_before(found.scan, closed)
    offered = [one for one in before if one.archived_on is None]
    wanted = list(dict.fromkeys(one for one in chosen if one)) or [one.id for one in offered[-1:]]
    if len(wanted) > MOST_EARLIER:
        raise _too_many(scan_id)
    if not wanted:
        raise _nothing_before(now)
    names = names_of(closed)
    sides = []
    for one in wanted:
        scan = next((scan for scan in before if scan.id == one), None)
        if scan is None:
            raise not_found()
        sides.append(Side(scan, names[one], open_result(session, editions, asker, one, stranger=stranger)))
    return Course(
        municipality=found.municipality.name,
        now=Side(found.scan, names[scan_id], now),
        then=sides[0],
        third=sides[1] if len(sides) > 1 else None,
        places=_places(session, on_the_line(closed, found.scan, wanted), names, now.reading.edition),
        offered=tuple((one.id, names[one.id]) for one in reversed(offered)),
    )


def names_of(scans: Sequence[Scan]) -> dict[str, str]:
    """What each scan is called: by its name, with its period or its day of closing where others have the same."""
    found: dict[str, str] = {}
    for write in (_by_name, _by_period, _by_day):
        names = {scan.id: write(scan) for scan in scans}
        taken = list(names.values())
        found |= {one: name for one, name in names.items() if one not in found and taken.count(name) == 1}
    return {scan.id: found.get(scan.id, f"{_by_day(scan)} ({scan.position})") for scan in scans}


def _by_name(scan: Scan) -> str:
    return scan.name


def _by_period(scan: Scan) -> str:
    return f"{scan.name}, {scan.period}"


def _by_day(scan: Scan) -> str:
    return f"{scan.name}, {date_in_words(scan.closed_on)}" if scan.closed_on else scan.name


def on_the_line(closed: Sequence[Scan], now: Scan, wanted: Sequence[str]) -> list[Scan]:
    """The scans that are drawn: the last eight outside the archive, and always those that are compared."""
    always = {now.id, *wanted}
    others = [one for one in closed if one.archived_on is None and one.id not in always]
    drawn = always | {one.id for one in others[-(MOST_ON_THE_LINE - len(always)) :]}
    return [one for one in closed if one.id in drawn]


def _places(session: Session, scans: Sequence[Scan], names: Mapping[str, str], edition: Edition) -> tuple[Place, ...]:
    """Where each of these scans stood; one of which the edition cannot be compared is left out."""
    outlines = latest_outlines(session, [one.id for one in scans])
    return tuple(
        _place(names[one.id], outline)
        for one in scans
        if one.id in outlines and (outline := _outline(outlines[one.id], edition)) is not None
    )


def _outline(kept: tuple[str, Mapping[str, Any]], edition: Edition) -> Mapping[str, Any] | None:
    """An outline as if it had been made with this edition; what is no whole result has none."""
    made_with, outline = kept
    return edition.as_own(outline) if outline and made_with != edition.id else outline


def _place(name: str, outline: Mapping[str, Any]) -> Place:
    found = outline.get("continuum", {})
    return Place(name, found.get("position"), found.get("low"), found.get("high"))


def _too_many(scan_id: str) -> Refusal:
    return Refusal(
        400,
        title="Kies hooguit twee eerdere scans",
        explanation="Meer dan drie scans in één beeld zijn niet meer uit elkaar te houden.",
        advice="Kies een of twee eerdere scans om deze mee te vergelijken.",
        way=Link("Naar toen en nu", f"/scans/{scan_id}/{COURSE}"),
    )


def _nothing_before(now: ResultContext) -> Refusal:
    return Refusal(
        404,
        title="Er is nog geen eerdere scan",
        explanation="Van deze samenwerking is vóór deze scan niets gemeten. Er is dus geen toen om naast nu te leggen.",
        advice="Meet u later opnieuw, dan staat bij die scan wat er echt veranderde.",
        way=Link("Naar de uitslag van deze scan", now.link("overzicht")),
    )
