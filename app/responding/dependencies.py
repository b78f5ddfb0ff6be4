"""Who may come in, and how far: what a route of a respondent asks for in its signature."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request

from app.collaborations.codes import RESUME_LENGTH, normalised
from app.db import ReadSession, WriteSession
from app.responding import refusals
from app.responding.cookies import ACCESS, BUSY, RESUME
from app.responding.language import speech_here, speech_without_window
from app.responding.personal import is_invited
from app.responding.visit import Visit, token_hash
from app.store.visits import find_arrival, hold_arrival
from app.web.forms import Fields
from app.web.language import TAAL

if TYPE_CHECKING:
    from app.db import Session
    from app.store.scans import WindowInContext
    from app.web.errors import Refusal
    from questionnaires import Edition, WindowId

VIA_LINK = "via"
"""Stands in the address right after a link or code, so that a browser without cookies is told so."""
STAMP = "invulling"
"""The hidden field that says which questionnaire a form belongs to."""


def _come_in(request: Request, session: Session, ref: str, *, to_write: bool = False, pressed: str = "") -> Visit:
    """Let somebody in who began a questionnaire in this window, or may begin one; a stranger finds nothing here.

    To write, the scan cannot be closed, and nobody else writes in the questionnaire, until the transaction ends.
    `pressed` is the language of the button with which a form was sent.
    """
    state = request.app.state
    resume_code = _resume_code(request)
    kept_hash = token_hash(resume_code) if resume_code else ""
    if to_write:
        hold_arrival(session, ref, kept_hash)
    arrival = find_arrival(session, ref, kept_hash)
    if arrival is None or arrival.found.scan.edition not in state.editions:
        raise _refuse(request)
    if arrival.draft is None and not _may_enter(request, session, arrival.found):
        raise _refuse(request)
    written: Edition = state.editions[arrival.found.scan.edition]
    speech = speech_here(request, session, arrival.found, written, pressed)
    edition = written.in_language(speech.words.language.code)
    return Visit(
        found=arrival.found,
        edition=edition,
        content=edition.windows[cast("WindowId", arrival.found.window.window)],
        draft=arrival.draft,
        resume_code=resume_code if arrival.draft else None,
        today=state.today(),
        speech=speech,
    )


def _resume_code(request: Request) -> str | None:
    code = normalised(request.cookies.get(RESUME, ""))
    return code if code is not None and len(code) == RESUME_LENGTH else None


def _may_enter(request: Request, session: Session, found: WindowInContext) -> bool:
    if found.window.entry == "personal":
        return is_invited(session, request.app.state.keys, found, request.cookies.get(ACCESS, ""))
    return secrets.compare_digest(request.cookies.get(ACCESS, "").encode(), found.window.code.encode())


def _refuse(request: Request) -> Refusal:
    return refusals.stranger(speech_without_window(request), came_by_link=VIA_LINK in request.query_params)


def _if_open(visit: Visit) -> Visit:
    if not visit.is_open:
        raise refusals.closed(visit)
    return visit


def _if_begun(request: Request, visit: Visit) -> Visit:
    if visit.draft is None or BUSY not in request.cookies:
        raise refusals.start_first(request, visit)
    return visit


# Each of these does everything itself: one that asks another costs every page the handling of one more.


def _any(request: Request, session: ReadSession, ref: str) -> Visit:
    return _come_in(request, session, ref)


def _any_to_write(request: Request, session: WriteSession, ref: str) -> Visit:
    return _come_in(request, session, ref, to_write=True)


def _open(request: Request, session: ReadSession, ref: str) -> Visit:
    return _if_open(_come_in(request, session, ref))


def _open_to_write(request: Request, fields: Fields, session: WriteSession, ref: str) -> Visit:
    return _if_open(_come_in(request, session, ref, to_write=True, pressed=fields.text(TAAL)))


def _begun(request: Request, session: ReadSession, ref: str) -> Visit:
    return _if_begun(request, _if_open(_come_in(request, session, ref)))


def _begun_to_write(request: Request, fields: Fields, session: WriteSession, ref: str) -> Visit:
    """A form of another questionnaire, started over in another tab, changes nothing."""
    visit = _if_begun(request, _if_open(_come_in(request, session, ref, to_write=True, pressed=fields.text(TAAL))))
    if fields.text(STAMP) != visit.stamp:
        raise refusals.another_questionnaire(visit)
    return visit


AnyVisit = Annotated[Visit, Depends(_any)]
"""Somebody who may come in, also after closing; a stranger finds nothing here."""
AnyWritingVisit = Annotated[Visit, Depends(_any_to_write, scope="function")]
"""The same, to change something."""
OpenVisit = Annotated[Visit, Depends(_open)]
"""Somebody in a window that takes answers."""
OpenWritingVisit = Annotated[Visit, Depends(_open_to_write, scope="function")]
"""The same, to change something; perhaps without a questionnaire yet."""
DraftVisit = Annotated[Visit, Depends(_begun)]
"""Somebody who is filling in a questionnaire that takes answers."""
WritingVisit = Annotated[Visit, Depends(_begun_to_write, scope="function")]
"""The same, to change it with a form of this very questionnaire."""
