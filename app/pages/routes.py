"""The addresses of this room."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.db import ReadSession
from app.pages import service
from app.pages.page import AccessibilityPage
from app.pages.privacy.routes import router as privacy
from app.results.record import WindowName
from app.web.dependencies import CurrentEdition
from app.web.rendering import render

router = APIRouter()
router.include_router(privacy)


@router.get("/vragenlijsten")
def get_questionnaires(request: Request, edition: CurrentEdition) -> Response:
    """The four questionnaires in short."""
    return render(request, "pages/questionnaires.html", service.questionnaires(edition))


@router.get("/vragenlijsten/{window}")
def get_questionnaire(request: Request, edition: CurrentEdition, window: WindowName) -> Response:
    """One questionnaire to read."""
    return render(request, "pages/questionnaire.html", service.questionnaire(edition, window))


@router.get("/verantwoording")
def get_method(request: Request, session: ReadSession, edition: CurrentEdition) -> Response:
    """How it measures."""
    worked = request.app.state.worked_example()
    return render(request, "pages/method.html", service.method(session, edition, worked))


@router.get("/toegankelijkheid")
def get_accessibility(request: Request) -> Response:
    """What is known about accessibility."""
    return render(request, "pages/accessibility.html", AccessibilityPage(title="Toegankelijkheid"))
