"""The address where a coördinator says how many inhabitants the municipality has."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.managed import ManagedMunicipality, MunicipalityToChange
from app.accounts.people.page import address_of
from app.accounts.people.size import NotASizeError, choose_size, size_page
from app.db import WriteSession
from app.web.forms import Fields
from app.web.rendering import render

router = APIRouter(prefix="/gemeenten/{code}/inwoners")
PAGE = "people/size.html"


@router.get("")
def get_size(request: Request, municipality: ManagedMunicipality) -> Response:
    """How many inhabitants there are, and what can be chosen."""
    return render(request, PAGE, size_page(municipality))


@router.post("")
def post_size(request: Request, session: WriteSession, municipality: MunicipalityToChange, fields: Fields) -> Response:
    """Keep what was chosen."""
    chosen = fields.text("size_class") if "size_class" in fields else "nothing"
    try:
        choose_size(session, municipality, chosen)
    except NotASizeError as refused:
        return render(request, PAGE, size_page(municipality, chosen, refused.errors), 422)
    return RedirectResponse(f"{address_of(municipality.code)}?gedaan=inwoners", 303)
