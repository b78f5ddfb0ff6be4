"""The addresses of a typist: the next form, looking it over, sending it."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.db import ReadSession, Session, WriteSession
from app.paper.typing.dependencies import Typist, TypistHere, TypistSending
from app.paper.typing.filled_in import STAMP, FilledIn, blank, check, read_form, warnings
from app.paper.typing.page import done_page, seen_page, typing_page
from app.paper.typing.sending import next_stamp, refuse_if_sent, send
from app.responding.announcing import announce_minimum
from app.responding.questions.sending import LOOK_AGAIN
from app.store.typing_links import count_forms
from app.web.dependencies import AllEditions, absolute
from app.web.forms import FieldError, Fields
from app.web.rendering import render

router = APIRouter(prefix="/typen/{ref}")

TO, CHANGE = "naar", "wijzigen"
"""The name and the value of the button that leads from the look at a form back to the form."""


@router.get("")
def get_form(request: Request, session: ReadSession, typist: TypistHere, verstuurd: str = "") -> Response:
    """The next form, empty; or the end."""
    stamp = next_stamp(session, typist)
    if not stamp:
        return render(request, "paper/done.html", done_page(typist, is_sent=bool(verstuurd)))
    return _form(request, session, typist, blank(stamp), is_sent=bool(verstuurd))


@router.post("/controle")
def post_look(request: Request, session: ReadSession, typist: TypistHere, fields: Fields) -> Response:
    """Look a form over; or change it; or say what is not right, with everything that was typed."""
    refuse_if_sent(session, typist, fields.text(STAMP))
    form = read_form(typist.visit, fields)
    if fields.text(TO) == CHANGE:
        return _form(request, session, typist, form)
    _, errors = check(typist.visit, form)
    if errors:
        return _form(request, session, typist, form, errors=errors)
    return render(request, "paper/seen.html", seen_page(typist, form))


@router.post("/versturen")
def post_send(
    request: Request, session: WriteSession, editions: AllEditions, typist: TypistSending, fields: Fields
) -> Response:
    """Send a form, once, and go to the next."""
    refuse_if_sent(session, typist, fields.text(STAMP))
    form = read_form(typist.visit, fields)
    kept, errors = check(typist.visit, form)
    if errors:
        return _form(request, session, typist, form, errors=errors)
    if warnings(typist.visit, form) and not fields.checked("toch"):
        return render(request, "paper/seen.html", seen_page(typist, form, (LOOK_AGAIN,)), 422)
    send(session, typist, form, kept)
    announce_minimum(session, editions, typist.visit, partial(absolute, request))
    return RedirectResponse(f"{typist.home}?verstuurd=ja", 303)


def _form(
    request: Request,
    session: Session,
    typist: Typist,
    form: FilledIn,
    *,
    is_sent: bool = False,
    errors: tuple[FieldError, ...] = (),
) -> Response:
    left = count_forms(session, typist.link.id)
    page = typing_page(typist, form, left, is_sent=is_sent, errors=errors)
    return render(request, "paper/typing.html", page, 422 if errors else 200)
