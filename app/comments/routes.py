"""The addresses of a moderator. Whatever is not theirs to judge does not exist for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.access import may_read
from app.collaborations.wanted import NotAcceptedError
from app.comments.dependencies import Moderated, ModeratedToChange, Moderator
from app.comments.page import (
    WindowPage,
    address_of,
    list_page,
    next_waiting,
    refused,
    scan_page,
    told,
    window_page,
)
from app.comments.service import LIST, ChangedMeanwhileError, Judgement, Moderation, judge, list_moderations
from app.db import ReadSession, Session, WriteSession
from app.results.record import WindowName
from app.web.dependencies import AllEditions, Today
from app.web.errors import not_found, refusal
from app.web.forms import Fields
from app.web.rendering import render

router = APIRouter()

SCAN = f"/scans/{{scan_id}}{LIST}"
JUDGING = "comments/window.html"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment stands, by its address."""

    window: WindowName
    comment_id: Annotated[str, Path(pattern="^[0-9a-f]{32}$")]


@router.get(LIST)
def get_list(request: Request, session: ReadSession, editions: AllEditions, asker: Moderator) -> Response:
    """The scans that somebody moderates, and what waits in each."""
    return render(request, "comments/list.html", list_page(session, list_moderations(session, editions, asker)))


@router.get(SCAN)
def get_scan(request: Request, session: ReadSession, moderation: Moderated) -> Response:
    """The windows of a scan, and how far each is."""
    page = scan_page(session, moderation, may_read=may_read(moderation.asker, moderation.found))
    return render(request, "comments/scan.html", page)


@router.get(f"{SCAN}/{{window}}")
def get_window(
    request: Request,
    session: ReadSession,
    moderation: Moderated,
    window: WindowName,
    gedaan: Annotated[str, Query()] = "",
    bij: Annotated[str, Query()] = "",
) -> Response:
    """The comments of a window, each with what became of it and a form to decide."""
    return render(request, JUDGING, told(_page(session, moderation, window), gedaan, bij))


@router.post(f"{SCAN}/{{window}}/{{comment_id}}")
def post_judgement(
    request: Request,
    session: WriteSession,
    moderation: ModeratedToChange,
    today: Today,
    fields: Fields,
    place: Annotated[Place, Depends()],
) -> Response:
    """Decide what becomes of one comment, and go on to the next that waits."""
    wanted, window, comment_id = _read(fields), place.window, place.comment_id
    try:
        judge(session, moderation, window, comment_id, wanted, today)
    except NotAcceptedError as error:
        page = refused(_page(session, moderation, window), comment_id, wanted, error.errors)
        return render(request, JUDGING, page, 409 if isinstance(error, ChangedMeanwhileError) else 422)
    return RedirectResponse(_where_to_go_on(session, moderation, window, comment_id, wanted), 303)


def _read(fields: Fields) -> Judgement:
    choice = fields.text("besluit")
    if choice not in {"vrijgeven", "achterhouden"}:
        raise refusal(422)
    return Judgement(
        choice="vrijgeven" if choice == "vrijgeven" else "achterhouden",
        text=fields.text("tekst"),
        seen=fields.text("gezien"),
        is_confirmed=fields.checked("bevestig"),
    )


def _page(session: Session, moderation: Moderation, window: WindowName) -> WindowPage:
    page = window_page(session, moderation, window)
    if page is None:
        raise not_found()
    return page


def _where_to_go_on(
    session: Session, moderation: Moderation, window: WindowName, comment_id: str, wanted: Judgement
) -> str:
    address, done = address_of(moderation.found.scan.id), DONE_BY[wanted.choice]
    page = window_page(session, moderation, window)
    if page is None:
        return address
    following = next_waiting(page, comment_id)
    place = f"&bij={following}#opmerking-{following}" if following else ""
    return f"{address}/{window}?gedaan={done}{place}"


DONE_BY = {"vrijgeven": "vrijgegeven", "achterhouden": "achtergehouden"}
"""The word in the address for what was done."""
