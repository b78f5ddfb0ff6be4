"""The address of the form to print."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.db import ReadSession
from app.languages.offered import offered_languages
from app.paper.dependencies import WindowHere
from app.paper.form.page import form_page
from app.paper.visits import in_language
from app.web.rendering import render

router = APIRouter()


@router.get("/papier")
def get_form_on_paper(
    request: Request, session: ReadSession, visit: WindowHere, rol: str = "", taal: str = ""
) -> Response:
    """The form of a window on paper; `rol` chooses one where the words depend on who answers.

    `taal` is a language in which residents here can answer; any other is Dutch.
    """
    if not visit.is_resident:
        return render(request, "paper/form.html", form_page(visit, rol))
    offered = offered_languages(session, visit.edition, visit.found.municipality.code)
    spoken = in_language(visit, taal) if taal in {one.code for one in offered} else visit
    return render(request, "paper/form.html", form_page(spoken, rol, offered))
