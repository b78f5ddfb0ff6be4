"""What changed between two scans of a collaboration: the document of the pages, with the names of the formats."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from app.api.dependencies import MAY_BE_ANYBODY, MaybeTokenAsker, ScanId
from app.api.problems import may_answer
from app.comparison.course.given import WholeCourse, whole_course
from app.comparison.course.service import open_course
from app.db import ReadSession
from app.results.noting import note_reading
from app.web.dependencies import AllEditions

router = APIRouter(prefix="/scans/{id}", tags=["Uitslagen"], responses=may_answer(409))

EarlierScan = Annotated[
    str | None, Query(description="De eerdere scan van dezelfde samenwerking. Zonder: de scan vlak voor deze.")
]


@router.get(
    "/verloop",
    summary="Toen en nu",
    description=(
        "In het uitwisselformaat: wat er veranderde sinds een eerdere gesloten scan, met bij elk verschil de marge en "
        "het oordeel. Van een voorbeeld voor iedereen, anders met een token."
    ),
    openapi_extra=MAY_BE_ANYBODY,
)
def get_verloop(
    request: Request,
    session: ReadSession,
    editions: AllEditions,
    asker: MaybeTokenAsker,
    scan_id: ScanId,
    met: EarlierScan = None,
) -> WholeCourse:
    """What changed since an earlier scan."""
    course = open_course(session, editions, asker, scan_id, [met] if met else ())
    given = whole_course(course)
    for side in (course.now, course.then):
        note_reading(request.app.state.engine, session, asker, side.scan.id)
    return given
