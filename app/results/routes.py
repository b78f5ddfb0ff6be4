"""The addresses of a result. A result that does not exist and one that may not be read answer the same: 404."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse

from app.db import ReadSession
from app.results.charts import plotly_figure
from app.results.context import ResultContext
from app.results.pages.account import build_account
from app.results.pages.advice import Actor, build_advice
from app.results.pages.continuum import build_continuum
from app.results.pages.learning import build_learning
from app.results.pages.mirror import build_mirror
from app.results.pages.overview import build_overview
from app.results.pages.window import build_window, window_template
from app.results.record import WindowName
from app.results.service import NoSuchResultError, open_result
from app.web.dependencies import AllEditions
from app.web.rendering import render

router = APIRouter(prefix="/scans/{scan_id}")


def _result(session: ReadSession, editions: AllEditions, scan_id: str) -> ResultContext:
    try:
        return open_result(session, editions, scan_id)
    except NoSuchResultError as error:
        raise HTTPException(404) from error


OpenResult = Annotated[ResultContext, Depends(_result)]
"""The result at this address, or the page that says that there is none."""


@router.get("")
def get_overview(request: Request, result: OpenResult) -> Response:
    """The story in one screen."""
    return render(request, "results/overview.html", build_overview(result))


@router.get("/vensters/{window}")
def get_window(request: Request, result: OpenResult, window: WindowName) -> Response:
    """One window, or what is still needed for it."""
    page = build_window(result, window)
    return render(request, f"results/{window_template(page)}.html", page)


@router.get("/continuum")
def get_continuum(request: Request, result: OpenResult) -> Response:
    """The seven models and the place on the line."""
    return render(request, "results/continuum.html", build_continuum(result))


@router.get("/leerordes")
def get_learning(request: Request, result: OpenResult) -> Response:
    """The three learning orders."""
    return render(request, "results/learning.html", build_learning(result))


@router.get("/spiegel")
def get_mirror(request: Request, result: OpenResult) -> Response:
    """What the windows say about the same subjects."""
    return render(request, "results/mirror.html", build_mirror(result))


@router.get("/advies")
def get_advice(request: Request, result: OpenResult, voor: Annotated[Actor | None, Query()] = None) -> Response:
    """All recommendations, or those for one actor; to htmx only the list."""
    return render(request, "results/advice.html", build_advice(result, voor), fragment="advice")


@router.get("/verantwoording")
def get_account(request: Request, result: OpenResult) -> Response:
    """What this result was made of."""
    return render(request, "results/account.html", build_account(result))


@router.get("/grafieken/{chart}.json")
def get_chart(result: OpenResult, chart: str) -> Response:
    """One chart as a Plotly figure."""
    if chart not in result.charts:
        raise HTTPException(404)
    return JSONResponse(plotly_figure(result.charts[chart]), headers={"Cache-Control": "private, no-cache"})


@router.get("/uitslag.json")
def get_result(result: OpenResult, scan_id: str) -> Response:
    """The result in the exchange format, to keep or to check."""
    document = result.reading.record.result.model_dump(mode="json", by_alias=True)
    name = f'attachment; filename="{scan_id}.json"'
    return JSONResponse(document, headers={"Content-Disposition": name, "Cache-Control": "private, no-cache"})
