"""The result to take along, in every form that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Request, Response

from app.accounts.dependencies import MaybeAsker
from app.collaborations.earlier import COURSE
from app.comparison.course.dependencies import OpenCourse
from app.exports.course import COURSE_FORMATS
from app.exports.formats import FORMATS
from app.exports.voices_csv import voices_csv
from app.results.dependencies import EARLIER, LATEST, OpenResult, ResultWithVoices
from app.results.noting import note_export
from app.web.files import file_response, plain_name

if TYPE_CHECKING:
    from app.results.context import ResultContext

files = APIRouter()


@files.get("/uitslag.{ending}")
def get_file(request: Request, result: OpenResult, asker: MaybeAsker, scan_id: str, ending: str) -> Response:
    """The result as a file."""
    form = FORMATS.get(ending)
    if form is None:
        raise HTTPException(404)
    note_export(request.app.state.engine, asker, scan_id, ending)
    return file_response(form.write(result), f"{file_name(result)}.{ending}", form.media_type)


def file_name(result: ResultContext, what: str = "uitslag") -> str:
    """The name of a file after the scan: only letters, figures and dashes, so that every computer takes it."""
    named = "-".join((what, *result.about[:3]))
    if result.address != result.root and result.version:
        named += f"-versie-{result.version.number}"
    return plain_name(named)


router = APIRouter()
router.include_router(files, prefix=LATEST)
router.include_router(files, prefix=EARLIER)


@router.get(f"{LATEST}/opmerkingen.csv")
def get_voices(request: Request, result: ResultWithVoices, asker: MaybeAsker, scan_id: str) -> Response:
    """What people wrote and the moderator released; it is the same for every version of a result."""
    note_export(request.app.state.engine, asker, scan_id, "opmerkingen")
    return file_response(voices_csv(result), f"{file_name(result, 'opmerkingen')}.csv", FORMATS["csv"].media_type)


@router.get(f"{LATEST}/{COURSE}.{{ending}}")
def get_course_file(request: Request, course: OpenCourse, asker: MaybeAsker, scan_id: str, ending: str) -> Response:
    """What changed since an earlier scan as a file."""
    form = COURSE_FORMATS.get(ending)
    if form is None:
        raise HTTPException(404)
    content = form.write(course)
    note_export(request.app.state.engine, asker, scan_id, f"toen en nu, {ending}")
    return file_response(content, f"{file_name(course.now.result, 'toen en nu')}.{ending}", form.media_type)
