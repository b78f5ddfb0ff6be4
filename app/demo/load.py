"""Putting the example municipalities into the database, through the same doors as everything else."""

from __future__ import annotations

from datetime import UTC, datetime, time
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from app.demo.comments import COMMENTS
from app.demo.documents import demo_documents
from app.demo.scans import AMBITION_REASON, SCANS, TARGET_GROUP, ExampleScan, Place
from app.models import Collaboration, Result, Scan, ScanWindow
from app.store import collaborations, comments, municipalities, results, scans
from scoring import MINIMUM_DEFAULT, frozen_record, read_scan, result_outline, score_scan

if TYPE_CHECKING:
    from app.db import Session
    from questionnaires import Edition


def load_demo(session: Session, edition: Edition) -> None:
    """Add the three municipalities of the report with two scans each; what is there already stays as it is.

    Where this version of the program or of the content gives an example another result, that is added as a new version.
    """
    documents = demo_documents(edition)
    _say_sizes(session)
    for scan in SCANS:
        if scans.find_scan(session, scan.id) is None:
            _add_scan(session, edition, scan)
        if not scans.list_windows(session, scan.id):
            _add_windows(session, edition, scan)
        record, latest = demo_record(edition, documents[scan.id]), results.find_result(session, scan.id)
        if latest is None or latest.record != record:
            _add_result(session, scan, record, version=latest.version + 1 if latest else 1)


def _say_sizes(session: Session) -> None:
    """Give each example municipality its size, unless somebody chose one."""
    for place in {scan.place for scan in SCANS}:
        municipality = municipalities.find_municipality(session, place.code)
        if municipality is not None and municipality.size_class is None:
            municipality.size_class = place.size_class
    session.flush()


def demo_record(edition: Edition, document: dict[str, Any]) -> dict[str, Any]:
    """The frozen record of an input document: its result, and the insight beside it."""
    scan = read_scan(document, edition.instrument)
    return frozen_record(score_scan(edition.instrument, scan.responses, scan.minimum, scan.ambition))


def _add_scan(session: Session, edition: Edition, scan: ExampleScan) -> None:
    phase = scan.phase
    scans.add_scan(
        session,
        Scan(
            id=scan.id,
            collaboration_id=_collaboration_id(session, scan.place),
            name=phase.name,
            purpose=phase.purpose,
            period=phase.period,
            edition=edition.id,
            closed_on=phase.closed_on,
            position=phase.position,
            target_group=TARGET_GROUP,
            partners=scan.place.partners,
            is_example=True,
        ),
    )


def _add_windows(session: Session, edition: Edition, scan: ExampleScan) -> None:
    """The windows, and what was written in them. A code has no B, so nothing that is typed opens them."""
    windows = (
        ScanWindow(
            scan_id=scan.id,
            window=order.id,
            minimum=MINIMUM_DEFAULT[order.id],
            ref=_unreachable(scan.id, order.id),
            code=_unreachable(scan.id, order.id),
        )
        for order in edition.file.windows
    )
    scans.add_windows(session, list(windows))
    comments.add_comments(session, [one.of(scan.id) for one in COMMENTS[scan.id]])


def _unreachable(scan_id: str, window: str) -> str:
    return f"vb{sha256(f'{scan_id} {window}'.encode()).hexdigest()[:10]}"


def _add_result(session: Session, scan: ExampleScan, record: dict[str, Any], version: int) -> None:
    results.add_result(
        session,
        Result(
            scan_id=scan.id,
            version=version,
            ambition=record["result"]["ambition"],
            ambition_reason=AMBITION_REASON,
            edition=record["result"]["edition"],
            method=record["result"]["method"],
            record=record,
            outline=result_outline(record["result"]),
            created_at=datetime.combine(scan.phase.closed_on, time(12), UTC),
        ),
    )


def _collaboration_id(session: Session, place: Place) -> int:
    found = collaborations.find_collaboration(session, place.code, place.collaboration)
    if found is None:
        found = collaborations.add_collaboration(
            session,
            Collaboration(
                municipality_code=place.code,
                name=place.collaboration,
                target_group=TARGET_GROUP,
                partners=place.partners,
                kind=place.kind,
                is_example=True,
            ),
        )
    assert found.id is not None  # the store has sent it to the database
    return found.id
