"""Who may type: the browser that began with a link, while the window takes answers from everybody with one link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from app.db import ReadSession, WriteSession
from app.models import TypingLink
from app.paper.typing import cookie, refusals
from app.paper.visits import visit_of
from app.responding.dependencies import VIA_LINK
from app.responding.visit import Visit
from app.store.scans import find_window, share_scan
from app.store.typing_links import find_link

if TYPE_CHECKING:
    from app.db import Session


@dataclass(frozen=True, slots=True)
class Typist:
    """Somebody who may type forms of a window over with a link."""

    link: TypingLink
    visit: Visit

    @property
    def home(self) -> str:
        """Where the next form stands."""
        return cookie.path_of(self.link.id)


def _come_in(request: Request, session: Session, ref: str, *, to_write: bool = False) -> Typist:
    """Let the browser in that began with a link; to write, the scan cannot be closed until the transaction ends."""
    state = request.app.state
    link = find_link(session, ref, state.today())
    if link is None or not cookie.holds(request, link):
        raise refusals.another_browser(came_by_link=VIA_LINK in request.query_params)
    if to_write:
        share_scan(session, link.scan_id)
    found = find_window(session, link.scan_id, link.window)
    if found is None or found.scan.edition not in state.editions:
        raise refusals.unknown_link()
    visit = visit_of(found, state.editions, state.today())
    refuse_unless_open(visit)
    return Typist(link, visit)


def refuse_unless_open(visit: Visit) -> None:
    """Raise `Refusal` (409) where nobody can answer now, or where meanwhile each person got a link of their own."""
    if not visit.is_open or visit.is_personal:
        raise refusals.takes_no_answers()


def _to_read(request: Request, session: ReadSession, ref: str) -> Typist:
    return _come_in(request, session, ref)


def _to_write(request: Request, session: WriteSession, ref: str) -> Typist:
    return _come_in(request, session, ref, to_write=True)


TypistHere = Annotated[Typist, Depends(_to_read)]
"""Whoever types with the link of this address; a stranger finds nothing here."""
TypistSending = Annotated[Typist, Depends(_to_write, scope="function")]
"""The same, to send a form."""
