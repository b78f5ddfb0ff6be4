"""The addresses about privacy; they are for everybody and hold no secrets."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.pages.privacy import service
from app.pages.privacy.facts import facts_of
from app.pages.privacy.register import activities, as_markdown
from app.web.rendering import render

router = APIRouter()

FILE_NAME = "verwerkingsregister-vensterscan.md"


@router.get(service.PRIVACY)
def get_privacy(request: Request) -> Response:
    """What is known about whom, why, and for how long."""
    return render(request, "pages/privacy.html", service.privacy(request.app.state.settings))


@router.get(service.REGISTER)
def get_register(request: Request) -> Response:
    """What a municipality can take over in its register of processing activities."""
    return render(request, "pages/register.html", service.register(request.app.state.settings))


@router.get(f"{service.REGISTER}.md")
def get_register_as_file(request: Request) -> Response:
    """The same as a file."""
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    text = as_markdown(activities(facts_of(request.app.state.settings)))
    return Response(text, headers=headers, media_type="text/markdown; charset=utf-8")
