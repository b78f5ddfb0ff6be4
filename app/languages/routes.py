"""The addresses where a coördinator decides in which languages residents can answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.managed import ManagedMunicipality, MunicipalityToChange
from app.db import ReadSession, WriteSession
from app.languages import service
from app.languages.page import DONE, done_after_off, languages_page, off_page, text_page
from app.languages.service import NotDeclaredError, address_of
from app.web.dependencies import CurrentEdition, Today
from app.web.forms import Fields
from app.web.rendering import render

router = APIRouter(prefix="/gemeenten/{code}/talen")

Code = Annotated[str, Path(max_length=5)]
"""The code of a language."""
TEXT, OFF = "/{language}", "/{language}/uit"


@router.get("")
def get_languages(
    request: Request, session: ReadSession, municipality: ManagedMunicipality, edition: CurrentEdition
) -> Response:
    """Every language, and how it stands here."""
    found = service.standings(session, edition, municipality)
    done = DONE.get(request.query_params.get("gedaan", ""), "")
    return render(request, "languages/languages.html", languages_page(municipality, found, done))


@router.get(TEXT)
def get_text(
    request: Request, session: ReadSession, municipality: ManagedMunicipality, edition: CurrentEdition, language: Code
) -> Response:
    """A translation beside the Dutch, to read and to print."""
    service.translation_into(edition, language)
    standing = service.standing_of(session, edition, municipality, language)
    return render(request, "languages/text.html", text_page(municipality, edition, standing))


@router.post(TEXT)
def post_declaration(  # noqa: PLR0913, PLR0917 - FastAPI gives each part of the request by its name
    request: Request,
    session: WriteSession,
    municipality: MunicipalityToChange,
    edition: CurrentEdition,
    language: Code,
    fields: Fields,
    today: Today,
) -> Response:
    """Turn a language on: a native speaker read it."""
    try:
        service.declare(session, edition, municipality, language, fields, today)
    except NotDeclaredError as refused:
        standing = service.standing_of(session, edition, municipality, language)
        page = text_page(municipality, edition, standing, refused.name, refused.errors)
        return render(request, "languages/text.html", page, 422)
    return RedirectResponse(f"{address_of(municipality.code)}?gedaan=aan", 303)


@router.get(OFF)
def get_off(
    request: Request, session: ReadSession, municipality: ManagedMunicipality, edition: CurrentEdition, language: Code
) -> Response:
    """What turning a language off means."""
    standing = service.standing_of(session, edition, municipality, language)
    if not standing.declared and not standing.elsewhere:
        return RedirectResponse(address_of(municipality.code), 303)
    return render(request, "people/confirm.html", off_page(municipality, standing))


@router.post(OFF)
def post_off(
    session: WriteSession, municipality: MunicipalityToChange, edition: CurrentEdition, language: Code
) -> Response:
    """Turn a language off."""
    standing = service.standing_of(session, edition, municipality, language)
    service.switch_off(session, municipality, language)
    return RedirectResponse(f"{address_of(municipality.code)}?gedaan={done_after_off(standing)}", 303)
