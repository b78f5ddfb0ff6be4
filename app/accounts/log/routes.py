"""The addresses of the log."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from app.accounts.dependencies import Administrator, Coordinator
from app.accounts.log.page import installation_log, log_csv, municipality_log
from app.db import ReadSession
from app.models import LARGEST_ID, Municipality
from app.store.municipalities import find_municipality
from app.web.errors import not_found
from app.web.house.wearing import wear_that_of
from app.web.rendering import render
from app.web.spreadsheet import CSV

router = APIRouter()

TEMPLATE = "accounts/log.html"
Before = Annotated[int | None, Query(alias="voor", ge=1, le=LARGEST_ID)]


def _municipality(
    request: Request, session: ReadSession, asker: Coordinator, code: Annotated[str, Path(max_length=6)]
) -> Municipality:
    found = find_municipality(session, code)
    if found is None or not asker.may_manage(code):
        raise not_found()
    wear_that_of(request, session, found)
    return found


OwnMunicipality = Annotated[Municipality, Depends(_municipality)]
"""The municipality at this address, for who manages it; what does not exist or is not theirs answers 404."""


@router.get("/gemeenten/{code}/logboek")
def get_log(request: Request, session: ReadSession, municipality: OwnMunicipality, before: Before = None) -> Response:
    """What was done in a municipality."""
    return render(request, TEMPLATE, municipality_log(session, municipality, before))


@router.get("/gemeenten/{code}/logboek.csv")
def get_log_file(session: ReadSession, municipality: OwnMunicipality) -> Response:
    """The same as a file, all of it."""
    return _file(log_csv(session, municipality.code), f"logboek-{municipality.code.lower()}")


@router.get("/beheer/logboek")
def get_whole_log(request: Request, session: ReadSession, _asker: Administrator, before: Before = None) -> Response:
    """What was done everywhere."""
    return render(request, TEMPLATE, installation_log(session, before))


@router.get("/beheer/logboek.csv")
def get_whole_log_file(session: ReadSession, _asker: Administrator) -> Response:
    """The same as a file, all of it."""
    return _file(log_csv(session, None), "logboek")


def _file(content: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "Cache-Control": "no-store"}
    return Response(content, headers=headers, media_type=CSV)
