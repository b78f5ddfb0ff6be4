"""Every result that somebody may read, by municipality and collaboration."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app.collaborations.earlier import course_of_scan
from app.results import story
from app.results.reading import Reading
from app.results.record import read_record
from app.store.results import latest_results
from app.web.formatting import date_in_words
from app.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.db import Session
    from app.models import Result, Scan
    from app.store.scans import ScanInContext
    from questionnaires import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfResult:
    """One result: what was measured, when that was closed, and how it came out in one sentence.

    `course` is where it is compared with an earlier one, empty where there is none.
    """

    name: str
    href: str
    closed: str
    outcome: str
    course: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfCollaboration:
    """The results of one collaboration, the newest first."""

    name: str
    target_group: str
    results: tuple[ShelfResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfMunicipality:
    """The collaborations of one municipality."""

    name: str
    collaborations: tuple[ShelfCollaboration, ...]


@dataclass(frozen=True, kw_only=True)
class ShelfPage(Page):
    """Every result that somebody may read."""

    municipalities: tuple[ShelfMunicipality, ...]


def build_shelf(session: Session, found: Sequence[ScanInContext], editions: Mapping[str, Edition]) -> ShelfPage:
    """The results of these scans, which come the newest first; of a scan without one nothing is said."""
    latest = latest_results(session, [one.scan.id for one in found])
    known = [one for one in found if one.scan.id in latest and latest[one.scan.id].edition in editions]
    by_place = sorted(known, key=lambda one: (one.municipality.name, one.collaboration.name))
    return ShelfPage(
        title="Uitslagen",
        section="uitslagen",
        municipalities=tuple(
            ShelfMunicipality(name=name, collaborations=tuple(_collaborations(group, latest, editions)))
            for name, group in groupby(by_place, key=lambda one: one.municipality.name)
        ),
    )


def _collaborations(
    found: Iterable[ScanInContext], latest: Mapping[str, Result], editions: Mapping[str, Edition]
) -> Iterable[ShelfCollaboration]:
    for _, group in groupby(found, key=lambda one: one.scan.collaboration_id):
        scans = list(group)
        yield ShelfCollaboration(
            name=scans[0].collaboration.name,
            target_group=scans[0].collaboration.target_group,
            results=tuple(
                _result(one, latest[one.scan.id], editions, [other.scan for other in scans]) for one in scans
            ),
        )


def _result(
    one: ScanInContext, result: Result, editions: Mapping[str, Edition], of_collaboration: Sequence[Scan]
) -> ShelfResult:
    reading = Reading(read_record(result.record), editions[result.edition])
    return ShelfResult(
        name=f"{one.scan.name}, {one.scan.period}",
        href=f"/scans/{one.scan.id}",
        closed=f"gesloten op {date_in_words(one.scan.closed_on)}" if one.scan.closed_on else "",
        outcome=story.headline(reading),
        course=course_of_scan(one.scan, of_collaboration),
    )
