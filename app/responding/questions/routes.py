"""The addresses of the questions: a screen, one answer that the browser saves by itself, the check, sending, thanks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.collaborations.codes import normalised
from app.db import ReadSession, Session, WriteSession, grouped_writes
from app.responding import cookies
from app.responding.announcing import announce_minimum
from app.responding.dependencies import STAMP, AnyVisit, AnyWritingVisit, DraftVisit, WritingVisit
from app.responding.language import speech_of_sender
from app.responding.questions.answering import BEFORE, Attempt, NotSaved, record_answer, record_comment, save_screen
from app.responding.questions.asking import build_screen, place_after, screen_at
from app.responding.questions.page import not_saved_page, saved_page
from app.responding.questions.screens import comment_name
from app.responding.questions.sending import Sender, build_check, build_thanks, ready_to_send, send
from app.web.dependencies import AllEditions, absolute
from app.web.forms import Fields
from app.web.language import keep_language
from app.web.rendering import render

router = APIRouter(prefix="/invullen/{ref}")


async def _attempt(request: Request, fields: Fields) -> Attempt:
    """What is needed to save one thing. It is asked for most of all, so it costs no thread of its own."""
    return Attempt(
        editions=request.app.state.editions,
        today=request.app.state.today(),
        ref=request.path_params["ref"],
        resume_code=normalised(request.cookies.get(cookies.RESUME, "")) or "",
        fields=fields,
        speech=speech_of_sender(request),
    )


AttemptHere = Annotated[Attempt, Depends(_attempt)]


@router.post("/antwoorden/{item}")
async def post_answer(request: Request, attempt: AttemptHere, item: str) -> Response:
    """Save one answer; it is committed before the page says so."""
    return await _saved(request, attempt, lambda session: record_answer(session, attempt, item), BEFORE + item)


@router.post("/opmerkingen/{subject}")
async def post_comment(request: Request, attempt: AttemptHere, subject: str) -> Response:
    """Save one comment; it is committed before the page says so."""
    before_name = BEFORE + comment_name(subject)
    return await _saved(request, attempt, lambda session: record_comment(session, attempt, subject), before_name)


async def _saved(request: Request, attempt: Attempt, save: Callable[[Session], str], before_name: str) -> Response:
    """Save something together with what others save, and say what came of it; what is refused has changed nothing."""

    def job(session: Session) -> str | NotSaved:
        try:
            return save(session)
        except NotSaved as refused:
            return refused

    outcome = await grouped_writes(request).write(job)
    if isinstance(outcome, NotSaved):
        page = not_saved_page(attempt.speech, outcome.reason)
        return render(request, "responding/saved.html", page, outcome.status, fragment="outcome")
    page = saved_page(attempt.speech, before_name, outcome)
    return render(request, "responding/saved.html", page, fragment="outcome")


@router.get("/stap/{number}")
def get_screen(request: Request, session: ReadSession, visit: DraftVisit, number: int, terug: str = "") -> Response:
    """One screen with questions; with `terug` it leads back to the check page."""
    page = build_screen(session, visit, screen_at(visit, number), to_check=bool(terug))
    return render(request, "responding/screen.html", page)


@router.post("/stap/{number}")
def post_screen(
    request: Request, fields: Fields, session: WriteSession, visit: WritingVisit, number: int, terug: str = ""
) -> Response:
    """Save a whole screen and go on, or stay in another language; what does not fit is shown again."""
    screen = screen_at(visit, number)
    if errors := save_screen(session, visit, screen, fields):
        page = build_screen(session, visit, screen, to_check=bool(terug), refused=(fields, errors))
        return render(request, "responding/screen.html", page, 422)
    response = RedirectResponse(visit.path(place_after(visit, screen, fields, to_check=bool(terug))), status_code=303)
    keep_language(response, request, visit.speech)
    return response


@router.get("/controle")
def get_check(request: Request, session: ReadSession, visit: DraftVisit) -> Response:
    """Everything that was filled in."""
    return render(request, "responding/check.html", build_check(session, visit))


@router.post("/versturen")
def post_send(
    request: Request, fields: Fields, session: WriteSession, editions: AllEditions, visit: AnyWritingVisit
) -> Response:
    """Send it, once, and forget which browser it came from; or show what has to be seen to first."""
    ready_to_send(visit, fields.text(STAMP))
    sender = Sender(request.app.state.keys, request.cookies.get(cookies.ACCESS, ""), fields.checked("toch"))
    if errors := send(session, visit, sender):
        return render(request, "responding/check.html", build_check(session, visit, errors), 422)
    announce_minimum(session, editions, visit, partial(absolute, request))
    response = RedirectResponse(visit.path("bedankt"), status_code=303)
    cookies.forget(response, request, visit.found)
    cookies.let_in(response, request, visit.found)
    return response


@router.get("/bedankt")
def get_thanks(request: Request, visit: AnyVisit) -> Response:
    """Thanks; who still has something to send goes to the start page instead."""
    if visit.draft is not None:
        return RedirectResponse(visit.path(), status_code=303)
    return render(request, "responding/thanks.html", build_thanks(visit))
