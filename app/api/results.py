"""Results: the document of the exchange format, its versions, and the charts as Plotly figures.

An example is for everybody, the result of another scan for who manages it. Everything comes from the frozen record, in
which what may not be shown is not present.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from pydantic import Field

from app.api.dependencies import MAY_BE_ANYBODY, MaybeTokenAsker, ScanId
from app.api.models import Given
from app.api.problems import may_answer
from app.db import ReadSession
from app.models import LARGEST_ID
from app.results.charts import plotly_figure
from app.results.context import ResultContext, Version
from app.results.noting import note_reading
from app.results.record import ResultDocument
from app.results.service import open_result
from app.results.voices import one_by_one, released_voices
from app.web.dependencies import AllEditions
from app.web.errors import not_found

router = APIRouter(prefix="/scans/{id}", tags=["Uitslagen"], responses=may_answer(409))

FOR_WHOM = "Van een voorbeeld voor iedereen, anders met een token."


class Versie(Given):
    """A version of a result."""

    versie: int = Field(description="Versie 1 is bij het sluiten gemaakt, zonder ambitie.")
    ambitie: int | None = Field(description="Het model, 1 tot en met 7.")
    reden: str
    gemaakt_op: date


class Versies(Given):
    """All versions of a result."""

    versies: list[Versie]


class GrafiekKort(Given):
    """A chart in short."""

    id: str
    titel: str
    zin: str = Field(description="Wat er te zien is.")


class Grafieken(Given):
    """All charts of a result."""

    grafieken: list[GrafiekKort]


class PlotlyFiguur(Given):
    """A figure as Plotly draws it; the names are those of Plotly."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]
    config: dict[str, Any]


class Opmerking(Given):
    """Something that somebody wrote, as the moderator released it."""

    venster: str
    onderwerp: str = Field(description="De naam van de dimensie in het uitwisselformaat, of van de vraag erbij.")
    naam: str = Field(description="Het onderwerp in woorden.")
    tekst: str


class Opmerkingen(Given):
    """Everything that was released; the order says nothing about who wrote it or when."""

    opmerkingen: list[Opmerking]


def _latest(
    request: Request, session: ReadSession, editions: AllEditions, asker: MaybeTokenAsker, scan_id: ScanId
) -> ResultContext:
    result = open_result(session, editions, asker, scan_id)
    note_reading(request.app.state.engine, session, asker, scan_id)
    return result


def _version(
    request: Request,
    session: ReadSession,
    editions: AllEditions,
    asker: MaybeTokenAsker,
    scan_id: ScanId,
    number: Annotated[int, Path(alias="versie", ge=1, le=LARGEST_ID, description="Het nummer van de versie.")],
) -> ResultContext:
    result = open_result(session, editions, asker, scan_id, number)
    note_reading(request.app.state.engine, session, asker, scan_id)
    return result


Latest = Annotated[ResultContext, Depends(_latest)]
OneVersion = Annotated[ResultContext, Depends(_version)]


@router.get(
    "/uitslag",
    summary="De uitslag",
    description=f"In het uitwisselformaat, met de namen daarvan. {FOR_WHOM}",
    openapi_extra=MAY_BE_ANYBODY,
)
def get_uitslag(result: Latest) -> ResultDocument:
    """The latest result."""
    return result.reading.record.result


@router.get(
    "/uitslag/versies",
    summary="De versies van de uitslag",
    description=f"Van de eerste tot de laatste. {FOR_WHOM}",
    openapi_extra=MAY_BE_ANYBODY,
)
def list_versies(result: Latest) -> Versies:
    """All versions of the result."""
    return Versies(versies=[version_given(version) for version in result.versions])


@router.get(
    "/uitslag/versies/{versie}",
    summary="Eén versie van de uitslag",
    description=f"In het uitwisselformaat, met de namen daarvan. {FOR_WHOM}",
    openapi_extra=MAY_BE_ANYBODY,
)
def get_versie(result: OneVersion) -> ResultDocument:
    """One version of the result."""
    return result.reading.record.result


@router.get(
    "/grafieken",
    summary="De grafieken van de uitslag",
    description=f"Welke grafieken er zijn, hangt af van de antwoorden. {FOR_WHOM}",
    openapi_extra=MAY_BE_ANYBODY,
)
def list_grafieken(result: Latest) -> Grafieken:
    """All charts."""
    return Grafieken(
        grafieken=[GrafiekKort(id=chart.id, titel=chart.title, zin=chart.sentence) for chart in result.charts.values()]
    )


@router.get(
    "/grafieken/{grafiek}",
    summary="Eén grafiek",
    description=f"Als figuur voor Plotly, met dezelfde cijfers als op de pagina. {FOR_WHOM}",
    openapi_extra=MAY_BE_ANYBODY,
)
def get_grafiek(
    result: Latest, chart: Annotated[str, Path(alias="grafiek", description="De naam van de grafiek.")]
) -> PlotlyFiguur:
    """One chart."""
    if chart not in result.charts:
        raise not_found()
    return PlotlyFiguur(**plotly_figure(result.charts[chart]))


@router.get(
    "/opmerkingen",
    summary="De vrijgegeven opmerkingen",
    description="Wat mensen schreven en een moderator vrijgaf, zonder naam, rol of datum. Een venster of onderwerp met "
    f"te weinig antwoorden staat er niet bij. {FOR_WHOM}",
    openapi_extra=MAY_BE_ANYBODY,
)
def list_opmerkingen(session: ReadSession, result: Latest, scan_id: ScanId) -> Opmerkingen:
    """What people wrote, as far as it was released."""
    voices = released_voices(session, result.reading, scan_id)
    return Opmerkingen(
        opmerkingen=[
            Opmerking(venster=one.window, onderwerp=one.subject, naam=one.name, tekst=one.text)
            for one in one_by_one(result.reading, voices)
        ]
    )


def version_given(version: Version) -> Versie:
    """Return a version as the API gives it."""
    return Versie(versie=version.number, ambitie=version.ambition, reden=version.reason, gemaakt_op=version.made_on)
