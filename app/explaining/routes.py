"""The addresses of this room."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.explaining import service
from app.pages.service import METHOD_SECTIONS
from app.web.errors import not_found
from app.web.rendering import render

router = APIRouter()


@router.get("/begrippen")
def get_terms(request: Request) -> Response:
    """Every term."""
    return render(request, "explaining/terms.html", service.terms(METHOD_SECTIONS))


@router.get("/handleiding")
def get_manuals(request: Request) -> Response:
    """The manuals to choose from."""
    return render(request, "explaining/manuals.html", service.manuals(request.app.state.assets))


@router.get("/handleiding/{name}")
def get_manual(request: Request, name: str) -> Response:
    """One manual."""
    page = service.manual(name, request.app.state.assets)
    if page is None:
        raise not_found()
    return render(request, "explaining/manual.html", page)
