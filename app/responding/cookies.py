"""The three cookies of somebody who answers. Nothing in them says who it is, and they go nowhere else.

`toegang` holds the code of the window, or of the link of one person; `invulling` the code by which a questionnaire is
found again; `bezig` that this browser chose to go on with it. Each belongs to the pages of one window. Only `invulling`
may outlive the browser, and never for a resident. The language that somebody chose is a cookie of all pages
(`app.web.language`), since it is chosen before it is known for which window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from app.collaborations.kept import UNSENT

if TYPE_CHECKING:
    from fastapi import Request, Response

    from app.store.scans import WindowInContext

ACCESS, RESUME, BUSY = "toegang", "invulling", "bezig"
REMEMBERED = int(UNSENT.total_seconds())
"""Seconds; as long as a questionnaire that was begun is kept."""


class Attributes(TypedDict):
    """What every cookie of a window says about itself."""

    path: str
    httponly: bool
    samesite: Literal["lax"]
    secure: bool


def attributes(request: Request, found: WindowInContext) -> Attributes:
    """Return what the cookies of a window say about themselves, the same for setting and for taking away."""
    secure: bool = request.app.state.settings.is_https
    return {"path": f"/invullen/{found.window.ref}", "httponly": True, "samesite": "lax", "secure": secure}


def let_in(response: Response, request: Request, found: WindowInContext) -> None:
    """Let this browser in until it is closed; where each person has a link, only that lets anybody in."""
    if found.window.entry == "open":
        response.set_cookie(ACCESS, found.window.code, **attributes(request, found))


def let_in_with(response: Response, request: Request, found: WindowInContext, personal_code: str) -> None:
    """Let this browser in until it is closed, with the link of one person."""
    response.set_cookie(ACCESS, personal_code, **attributes(request, found))


def remember(response: Response, request: Request, found: WindowInContext, resume_code: str) -> None:
    """Let this browser find its questionnaire again; a resident only until the browser is closed."""
    age = None if found.window.window == "inwoner" else REMEMBERED
    response.set_cookie(RESUME, resume_code, max_age=age, **attributes(request, found))


def go_on(response: Response, request: Request, found: WindowInContext) -> None:
    """Note that who sits here now chose to go on; closing the browser ends it."""
    response.set_cookie(BUSY, "1", **attributes(request, found))


def ask_again(response: Response, request: Request, found: WindowInContext) -> None:
    """Let the start page ask first whether to go on or to start over."""
    response.delete_cookie(BUSY, **attributes(request, found))


def forget(response: Response, request: Request, found: WindowInContext) -> None:
    """Take away what leads to a questionnaire; the way in stays."""
    response.delete_cookie(RESUME, **attributes(request, found))
    response.delete_cookie(BUSY, **attributes(request, found))


def forget_everything(response: Response, request: Request, found: WindowInContext) -> None:
    """Take away the way in as well."""
    forget(response, request, found)
    response.delete_cookie(ACCESS, **attributes(request, found))
