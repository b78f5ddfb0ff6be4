"""The way in for a typist: a link that works in the first browser that begins with it, and in no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.collaborations.codes import TYPING_LENGTH, normalised
from app.db import ReadSession, WriteSession
from app.paper.typing import cookie, refusals
from app.paper.typing.dependencies import refuse_unless_open
from app.paper.typing.page import begin_page
from app.paper.visits import visit_of
from app.responding.dependencies import VIA_LINK
from app.responding.door.entry import NOTHING_LEFT_BEHIND
from app.responding.refusals import too_many_wrong_codes
from app.responding.visit import token_hash
from app.store.scans import find_window
from app.store.typing_links import bind_link, find_link_by_code
from app.web.dependencies import AllEditions, Today
from app.web.language import IN_DUTCH
from app.web.rendering import render
from app.web.throttle import WrongCodes

if TYPE_CHECKING:
    from datetime import date

    from app.db import Session
    from app.models import TypingLink

router = APIRouter(prefix="/overtypen/{code}")


def _find(request: Request, session: Session, wrong_codes: WrongCodes, today: date, text: str) -> TypingLink:
    """Return the link with this code, unless too many wrong ones came from the same address."""
    if seconds := wrong_codes.wait(request):
        raise too_many_wrong_codes(IN_DUTCH, seconds)
    code = normalised(text) or ""
    link = find_link_by_code(session, token_hash(code), today) if len(code) == TYPING_LENGTH else None
    if link is None:
        wrong_codes.count(request)
        raise refusals.unknown_link()
    return link


@router.get("")
def get_begin(
    request: Request,
    session: ReadSession,
    wrong_codes: WrongCodes,
    editions: AllEditions,
    today: Today,
    code: str,
) -> Response:
    """What there is to do, and the button that begins. Opening changes nothing: a mail scanner does it too."""
    link = _find(request, session, wrong_codes, today, code)
    if link.holder_hash:
        return _on(link)
    found = find_window(session, link.scan_id, link.window)
    if found is None or found.scan.edition not in editions:
        raise refusals.unknown_link()
    visit = visit_of(found, editions, today)
    refuse_unless_open(visit)
    response = render(request, "paper/begin.html", begin_page(link, visit, request.url.path))
    response.headers.update(NOTHING_LEFT_BEHIND)
    return response


@router.post("")
def post_begin(request: Request, session: WriteSession, wrong_codes: WrongCodes, today: Today, code: str) -> Response:
    """Bind the link to this browser, if no other came first."""
    link = _find(request, session, wrong_codes, today, code)
    holder = cookie.new_holder()
    response = _on(link)
    if bind_link(session, link.id, token_hash(holder)):
        cookie.give(response, request, link, holder)
    return response


def _on(link: TypingLink) -> Response:
    """Go on at an address without the code; there it shows whether this is the browser that began."""
    return RedirectResponse(f"{cookie.path_of(link.id)}?{VIA_LINK}=link", 303, headers=NOTHING_LEFT_BEHIND)
