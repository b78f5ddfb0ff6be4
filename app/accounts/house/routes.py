"""The addresses where a coördinator chooses the house style of the municipality."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.house.form import TAKE, as_sent
from app.accounts.house.page import address, house_style_page, standard_page
from app.accounts.house.service import NotReadableError, choose, stored, take_away
from app.accounts.managed import ManagedMunicipality, MunicipalityToChange
from app.db import ReadSession, WriteSession
from app.store.house_styles import find_house_style
from app.web.forms import FieldsWithFile
from app.web.rendering import render

router = APIRouter(prefix="/gemeenten/{code}/huisstijl")
PAGE = "people/house_style.html"
SHOW = "voorbeeld"
"""The name of the button that shows an example."""


@router.get("")
def get_house_style(request: Request, session: ReadSession, municipality: ManagedMunicipality) -> Response:
    """What the municipality has now."""
    has_style = find_house_style(session, municipality) is not None
    done = request.query_params.get("gedaan", "")
    page = house_style_page(municipality, stored(session, municipality), has_style=has_style, done=done)
    return render(request, PAGE, page)


@router.post("")
def post_house_style(
    request: Request, session: WriteSession, municipality: MunicipalityToChange, fields: FieldsWithFile
) -> Response:
    """Show an example of what was sent, or keep it."""
    before = stored(session, municipality)
    chosen = as_sent(fields, before)
    has_style = find_house_style(session, municipality) is not None
    if SHOW in fields or TAKE in fields:
        errors = chosen.faults()
        page = house_style_page(municipality, chosen, has_style=has_style, errors=errors, shows_example=not errors)
        return render(request, PAGE, page, 422 if errors else 200)
    try:
        choose(session, municipality, chosen)
    except NotReadableError as refused:
        page = house_style_page(municipality, chosen, has_style=has_style, errors=refused.errors)
        return render(request, PAGE, page, 422)
    return RedirectResponse(f"{address(municipality.code)}?gedaan=bewaard", 303)


@router.get("/standaard")
def get_standard(request: Request, session: ReadSession, municipality: ManagedMunicipality) -> Response:
    """The question whether the house style may go; where there is none there is nothing to ask."""
    if find_house_style(session, municipality) is None:
        return RedirectResponse(address(municipality.code), 303)
    return render(request, "people/confirm.html", standard_page(municipality))


@router.post("/standaard")
def post_standard(session: WriteSession, municipality: MunicipalityToChange) -> Response:
    """Go back to how Vensterscan itself looks."""
    take_away(session, municipality)
    return RedirectResponse(f"{address(municipality.code)}?gedaan=standaard", 303)
