"""Who may come in, and how far: what a route of a respondent asks for in its signature."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request

from app.collaborations.codes import RESUME_LENGTH, normalised
from app.db import ReadSession, WriteSession
from app.responding import refusals
from app.responding.cookies import ACCESS, BUSY, RESUME
from app.responding.visit import Visit, token_hash
from app.store.drafts import find_draft
from app.store.scans import find_window_by_ref, share_scan
from app.web.dependencies import AllEditions, Today
from app.web.forms import Fields

if TYPE_CHECKING:
    from app.db import Session
    from app.models import Draft
    from app.store.scans import WindowInContext
    from app.web.errors import Refusal
    from questionnaires import WindowId

VIA_LINK = "via"
"""Stands in the address right after a link or code, so that a browser without cookies is told so."""
STAMP = "invulling"
"""The hidden field that says which questionnaire a form belongs to."""


def _read(request: Request, session: ReadSession, editions: AllEditions, today: Today, ref: str) -> Visit:
    return _come_in(request, session, editions, today, find_window_by_ref(session, ref))


def _write(request: Request, session: WriteSession, editions: AllEditions, today: Today, ref: str) -> Visit:
    """The scan cannot be closed, and nobody else writes in the questionnaire, until this transaction ends."""
    found = find_window_by_ref(session, ref)
    if found is not None:
        share_scan(session, found.scan.id)
    return _come_in(request, session, editions, today, found, to_write=True)


def _come_in(
    request: Request,
    session: Session,
    editions: AllEditions,
    today: Today,
    found: WindowInContext | None,
    *,
    to_write: bool = False,
) -> Visit:
    if found is None or found.scan.edition not in editions:
        raise _refuse(request)
    edition = editions[found.scan.edition]
    resume_code = _resume_code(request)
    draft = find_draft(session, token_hash(resume_code), to_write=to_write) if resume_code else None
    if draft is None or not _belongs(draft, found):
        draft = resume_code = None
    if draft is None and not _may_enter(request, found):
        raise _refuse(request)
    window = cast("WindowId", found.window.window)
    return Visit(
        found=found, edition=edition, content=edition.windows[window], draft=draft, resume_code=resume_code, today=today
    )


def _resume_code(request: Request) -> str | None:
    code = normalised(request.cookies.get(RESUME, ""))
    return code if code is not None and len(code) == RESUME_LENGTH else None


def _belongs(draft: Draft, found: WindowInContext) -> bool:
    return (draft.scan_id, draft.window) == (found.window.scan_id, found.window.window)


def _may_enter(request: Request, found: WindowInContext) -> bool:
    return secrets.compare_digest(request.cookies.get(ACCESS, "").encode(), found.window.code.encode())


def _refuse(request: Request) -> Refusal:
    return refusals.stranger(came_by_link=VIA_LINK in request.query_params)


AnyVisit = Annotated[Visit, Depends(_read)]
"""Somebody who may come in, also after closing; a stranger finds nothing here."""
AnyWritingVisit = Annotated[Visit, Depends(_write, scope="function")]
"""The same, to change something."""


def _is_open(visit: AnyVisit) -> Visit:
    if not visit.is_open:
        raise refusals.closed(visit)
    return visit


def _is_open_to_write(visit: AnyWritingVisit) -> Visit:
    return _is_open(visit)


OpenVisit = Annotated[Visit, Depends(_is_open)]
"""Somebody in a window that takes answers."""
OpenWritingVisit = Annotated[Visit, Depends(_is_open_to_write)]
"""The same, to change something; perhaps without a questionnaire yet."""


def _has_begun(request: Request, visit: OpenVisit) -> Visit:
    if visit.draft is None or BUSY not in request.cookies:
        raise refusals.start_first(request, visit)
    return visit


def _with_its_form(request: Request, fields: Fields, visit: OpenWritingVisit) -> Visit:
    """A form of another questionnaire, started over in another tab, changes nothing."""
    begun = _has_begun(request, visit)
    if fields.text(STAMP) != begun.stamp:
        raise refusals.another_questionnaire(begun)
    return begun


DraftVisit = Annotated[Visit, Depends(_has_begun)]
"""Somebody who is filling in a questionnaire that takes answers."""
WritingVisit = Annotated[Visit, Depends(_with_its_form)]
"""The same, to change it with a form of this very questionnaire."""
