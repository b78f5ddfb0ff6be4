"""The address of the form to print."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.paper.dependencies import WindowHere
from app.paper.form.page import form_page
from app.web.rendering import render

router = APIRouter()


@router.get("/papier")
def get_form_on_paper(request: Request, visit: WindowHere, rol: str = "") -> Response:
    """The form of a window on paper; `rol` chooses one where the words depend on who answers."""
    return render(request, "paper/form.html", form_page(visit, rol))
