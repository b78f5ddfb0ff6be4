"""The comparison at an address, for a route: opened and noted, or refused."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import Depends, Path, Query, Request

from app.accounts.dependencies import MaybeAsker, sign_in_first
from app.comparison.course.service import Course, open_course
from app.db import ReadSession
from app.results.noting import note_reading
from app.store.house_styles import find_house_style_of_scan
from app.web.dependencies import AllEditions
from app.web.house.wearing import wear

Chosen = Annotated[list[str] | None, Query()]
"""The earlier scans that somebody chose to compare with; an empty one is none."""


def _course(
    request: Request,
    session: ReadSession,
    editions: AllEditions,
    asker: MaybeAsker,
    scan_id: Annotated[str, Path(pattern="^[0-9A-Za-z-]{1,100}$")],
    met: Chosen = None,
) -> Course:
    course = open_course(session, editions, asker, scan_id, met or (), stranger=partial(sign_in_first, request))
    if not course.now.result.is_example:
        wear(request, find_house_style_of_scan(session, scan_id))
    for side in (course.now, *course.earlier):
        if not side.result.is_example:
            note_reading(request.app.state.engine, session, asker, side.scan.id)
    return course


OpenCourse = Annotated[Course, Depends(_course)]
"""The comparison at this address as far as the asker may read every scan in it; otherwise what says why not."""
