"""Who is asking, for a route: `Coordinator` where one must be known, `MaybeAsker` where that makes a difference.

Who is not signed in and opens a page for somebody with a role is led to where they sign in, whatever the address is
and whether or not it exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request

from app.accounts import cookies
from app.accounts.asker import Asker, asker_of
from app.accounts.sign_ins import current, is_to_be_noted
from app.db import Session, begin_writing
from app.store.sign_ins import SignedIn, touch_sign_in
from app.web.errors import Refusal
from app.web.page import Link, Visitor

if TYPE_CHECKING:
    from datetime import datetime

SIGN_IN = "/inloggen"
AFTERWARDS = "naar"
"""The part of the address of the sign-in page that says where somebody wanted to go."""
STEPS = {"code": f"{SIGN_IN}/code", "set_up": f"{SIGN_IN}/twee-stappen"}
"""Where somebody takes the second step that is still wanted of them."""


def who_is_signed_in(request: Request) -> SignedIn | None:
    """Return who is signed in, also when a second step is wanted, or None; looked up once for a request.

    The session ends here, so that a request never holds one connection while it waits for another.
    """
    if not hasattr(request.state, "signed_in"):
        request.state.signed_in = _look_up(request)
    found: SignedIn | None = request.state.signed_in
    return found


def _look_up(request: Request) -> SignedIn | None:
    token = cookies.token_in(request)
    if not token:
        return None
    state, now = request.app.state, request.app.state.now()
    with Session(state.engine, expire_on_commit=False) as session:
        found = current(session, token, now)
    if found and found.account.is_example and not state.settings.has_example_people:
        return None
    if found and is_to_be_noted(found, now):
        _note(request, found, now)
    return found


def _note(request: Request, found: SignedIn, now: datetime) -> None:
    """Note that they are active: with a page that is read, because one that is sent may hold the turn to write."""
    if request.method == "GET":
        with begin_writing(request.app.state.engine) as session:
            touch_sign_in(session, found.sign_in.token_hash, now)


def who_is_asking(request: Request) -> Asker | None:
    """Return who is asking, with both steps of signing in behind them, or None for a stranger."""
    found = who_is_signed_in(request)
    return asker_of(found.account, found.roles) if found and found.sign_in.stage == "done" else None


def visitor_of(request: Request) -> Visitor | None:
    """Return what every page shows of who is asking."""
    asker = who_is_asking(request)
    return asker.as_visitor() if asker else None


MaybeSignedIn = Annotated[SignedIn | None, Depends(who_is_signed_in)]
"""Who is signed in, perhaps only with the first step."""
MaybeAsker = Annotated[Asker | None, Depends(who_is_asking)]


def sign_in_first(request: Request) -> Refusal:
    """Return the refusal of a stranger: a browser that opens a page goes to sign in and comes back after it.

    Who took the first step already is led to the second.
    """
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    reads = request.method == "GET"
    step = _next_step(request)
    where = f"{step}?{urlencode({AFTERWARDS: wanted})}" if reads else step
    by_htmx = request.headers.get("hx-request") == "true"
    headers = {"HX-Redirect": step} if by_htmx else {"Location": where} if reads else {}
    return Refusal(
        303 if reads and not by_htmx else 403,
        title="Log eerst in",
        explanation="Hiervoor moet u ingelogd zijn. Misschien was u dat, en bent u een tijd weg geweest. "
        "Er is niets veranderd.",
        advice="Heeft u een code of een link gekregen om vragen te beantwoorden? Ga dan naar Meedoen.",
        way=Link("Naar inloggen", where),
        headers=headers,
    )


def _next_step(request: Request) -> str:
    found = who_is_signed_in(request)
    return STEPS.get(found.sign_in.stage, SIGN_IN) if found else SIGN_IN


def _somebody(request: Request, asker: MaybeAsker) -> Asker:
    if asker is None:
        raise sign_in_first(request)
    return asker


Somebody = Annotated[Asker, Depends(_somebody)]
"""Somebody who is signed in, whatever their roles."""


def _coordinator(asker: Somebody) -> Asker:
    if not asker.is_coordinator:
        raise not_yours("Scans opzetten en sluiten kan alleen een coördinator.")
    return asker


def _reader(asker: Somebody) -> Asker:
    if not (asker.is_coordinator or asker.reads_results):
        raise not_yours("Uitslagen lezen kan wie daar van een gemeente toegang voor kreeg.")
    return asker


def _administrator(asker: Somebody) -> Asker:
    if not asker.administers:
        raise not_yours("Dit deel is voor de beheerder van deze installatie.")
    return asker


def not_yours(explanation: str) -> Refusal:
    """Return the refusal of somebody whose roles do not fit."""
    return Refusal(
        403,
        title="Hiervoor heeft u geen toegang",
        explanation=explanation,
        advice="Denkt u dat dit wel zou moeten? Vraag het dan de coördinator van uw gemeente of de beheerder.",
    )


Coordinator = Annotated[Asker, Depends(_coordinator)]
"""Somebody who manages scans; a stranger signs in first, and who has another role gets 403, whatever the address."""
Reader = Annotated[Asker, Depends(_reader)]
"""Somebody who reads the results of any municipality or collaboration."""
Administrator = Annotated[Asker, Depends(_administrator)]
"""The one who runs this installation."""
