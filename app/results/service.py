"""Which result somebody may read, and the page that goes with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.accounts.access import manages, may_read
from app.collaborations.earlier import course_address
from app.results.context import ResultContext, Version, sentence_about
from app.results.reading import Reading
from app.results.record import read_record
from app.store.results import find_result, list_versions
from app.store.scans import find_scan, list_windows
from app.web.errors import Refusal, not_found
from app.web.formatting import date_in_words
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import Result, Scan
    from app.store.scans import ScanInContext
    from questionnaires import Edition

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def open_result(
    session: Session,
    editions: Mapping[str, Edition],
    asker: Asker | None,
    scan_id: str,
    version: int | None = None,
    *,
    stranger: Callable[[], Refusal] = not_found,
) -> ResultContext:
    """A version of the result of a scan, the latest when none is named, with the edition that it was scored with.

    Raises `Refusal`: 404 for what does not exist and for what the asker may not read, which look the same; 409 for a
    scan that the asker manages and that is not closed yet. `stranger` is what somebody unknown is told of either.
    """
    found = find_scan(session, scan_id)
    if found is None or not may_read(asker, found):
        raise stranger() if asker is None else not_found()
    result = find_result(session, scan_id, version)
    if result is None and found.scan.closed_on is None and manages(asker, found):
        raise _not_closed_yet(found.scan)
    if result is None or result.edition not in editions:
        raise not_found()
    reading = _read(session, editions[result.edition], result)
    context = _context(found, reading, _versions(session, scan_id), result, version, manages=manages(asker, found))
    return replace(context, course=course_address(session, found.scan))


def latest_reading(session: Session, editions: Mapping[str, Edition], scan_id: str) -> Reading | None:
    """The latest result of a scan as it is read, whoever asks; None where there is none."""
    result = find_result(session, scan_id)
    return _read(session, editions[result.edition], result) if result and result.edition in editions else None


def _read(session: Session, edition: Edition, result: Result) -> Reading:
    off = {window.window for window in list_windows(session, result.scan_id) if not window.is_on}
    return Reading(read_record(result.record), edition, frozenset(name for name in edition.windows if name in off))


def _not_closed_yet(scan: Scan) -> Refusal:
    """409: what is asked for conflicts with the state of the scan, and who asks can change that state.

    It is no 404, because the asker may know that the scan is there; and no 200, because a program that asks for the
    result must not take this page for one.
    """
    return Refusal(
        409,
        title="De uitslag komt na het sluiten",
        explanation=f"De scan ‘{scan.name}’ is nog open. Tot het sluiten is er niets van de antwoorden te zien.",
        advice="Sluit u de scan, dan wordt de uitslag berekend en staat die hier.",
        way=Link("Naar het beheer van deze scan", f"/scans/{scan.id}/beheer"),
    )


def _versions(session: Session, scan_id: str) -> tuple[Version, ...]:
    return tuple(
        Version(number, ambition, reason, day_in_amsterdam(moment))
        for number, ambition, reason, moment in list_versions(session, scan_id)
    )


def day_in_amsterdam(moment: datetime) -> date:
    """The day of a moment as it is stored, in universal time."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(AMSTERDAM).date()


def _context(
    found: ScanInContext,
    reading: Reading,
    versions: tuple[Version, ...],
    result: Result,
    asked_for: int | None,
    *,
    manages: bool,
) -> ResultContext:
    scan, collaboration, municipality = found.scan, found.collaboration, found.municipality
    root = f"/scans/{scan.id}"
    closed = f"gesloten op {date_in_words(scan.closed_on)}" if scan.closed_on else ""
    purpose = "" if scan.purpose.casefold() in scan.name.casefold() else scan.purpose
    in_short = purpose.partition(" (")[0]  # what stands in brackets is in the scope below
    about = (f"gemeente {municipality.name}", collaboration.name, scan.name, in_short, scan.period, closed)
    return ResultContext(
        reading=reading,
        about=sentence_about(about),
        name=collaboration.name,
        scope=(
            ("Samenwerking", f"{collaboration.name}, {municipality.name}"),
            ("Voor wie", scan.target_group or collaboration.target_group),
            ("Partners", scan.partners or collaboration.partners),
            ("Meting", f"{scan.name}, {purpose}" if purpose else scan.name),
            ("Periode", scan.period),
            *((("Gesloten op", date_in_words(scan.closed_on)),) if scan.closed_on else ()),
        ),
        versions=versions,
        version=next(one for one in versions if one.number == result.version),
        address=root if asked_for is None else f"{root}/versies/{asked_for}",
        root=root,
        desk=f"{root}/beheer" if manages else None,
        trail=_trail(found) if manages else _trail_of_reader(found),
        is_example=scan.is_example,
    )


def _trail_of_reader(found: ScanInContext) -> tuple[Link, ...]:
    """The way from home for who only reads; an example is found on the home page."""
    shelf = () if found.scan.is_example else (Link("Uitslagen", "/uitslagen"),)
    return (*shelf, Link(found.collaboration.name, f"/scans/{found.scan.id}"))


def _trail(found: ScanInContext) -> tuple[Link, ...]:
    """The way from home to the result, for who manages its scan."""
    collaboration = found.collaboration
    return (
        Link("Samenwerkingen", "/samenwerkingen"),
        Link(collaboration.name, f"/samenwerkingen/{collaboration.id}"),
        Link(f"Uitslag {found.scan.name}", f"/scans/{found.scan.id}"),
    )
