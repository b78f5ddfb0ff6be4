"""Small builders for then and now: real answers, really scored, as two scans beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from fastapi import FastAPI

from app import models
from app.closing.ambition import set_ambition
from app.closing.service import close_scan
from app.comparison.course.service import Course, Place, Side
from app.db import begin_writing
from app.models import Scan
from scoring import Response
from tests.app.results.builders import context, reading
from tests.app.scans import SetUp, add_scan

DAYS = tuple(date(year, 6, 30) for year in (2023, 2024, 2025, 2026))


def side(
    name: str,
    responses: Sequence[Response],
    *,
    ambition: int | None = None,
    minimum: Mapping[str, int] | None = None,
    **about: Any,
) -> Side:
    """A scan with these answers, on its way to a comparison."""
    found = context(reading(responses, ambition=ambition, minimum=minimum))
    place = f"/scans/{name}"
    scan = Scan(
        **{
            "id": name,
            "collaboration_id": 1,
            "name": name,
            "purpose": "nulmeting",
            "period": "2026",
            "edition": found.reading.edition.id,
            "position": 1,
        }
        | about
    )
    return Side(scan, name, replace(found, address=place, root=place, course=f"{place}/verloop"))


def course(then: Side, now: Side, third: Side | None = None) -> Course:
    """Two scans beside each other, and perhaps a third."""
    sides = [one for one in (third, then, now) if one]
    places = []
    for one in sides:
        found = one.reading.record.result.continuum
        places.append(Place(one.name, found.position, found.low, found.high))
    offered = tuple((one.scan.id, one.name) for one in sides[:-1])
    return Course("Houten", now, then, third, tuple(places), offered)


def add_closed(app: FastAPI, *answers: Sequence[Response], ambition: int | None = None, **about: Any) -> list[SetUp]:
    """Add a closed scan of one samenwerking for each of these groups of answers, from first to last."""
    found: list[SetUp] = []
    for number, responses in enumerate(answers):
        with begin_writing(app.state.engine) as session:
            set_up = add_scan(
                session,
                collaboration=found[0].collaboration if found else None,
                **{"position": number + 1, "name": f"Scan {number + 1}"} | about,
            )
            add_answers(session, set_up, responses)
            close_scan(session, app.state.editions, set_up.scan.id, DAYS[number])
            if ambition:
                set_ambition(session, set_up.scan.id, ambition, "Dat past bij onze inwoners.", app.state.now())
            session.expunge_all()
        found.append(set_up)
    return found


def add_answers(session: Any, set_up: SetUp, responses: Sequence[Response]) -> None:
    """Let these people answer a scan."""
    for number, one in enumerate(responses):
        key = f"{set_up.scan.id}{number:016x}"[:32]
        session.add(
            models.Response(
                id=key,
                scan_id=set_up.scan.id,
                window=one.window,
                role=one.role,
                participants=one.participants,
                answers=dict(one.answers),
            )
        )
    session.flush()
