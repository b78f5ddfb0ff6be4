"""The addresses on which links to type paper forms over are made and withdrawn."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.collaborations.codes import grouped
from app.collaborations.dependencies import Absolute, Done
from app.collaborations.wanted import NotAcceptedError
from app.db import ReadSession, WriteSession
from app.paper.dependencies import WindowHere, WindowToChange
from app.paper.links.page import links_page
from app.paper.links.service import FIELD, make_link, refuse_personal, withdraw_link
from app.web.forms import Fields
from app.web.rendering import render

router = APIRouter(prefix="/overtypen")

PAGE = "paper/links.html"


@router.get("")
def get_links(request: Request, session: ReadSession, visit: WindowHere, absolute: Absolute, done: Done) -> Response:
    """The links that work, and the form for another."""
    refuse_personal(visit)
    return render(request, PAGE, replace(links_page(session, visit, absolute("/")), done=done))


@router.post("")
def post_link(
    request: Request, session: WriteSession, visit: WindowToChange, absolute: Absolute, fields: Fields
) -> Response:
    """Make a link, and show it this once."""
    typed = fields.text(FIELD)
    try:
        code = make_link(session, visit, typed)
    except NotAcceptedError as refused:
        page = replace(links_page(session, visit, absolute("/")), typed=typed, errors=refused.errors)
        return render(request, PAGE, page, 422)
    page = replace(links_page(session, visit, absolute("/")), made=absolute(f"/overtypen/{grouped(code)}"))
    response = render(request, PAGE, page)
    response.headers["Cache-Control"] = "no-store"
    return response


@router.post("/{link_id}/intrekken")
def post_withdrawal(session: WriteSession, visit: WindowToChange, link_id: str) -> Response:
    """Withdraw a link."""
    withdraw_link(session, visit, link_id)
    own = f"/scans/{visit.found.scan.id}/beheer/{visit.window}/overtypen"
    return RedirectResponse(f"{own}?gedaan=overtypen-ingetrokken", 303)
