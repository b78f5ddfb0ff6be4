"""The result to take along, in every form that there is."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Request, Response

from app.accounts.dependencies import MaybeAsker
from app.exports.formats import FORMATS
from app.results.dependencies import EARLIER, LATEST, OpenResult
from app.results.noting import note_export

if TYPE_CHECKING:
    from app.results.context import ResultContext

LONGEST_NAME = 100

files = APIRouter()


@files.get("/uitslag.{ending}")
def get_file(request: Request, result: OpenResult, asker: MaybeAsker, scan_id: str, ending: str) -> Response:
    """The result as a file."""
    form = FORMATS.get(ending)
    if form is None:
        raise HTTPException(404)
    note_export(request.app.state.engine, asker, scan_id, ending)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(result)}.{ending}"',
        "Cache-Control": "private, no-cache",
    }
    return Response(form.write(result), headers=headers, media_type=form.media_type)


def file_name(result: ResultContext) -> str:
    """The name of a file after the scan: only letters, figures and dashes, so that every computer takes it."""
    named = "-".join(("uitslag", *result.about[:3]))
    if result.address != result.root and result.version:
        named += f"-versie-{result.version.number}"
    plain = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].rstrip("-")


router = APIRouter()
router.include_router(files, prefix=LATEST)
router.include_router(files, prefix=EARLIER)
