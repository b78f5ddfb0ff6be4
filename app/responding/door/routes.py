"""The addresses around the questions: begin, go on or start over, stop for now, wipe."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.collaborations.codes import grouped
from app.db import ReadSession, WriteSession
from app.responding import cookies, refusals
from app.responding.dependencies import STAMP, AnyVisit, AnyWritingVisit, DraftVisit, OpenVisit, OpenWritingVisit
from app.responding.door.page import choice_page, later_page, start_page, wipe_page, wiped_page
from app.responding.door.start import Beginning, begin, faults
from app.responding.door.summary import SummaryPage, page_without_questions
from app.responding.questions.resume import place_to_go_on
from app.responding.questions.screens import screens_of
from app.responding.visit import Visit
from app.store.answers import load_answers
from app.store.drafts import delete_draft
from app.store.erasures import note_erasure
from app.web.dependencies import AllEditions, absolute
from app.web.forms import Fields
from app.web.language import TAAL, forget_language, keep_language
from app.web.rendering import render

router = APIRouter(prefix="/invullen/{ref}")


@router.get("")
def get_start(request: Request, session: ReadSession, editions: AllEditions, visit: AnyVisit) -> Response:
    """The start; or the choice to go on; or what there is to say after closing."""
    if not visit.is_open:
        page = page_without_questions(session, editions, visit)
        template = "summary" if isinstance(page, SummaryPage) else "closed"
        return render(request, f"responding/{template}.html", page)
    if visit.draft is not None:
        return render(request, "responding/choice.html", choice_page(visit))
    return render(request, "responding/start.html", start_page(visit, Beginning()))


@router.post("/begin")
def post_begin(request: Request, fields: Fields, session: WriteSession, visit: OpenWritingVisit) -> Response:
    """Make a questionnaire and go to the first question; or show the start in another language, as it was filled in."""
    chosen = Beginning.of(fields)
    if TAAL in fields:
        return render(request, "responding/start.html", start_page(visit, chosen))
    if errors := faults(visit, chosen):
        return render(request, "responding/start.html", start_page(visit, chosen, errors), 422)
    resume_code = begin(session, visit, chosen)
    response = RedirectResponse(visit.path("stap/1"), status_code=303)
    cookies.let_in(response, request, visit.found)
    cookies.remember(response, request, visit.found, resume_code)
    cookies.go_on(response, request, visit.found)
    return response


@router.post("/verder")
def post_go_on(request: Request, session: ReadSession, visit: OpenVisit) -> Response:
    """Go on with the questionnaire of this browser."""
    if visit.draft is None:
        raise refusals.start_first(request, visit)
    response = _where_it_stopped(session, visit)
    cookies.let_in(response, request, visit.found)
    cookies.go_on(response, request, visit.found)
    return response


@router.get("/verder")
def get_go_on(request: Request, session: ReadSession, visit: DraftVisit) -> Response:
    """Go to where this questionnaire stopped."""
    response = _where_it_stopped(session, visit)
    keep_language(response, request, visit.speech)
    return response


def _where_it_stopped(session: ReadSession, visit: Visit) -> Response:
    draft = visit.begun
    screens = screens_of(visit.edition, visit.window, draft.role, visit.words)
    place = place_to_go_on(screens, load_answers(session, draft.id))
    return RedirectResponse(visit.path(place), status_code=303)


@router.post("/opnieuw")
def post_start_over(request: Request, visit: OpenVisit) -> Response:
    """Go to the start as somebody new; the other questionnaire stays as it is, for who has its code."""
    response = RedirectResponse(visit.path(), status_code=303)
    cookies.let_in(response, request, visit.found)
    cookies.forget(response, request, visit.found)
    return response


@router.get("/later")
def get_later(request: Request, visit: DraftVisit) -> Response:
    """How to come back."""
    link = absolute(request, f"/v/{grouped(visit.resume_code or '')}")
    return render(request, "responding/later.html", later_page(visit, link, absolute(request, "/meedoen")))


def _may_wipe(request: Request, visit: Visit) -> Visit:
    """What was not sent can be wiped for as long as it is there, also after the closing date."""
    if visit.draft is None or (visit.is_open and cookies.BUSY not in request.cookies):
        raise refusals.start_first(request, visit)
    return visit


def _wiping(request: Request, visit: AnyVisit) -> Visit:
    return _may_wipe(request, visit)


def _wiping_now(request: Request, fields: Fields, visit: AnyWritingVisit) -> Visit:
    if fields.text(STAMP) != _may_wipe(request, visit).stamp:
        raise refusals.another_questionnaire(visit)
    return visit


@router.get("/wissen")
def get_wipe(request: Request, visit: Annotated[Visit, Depends(_wiping)]) -> Response:
    """The question whether everything may be wiped."""
    return render(request, "responding/wipe.html", wipe_page(visit))


@router.post("/wissen")
def post_wipe(request: Request, visit: Annotated[Visit, Depends(_wiping_now)], session: WriteSession) -> Response:
    """Wipe the questionnaire with everything in it, and every cookie of it. Its space is freed within minutes."""
    delete_draft(session, visit.begun)
    note_erasure(session, visit.today)
    response = render(request, "responding/wipe.html", wiped_page(visit))
    cookies.forget_everything(response, request, visit.found)
    forget_language(response, request)
    return response
