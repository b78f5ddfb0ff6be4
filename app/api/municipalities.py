"""Municipalities, to find the code of one. They are no secret: no token is asked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from app.api.models import MUNICIPALITY_CODE, Given, Sent, may_be_empty
from app.db import ReadSession
from app.models import Municipality
from app.store.municipalities import find_municipality, list_municipalities
from app.web.errors import not_found
from app.web.size_classes import SIZE_CLASSES

router = APIRouter(prefix="/gemeenten", tags=["Gemeenten"])

FOR_AN_HOUR = "public, max-age=3600"
CLASSES = "; ".join(f"{number}: {words}" for number, words in SIZE_CLASSES.items())
MunicipalityCode = Annotated[str, Path(alias="code", pattern=MUNICIPALITY_CODE, description="De code van het CBS.")]


class Gemeente(Given):
    """A municipality."""

    code: str = Field(description="De code van het CBS, zoals `GM0321`.")
    naam: str
    provincie: str
    inwonersklasse: int | None = Field(description=f"{CLASSES}. `null`: niet opgegeven.")


class Gemeenten(Given):
    """Some municipalities."""

    gemeenten: list[Gemeente]


class GemeenteFilter(Sent):
    """Which municipalities somebody wants."""

    naam: str = may_be_empty(100, "Een deel van de naam, met of zonder hoofdletters.")
    provincie: str = may_be_empty(100, "De hele naam van de provincie.")


@router.get(
    "", summary="Gemeenten zoeken", description="Alle gemeenten, of die met dit in hun naam, op volgorde van naam."
)
def list_gemeenten(session: ReadSession, response: Response, wanted: Annotated[GemeenteFilter, Query()]) -> Gemeenten:
    """The municipalities that fit."""
    response.headers["Cache-Control"] = FOR_AN_HOUR
    name, province = wanted.naam.strip().casefold(), wanted.provincie.strip().casefold()
    return Gemeenten(
        gemeenten=[
            municipality_given(found)
            for found in list_municipalities(session)
            if name in found.name.casefold() and province in {"", found.province.casefold()}
        ]
    )


@router.get("/{code}", summary="Eén gemeente", description="De gemeente met deze code.")
def get_gemeente(session: ReadSession, response: Response, code: MunicipalityCode) -> Gemeente:
    """One municipality."""
    found = find_municipality(session, code)
    if found is None:
        raise not_found()
    response.headers["Cache-Control"] = FOR_AN_HOUR
    return municipality_given(found)


def municipality_given(found: Municipality) -> Gemeente:
    """Return a municipality as the API gives it."""
    return Gemeente(code=found.code, naam=found.name, provincie=found.province, inwonersklasse=found.size_class)
