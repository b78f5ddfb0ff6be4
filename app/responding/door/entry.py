"""The way in: the code of a window, or the code by which one person goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.collaborations.codes import PERSONAL_LENGTH, RESUME_LENGTH, normalised
from app.collaborations.invitees.links import mac_of
from app.collaborations.state import takes_answers
from app.db import ReadSession
from app.responding import cookies, refusals
from app.responding.dependencies import VIA_LINK
from app.responding.door.page import code_page
from app.responding.language import speech_without_window
from app.responding.visit import token_hash
from app.store.drafts import find_draft
from app.store.invitees import find_invited_window
from app.store.scans import find_window, find_window_by_code
from app.web.dependencies import Today
from app.web.forms import Fields
from app.web.language import TAAL, keep_language, marked
from app.web.rendering import render
from app.web.throttle import WrongCodes

if TYPE_CHECKING:
    from datetime import date

    from app.db import Session
    from app.keys import Keys
    from app.store.scans import WindowInContext

router = APIRouter()

NOTHING_LEFT_BEHIND = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}
"""The code is in the address only until the answer arrives, and is told to nobody."""
UNKNOWN = marked("Deze code kennen wij niet. Kijk of alle tekens kloppen: een code heeft er 12, 16 of 20.")
EMPTY = marked("Vul de code in die in uw uitnodiging staat.")


@dataclass(frozen=True, slots=True)
class WayIn:
    """What a code opens: a window, and with the code of one person the questionnaire that was begun there.

    `personal_code` is that of somebody who got a link of their own.
    """

    found: WindowInContext
    resume_code: str | None = None
    personal_code: str | None = None


def find_way_in(session: Session, keys: Keys, text: str) -> WayIn | None:
    """Return what a code opens, in whatever way it was written; None where it opens nothing."""
    code = normalised(text)
    if code is None:
        return None
    if len(code) == PERSONAL_LENGTH:
        invited = find_invited_window(session, mac_of(keys, code))
        return WayIn(invited, personal_code=code) if invited else None
    if len(code) != RESUME_LENGTH:
        found = find_window_by_code(session, code)
        return WayIn(found) if found else None
    draft = find_draft(session, token_hash(code))
    found = find_window(session, draft.scan_id, draft.window) if draft else None
    return WayIn(found, code) if found else None


def _try(request: Request, session: Session, wrong_codes: WrongCodes, text: str) -> WayIn | None:
    """Look at a code, unless too many wrong ones came from the same address."""
    if seconds := wrong_codes.wait(request):
        raise refusals.too_many_wrong_codes(speech_without_window(request), seconds)
    way_in = find_way_in(session, request.app.state.keys, text)
    if way_in is None:
        wrong_codes.count(request)
    return way_in


def _by_link(request: Request, session: ReadSession, wrong_codes: WrongCodes, code: str) -> WayIn:
    way_in = _try(request, session, wrong_codes, code)
    if way_in is None:
        raise refusals.unknown_code(speech_without_window(request))
    return way_in


def _by_own_link(request: Request, session: ReadSession, wrong_codes: WrongCodes, code: str) -> WayIn:
    way_in = _try(request, session, wrong_codes, code)
    if way_in is None:
        raise refusals.unknown_person(speech_without_window(request))
    return way_in


ByLink = Annotated[WayIn, Depends(_by_link)]
"""What the code in the address opens."""
ByOwnLink = Annotated[WayIn, Depends(_by_own_link)]
"""The same, for a link that one person got."""


@router.get("/meedoen")
def get_code_form(request: Request) -> Response:
    """Where somebody with a code on paper begins."""
    return render(request, "responding/code.html", code_page(speech_without_window(request)))


@router.post("/meedoen")
def post_code(
    request: Request, fields: Fields, session: ReadSession, wrong_codes: WrongCodes, today: Today
) -> Response:
    """Take a code of either kind; or show the page in another language, with what was typed."""
    typed, pressed = fields.text("code"), fields.text(TAAL)
    if pressed:
        return render(request, "responding/code.html", code_page(speech_without_window(request, pressed), typed))
    way_in = _try(request, session, wrong_codes, typed) if typed else None
    if way_in is None:
        page = code_page(speech_without_window(request), typed, UNKNOWN if typed else EMPTY)
        return render(request, "responding/code.html", page, 422)
    return _enter(request, way_in, today)


@router.get("/m/{code}")
def get_open_link(request: Request, way_in: ByLink, today: Today) -> Response:
    """The link that everybody of a window gets."""
    return _enter(request, way_in, today)


@router.get("/u/{code}")
def get_personal_link(request: Request, way_in: ByOwnLink, today: Today) -> Response:
    """The link that one person got; opening it notes nothing."""
    return _enter(request, way_in, today)


@router.get("/v/{code}")
def get_resume_link(request: Request, way_in: ByLink, today: Today) -> Response:
    """The link by which one person goes on."""
    return _enter(request, way_in, today)


def _enter(request: Request, way_in: WayIn, today: date) -> Response:
    """Let this browser in and go on at an address without the code.

    The open link may have been opened by somebody else on this device than who began, so the start page asks. With the
    code of one person nothing needs asking.
    """
    found = way_in.found
    if way_in.resume_code is None and way_in.personal_code is None and found.window.entry == "personal":
        raise refusals.not_by_this_code(speech_without_window(request))
    goes_on = way_in.resume_code is not None and takes_answers(found.scan, found.window, today)
    speech = speech_without_window(request)
    where = f"/invullen/{found.window.ref}{'/verder' if goes_on else ''}?{VIA_LINK}=link"
    if speech.is_chosen:
        where += f"&{TAAL}={speech.words.language.code}"
    response = RedirectResponse(where, status_code=303, headers=NOTHING_LEFT_BEHIND)
    keep_language(response, request, speech)
    if way_in.personal_code is not None:
        cookies.let_in_with(response, request, found, way_in.personal_code)
    else:
        cookies.let_in(response, request, found)
    if way_in.resume_code is not None:
        cookies.remember(response, request, found, way_in.resume_code)
    if goes_on:
        cookies.go_on(response, request, found)
    else:
        cookies.ask_again(response, request, found)
    return response
