"""The addresses of a result and of its earlier versions. What does not exist and what may not be read look the same."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from app.accounts.access import reach_of
from app.accounts.dependencies import Reader
from app.db import ReadSession
from app.results.charts import plotly_figure
from app.results.dependencies import EARLIER, LATEST, OpenResult, ResultWithVoices
from app.results.pages.account import build_account
from app.results.pages.advice import Actor, build_advice
from app.results.pages.continuum import build_continuum
from app.results.pages.learning import build_learning
from app.results.pages.mirror import build_mirror
from app.results.pages.overview import build_overview
from app.results.pages.shelf import build_shelf
from app.results.pages.window import build_window, window_template
from app.results.paper import build_paper
from app.results.provenance import NoSuchNumberError, build_provenance
from app.results.record import WindowName
from app.web.dependencies import AllEditions
from app.web.paging import LAST_PAGE
from app.web.rendering import render

pages = APIRouter()


@pages.get("")
def get_overview(request: Request, result: OpenResult) -> Response:
    """The story in one screen."""
    return render(request, "results/overview.html", build_overview(result))


@pages.get("/vensters/{window}")
def get_window(request: Request, result: ResultWithVoices, window: WindowName) -> Response:
    """One window, or what is still needed for it."""
    page = build_window(result, window)
    return render(request, f"results/{window_template(page)}.html", page)


@pages.get("/continuum")
def get_continuum(request: Request, result: OpenResult) -> Response:
    """The seven models and the place on the line."""
    return render(request, "results/continuum.html", build_continuum(result))


@pages.get("/leerordes")
def get_learning(request: Request, result: OpenResult) -> Response:
    """The three learning orders."""
    return render(request, "results/learning.html", build_learning(result))


@pages.get("/spiegel")
def get_mirror(request: Request, result: OpenResult) -> Response:
    """What the windows say about the same subjects."""
    return render(request, "results/mirror.html", build_mirror(result))


@pages.get("/advies")
def get_advice(request: Request, result: OpenResult, voor: Annotated[Actor | None, Query()] = None) -> Response:
    """All recommendations, or those for one actor; to htmx only the list."""
    return render(request, "results/advice.html", build_advice(result, voor), fragment="advice")


@pages.get("/verantwoording")
def get_account(request: Request, result: OpenResult) -> Response:
    """What this result was made of."""
    return render(request, "results/account.html", build_account(result))


@pages.get("/herkomst/{kind}/{code}")
def get_provenance(request: Request, result: OpenResult, kind: str, code: str) -> Response:
    """What one number of the result is made of."""
    try:
        return render(request, "results/provenance.html", build_provenance(result, kind, code))
    except NoSuchNumberError as error:
        raise HTTPException(404) from error


@pages.get("/afdrukken")
def get_paper(request: Request, result: ResultWithVoices) -> Response:
    """The whole result one part below the other, to print or to keep as a PDF."""
    return render(request, "results/paper.html", build_paper(result, request.app.state.templates))


@pages.get("/grafieken/{chart}.json")
def get_chart(result: OpenResult, chart: str) -> Response:
    """One chart as a Plotly figure."""
    if chart not in result.charts:
        raise HTTPException(404)
    return JSONResponse(plotly_figure(result.charts[chart]), headers={"Cache-Control": "private, no-cache"})


router = APIRouter()


class Wanted(BaseModel):
    """Which results somebody wants to see: of collaborations with all words of `zoek`, and which part of the list.

    With `jaar` only collaborations of which a scan was closed in that year.
    """

    zoek: str = Field(default="", max_length=200)
    jaar: str = Field(default="", pattern=r"^([0-9]{4})?$")
    pagina: int = Field(default=1, ge=1, le=LAST_PAGE)


@router.get("/uitslagen")
def get_shelf(
    request: Request, session: ReadSession, asker: Reader, editions: AllEditions, wanted: Annotated[Wanted, Query()]
) -> Response:
    """The results that somebody may read."""
    year = int(wanted.jaar) if wanted.jaar else None
    page = build_shelf(session, reach_of(asker), editions, query=wanted.zoek.strip(), year=year, part=wanted.pagina)
    return render(request, "results/shelf.html", page)


router.include_router(pages, prefix=LATEST)
router.include_router(pages, prefix=EARLIER)
