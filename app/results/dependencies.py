"""The result at an address, for a route: opened, or refused."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated

from fastapi import Depends, Path, Request

from app.accounts.dependencies import MaybeAsker, sign_in_first
from app.db import ReadSession
from app.results.context import ResultContext
from app.results.noting import note_reading
from app.results.service import open_result
from app.results.voices import released_voices
from app.store.house_styles import find_house_style_of_scan
from app.web.dependencies import AllEditions
from app.web.errors import not_found
from app.web.house.wearing import wear

LATEST, EARLIER = "/scans/{scan_id}", "/scans/{scan_id}/versies/{version:int}"
"""Below which addresses every page of a result stands: the latest version, and each version by its number."""
MOST_VERSIONS = 100_000
"""No result has so many; a larger number in an address is not asked of the database."""


def _result(
    request: Request,
    session: ReadSession,
    editions: AllEditions,
    asker: MaybeAsker,
    scan_id: Annotated[str, Path(pattern="^[0-9A-Za-z-]{1,100}$")],
) -> ResultContext:
    version: int | None = request.path_params.get("version")
    if version is not None and version > MOST_VERSIONS:
        raise not_found()
    result = open_result(session, editions, asker, scan_id, version, stranger=partial(sign_in_first, request))
    if not result.is_example:
        wear(request, find_house_style_of_scan(session, scan_id))
        note_reading(request.app.state.engine, session, asker, scan_id)
    return result


OpenResult = Annotated[ResultContext, Depends(_result)]
"""The result at this address as far as the asker may read it; otherwise the page that says why not."""


def _with_voices(session: ReadSession, result: OpenResult, scan_id: str) -> ResultContext:
    return replace(result, voices=released_voices(session, result.reading, scan_id))


ResultWithVoices = Annotated[ResultContext, Depends(_with_voices)]
"""The same, with what people wrote and the moderator released."""
